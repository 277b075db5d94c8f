package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Global tables of several accounts (control-plane.md §9.11, and the API model). */
class AccountReplicaTest {

  private static final String PARTNER = in("111111111111", WEST);
  private static final String THIRD = in("222222222222", OHIO);
  private static final String MODE = "'GlobalTableSettingsReplicationMode':'%s'";

  private GlobalFixture accounts = GlobalFixture.create();

  @AfterEach
  void close() {
    accounts.close();
  }

  private void createSource() {
    accounts.create(EAST, "songs", "'BillingMode':'PAY_PER_REQUEST'," + MODE.formatted("ENABLED"));
  }

  private JsonNode join(String region, String source, String members) {
    return accounts
        .call(
            region,
            "CreateTable",
            "{'TableName':'songs','GlobalTableSourceArn':'%s',%s%s}",
            accounts.describe(source, "songs").get("TableArn").asText(),
            MODE.formatted("ENABLED"),
            members)
        .get("TableDescription");
  }

  private static String mode(JsonNode table) {
    return table.path("GlobalTableSettingsReplicationMode").asText();
  }

  /** UpdateTable in the API model: "can be defined ... only on a regional table". */
  @Test
  void keepsTheModeOfATableWithoutReplicas() {
    accounts.create(EAST, "songs");
    assertThat(mode(accounts.describe(EAST, "songs"))).isEmpty();

    JsonNode updated = accounts.update(EAST, "songs", MODE.formatted("ENABLED"));

    assertThat(mode(updated)).isEqualTo("ENABLED");
    assertThat(updated.get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(updated.has("Replicas")).isFalse();
    assertThat(mode(accounts.update(EAST, "songs", MODE.formatted("DISABLED"))))
        .isEqualTo("DISABLED");
    assertThat(mode(accounts.describe(EAST, "songs"))).isEqualTo("DISABLED");
  }

  @Test
  void makesAReplicaInAnotherAccount() {
    createSource();

    JsonNode created = join(PARTNER, EAST, "");

    assertThat(created.get("TableStatus").asText()).isEqualTo("CREATING");
    assertThat(created.get("TableArn").asText())
        .isEqualTo("arn:aws:dynamodb:us-west-2:111111111111:table/songs");
    JsonNode replica = accounts.describe(PARTNER, "songs");
    JsonNode source = accounts.describe(EAST, "songs");
    assertThat(replica.get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(replica.get("KeySchema")).isEqualTo(source.get("KeySchema"));
    assertThat(replica.get("TableId")).isNotEqualTo(source.get("TableId"));
    assertThat(GlobalFixture.replicas(replica)).containsExactly("us-east-1 ACTIVE");
    assertThat(GlobalFixture.replicas(source)).containsExactly("us-west-2 ACTIVE");
    assertThat(source.at("/Replicas/0/ReplicaArn").asText())
        .isEqualTo("arn:aws:dynamodb:us-west-2:111111111111:table/songs");
    assertThat(mode(source)).isEqualTo("ENABLED");
    assertThat(mode(source.at("/Replicas/0"))).isEqualTo("ENABLED");
    assertThat(mode(replica)).isEqualTo("ENABLED");
    assertThat(source.get("GlobalTableVersion").asText()).isEqualTo("2019.11.21");
    assertThat(accounts.tables(WEST)).isEmpty();
  }

  @Test
  void replicatesWritesOfAllAccounts() {
    createSource();
    accounts.put(EAST, "songs", "before", "0");
    join(PARTNER, EAST, "");
    join(THIRD, PARTNER, "");

    accounts.put(EAST, "songs", "a", "1");
    accounts.put(PARTNER, "songs", "b", "2");
    accounts.delete(THIRD, "songs", "before");

    for (String region : new String[] {EAST, PARTNER, THIRD}) {
      assertThat(accounts.get(region, "songs", "a")).isEqualTo("1");
      assertThat(accounts.get(region, "songs", "b")).isEqualTo("2");
      assertThat(accounts.get(region, "songs", "before")).isNull();
    }
    assertThat(accounts.replicas(THIRD, "songs"))
        .containsExactly("us-east-1 ACTIVE", "us-west-2 ACTIVE");
  }

  @Test
  void synchronisesSettings() {
    createSource();
    join(PARTNER, EAST, "");

    accounts.call(
        PARTNER,
        "UpdateTimeToLive",
        "{'TableName':'songs','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    accounts.update(PARTNER, "songs", "'OnDemandThroughput':{'MaxWriteRequestUnits':7}");

    assertThat(
            accounts
                .call(EAST, "DescribeTimeToLive", "{'TableName':'songs'}")
                .at("/TimeToLiveDescription/AttributeName")
                .asText())
        .isEqualTo("ttl");
    assertThat(
            accounts.describe(EAST, "songs").at("/OnDemandThroughput/MaxWriteRequestUnits").asInt())
        .isEqualTo(7);
  }

  /** Settings that belong to each replica, by the developer guide. */
  @Test
  void givesTheReplicaSettingsOfItsOwn() {
    createSource();

    join(
        PARTNER,
        EAST,
        """
        ,'DeletionProtectionEnabled':true,'TableClass':'STANDARD_INFREQUENT_ACCESS',
        'Tags':[{'Key':'owner','Value':'partner'}],'ResourcePolicy':'{\\'Version\\':\\'2012-10-17\\',
        \\'Statement\\':[{\\'Effect\\':\\'Allow\\',\\'Principal\\':{\\'AWS\\':\\'111111111111\\'},
        \\'Action\\':\\'dynamodb:*\\',\\'Resource\\':
        \\'arn:aws:dynamodb:us-west-2:111111111111:table/songs\\'}]}'
        """
            .replace("\n", ""));

    JsonNode replica = accounts.describe(PARTNER, "songs");
    assertThat(replica.get("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(replica.at("/TableClassSummary/TableClass").asText())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
    String arn = replica.get("TableArn").asText();
    assertThat(
            accounts
                .call(PARTNER, "ListTagsOfResource", "{'ResourceArn':'%s'}", arn)
                .at("/Tags/0/Value")
                .asText())
        .isEqualTo("partner");
    assertThat(
            accounts
                .call(PARTNER, "GetResourcePolicy", "{'ResourceArn':'%s'}", arn)
                .get("Policy")
                .asText())
        .contains("111111111111");
    assertThat(accounts.describe(EAST, "songs").get("DeletionProtectionEnabled").asBoolean())
        .isFalse();
  }

  @Test
  void leavesAnOrdinaryTableWhenAReplicaIsDeleted() {
    createSource();
    join(PARTNER, EAST, "");

    accounts.call(PARTNER, "DeleteTable", "{'TableName':'songs'}");

    JsonNode source = accounts.describe(EAST, "songs");
    assertThat(source.has("Replicas")).isFalse();
    assertThat(mode(source)).isEqualTo("ENABLED");
    assertThat(accounts.tables(PARTNER)).isEmpty();
  }

  /** What the founder leaves behind is still a global table, and he can found another. */
  @Test
  void outlivesTheReplicaThatItWasMadeOf() {
    createSource();
    join(PARTNER, EAST, "");
    join(THIRD, PARTNER, "");
    accounts.advance(Duration.ofHours(25));
    accounts.call(EAST, "DeleteTable", "{'TableName':'songs'}");
    createSource();

    accounts.put(PARTNER, "songs", "a", "1");

    assertThat(accounts.get(THIRD, "songs", "a")).isEqualTo("1");
    assertThat(accounts.get(EAST, "songs", "a")).isNull();
    assertThat(accounts.replicas(THIRD, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(accounts.describe(EAST, "songs").has("Replicas")).isFalse();
  }

  @Test
  void walksThroughTheStatesOfAReplica() {
    accounts.close();
    accounts = GlobalFixture.delayed();
    createSource();
    accounts.advance(Duration.ofSeconds(2));
    accounts.put(EAST, "songs", "a", "1");

    JsonNode created = join(PARTNER, EAST, "");

    assertThat(GlobalFixture.replicas(created)).containsExactly("us-east-1 UPDATING");
    assertThat(accounts.replicas(EAST, "songs")).containsExactly("us-west-2 CREATING");
    accounts.advance(Duration.ofSeconds(2));
    assertThat(accounts.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(accounts.get(PARTNER, "songs", "a")).isEqualTo("1");
  }

  @Test
  void survivesARestart(@TempDir Path directory) {
    accounts.close();
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    accounts = new GlobalFixture(options);
    createSource();
    join(PARTNER, EAST, "");
    accounts.close();

    accounts = new GlobalFixture(options);
    accounts.put(PARTNER, "songs", "a", "1");

    assertThat(accounts.get(EAST, "songs", "a")).isEqualTo("1");
    assertThat(mode(accounts.describe(EAST, "songs"))).isEqualTo("ENABLED");
  }
}
