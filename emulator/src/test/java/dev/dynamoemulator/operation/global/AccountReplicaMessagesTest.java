package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.EmulatorOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules are those of the API model (control-plane.md §9.11); the texts are inferred. */
class AccountReplicaMessagesTest {

  private static final String PARTNER = in("111111111111", WEST);
  private static final String ENABLED = "'GlobalTableSettingsReplicationMode':'ENABLED'";
  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";
  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";

  private final GlobalFixture accounts = GlobalFixture.create();

  @BeforeEach
  void createSource() {
    accounts.create(EAST, "songs", ON_DEMAND + "," + ENABLED);
  }

  @AfterEach
  void close() {
    accounts.close();
  }

  private static String arn(String tableName) {
    return "'GlobalTableSourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/"
        + tableName
        + "'";
  }

  private String joinError(String region, String tableName, String members) {
    return accounts.error(
        region, "CreateTable", "{'TableName':'" + tableName + "'," + members + "}");
  }

  private void join(String region) {
    accounts.call(
        region, "CreateTable", "{'TableName':'songs'," + arn("songs") + "," + ENABLED + "}");
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        arguments(
            arn("songs"),
            INVALID
                + "GlobalTableSettingsReplicationMode must be ENABLED when GlobalTableSourceArn is"
                + " specified"),
        arguments(
            arn("songs") + ",'GlobalTableSettingsReplicationMode':'DISABLED'",
            INVALID
                + "GlobalTableSettingsReplicationMode of a new table can only be ENABLED, but was"
                + " DISABLED"),
        arguments(
            arn("songs") + ",'GlobalTableSettingsReplicationMode':'ENABLED_WITH_OVERRIDES'",
            INVALID
                + "GlobalTableSettingsReplicationMode of a new table can only be ENABLED, but was"
                + " ENABLED_WITH_OVERRIDES"),
        arguments(
            "'GlobalTableSourceArn':'songs'," + ENABLED,
            "ValidationException Invalid TableArn: Invalid ResourceArn provided as input songs"),
        arguments(
            arn("others") + "," + ENABLED,
            INVALID + "The replica must have the name of the source table: others"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refusesOddRequests(String members, String expected) {
    assertThat(joinError(PARTNER, "songs", members)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'BillingMode':'PAY_PER_REQUEST'",
        "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]",
        "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]",
        "'OnDemandThroughput':{'MaxReadRequestUnits':5}",
        "'StreamSpecification':{'StreamEnabled':false}"
      })
  void refusesWhatAllReplicasHaveInCommon(String member) {
    assertThat(joinError(PARTNER, "songs", arn("songs") + "," + ENABLED + "," + member))
        .isEqualTo(
            INVALID
                + member.split("'")[1]
                + " cannot be specified when GlobalTableSourceArn is specified");
  }

  @Test
  void refusesASourceOfTheSameAccount() {
    assertThat(joinError(WEST, "songs", arn("songs") + "," + ENABLED))
        .isEqualTo(
            INVALID
                + "GlobalTableSourceArn must be the ARN of a table in another account. Use"
                + " ReplicaUpdates of UpdateTable to add a replica in the same account");
  }

  @Test
  void missesTheSource() {
    assertThat(joinError(PARTNER, "absent", arn("absent") + "," + ENABLED))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: absent not found");
  }

  @Test
  void refusesASourceThatIsNotEnabled() {
    accounts.create(EAST, "plain");

    assertThat(joinError(PARTNER, "plain", arn("plain") + "," + ENABLED))
        .isEqualTo(
            INVALID
                + "GlobalTableSettingsReplicationMode of the source table must be ENABLED to add a"
                + " replica in another account");
  }

  @Test
  void refusesASourceWithReplicasInItsAccount() {
    accounts.createGlobal("plain", OHIO);

    assertThat(joinError(PARTNER, "plain", arn("plain") + "," + ENABLED))
        .isEqualTo(INVALID + "The source table has replicas in its own account");
  }

  @Test
  void refusesARegionOrAnAccountThatHasAReplica() {
    assertThat(joinError(in("111111111111", EAST), "songs", arn("songs") + "," + ENABLED))
        .isEqualTo(INVALID + "The global table already has a replica in Region us-east-1");
    join(PARTNER);
    assertThat(joinError(in("222222222222", WEST), "songs", arn("songs") + "," + ENABLED))
        .isEqualTo(INVALID + "The global table already has a replica in Region us-west-2");
    assertThat(joinError(in("111111111111", OHIO), "songs", arn("songs") + "," + ENABLED))
        .isEqualTo(INVALID + "The global table already has a replica in account 111111111111");
  }

  /** tables.md §3.4. */
  @Test
  void refusesATakenName() {
    accounts.create(PARTNER, "songs");

    assertThat(joinError(PARTNER, "songs", arn("songs") + "," + ENABLED))
        .isEqualTo("ResourceInUseException Table already exists: songs");
    assertThat(accounts.describe(EAST, "songs").has("Replicas")).isFalse();
  }

  /** tables.md §9.2. */
  @Test
  void refusesASourceWhoseWritesAreNotScaled() {
    accounts.create(
        EAST,
        "plain",
        "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}," + ENABLED);

    assertThat(joinError(PARTNER, "plain", arn("plain") + "," + ENABLED))
        .isEqualTo(
            "ValidationException Table write capacity should either be Pay-Per-Request or"
                + " AutoScaled.");
  }

  @Test
  void refusesToChangeTheModeOfAGlobalTable() {
    join(PARTNER);
    String expected =
        INVALID + "GlobalTableSettingsReplicationMode of a table with replicas cannot be changed";

    assertThat(
            accounts.updateError(
                PARTNER, "songs", "'GlobalTableSettingsReplicationMode':'DISABLED'"))
        .isEqualTo(expected);
    accounts.createGlobal("plain", OHIO);
    assertThat(accounts.updateError(EAST, "plain", ENABLED)).isEqualTo(expected);
  }

  @Test
  void refusesTheModeThatNobodyCanAskFor() {
    assertThat(
            accounts.updateError(
                EAST, "songs", "'GlobalTableSettingsReplicationMode':'ENABLED_WITH_OVERRIDES'"))
        .isEqualTo(
            INVALID
                + "GlobalTableSettingsReplicationMode can only be set to ENABLED or DISABLED with"
                + " UpdateTable");
  }

  @Test
  void refusesReplicaUpdates() {
    String expected =
        INVALID
            + "ReplicaUpdates is not supported for a table whose"
            + " GlobalTableSettingsReplicationMode is ENABLED. Create and delete replicas in the"
            + " accounts that own them";

    assertThat(accounts.updateError(EAST, "songs", addReplica(OHIO))).isEqualTo(expected);
    join(PARTNER);
    assertThat(accounts.updateError(PARTNER, "songs", addReplica(OHIO))).isEqualTo(expected);
  }

  @Test
  void refusesReplicasWhileAccountsShareTheirTables() {
    EmulatorOptions options = EmulatorOptions.builder().sharedDb(true).build();
    try (GlobalFixture shared = new GlobalFixture(options)) {
      assertThat(
              shared.error(
                  PARTNER,
                  "CreateTable",
                  "{'TableName':'songs',"
                      + arn("songs")
                          .replace(":000000000000:", ":999999999999:")
                          .replace(":000000000000:", ":999999999999:")
                      + ","
                      + ENABLED
                      + "}"))
          .isEqualTo(
              "ValidationException Replicas are not supported by this emulator while all regions"
                  + " share one database");
    }
  }
}
