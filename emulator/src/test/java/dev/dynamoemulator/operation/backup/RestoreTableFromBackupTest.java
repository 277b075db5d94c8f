package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static dev.dynamoemulator.operation.backup.BackupFixture.json;
import static dev.dynamoemulator.operation.backup.BackupFixture.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §1.3 and the examples of the API reference. */
class RestoreTableFromBackupTest {

  private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void answersWithTheTableInTheMakingAndWhereItComesFrom() {
    backups.create("orders");
    String arn = backups.backup("orders");
    backups.advance(Duration.ofSeconds(5));

    JsonNode creating = backups.restore(arn, "restored");

    assertThat(creating.get("TableStatus").asText()).isEqualTo("CREATING");
    assertThat(creating.get("TableArn").asText()).isEqualTo(TABLE_ARN + "restored");
    assertThat(creating.get("TableId")).isNotEqualTo(backups.table("orders").get("TableId"));
    assertThat(creating.get("CreationDateTime").asText()).isEqualTo("1.772366405123E9");
    assertThat(creating.get("RestoreSummary")).isEqualTo(summary(arn, true));
    assertThat(backups.table("restored").get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(backups.table("restored").get("RestoreSummary")).isEqualTo(summary(arn, false));
  }

  private static JsonNode summary(String arn, boolean isInProgress) {
    return json(
        "{'SourceBackupArn':'%s','SourceTableArn':'%s','RestoreDateTime':1772366400.123,'RestoreInProgress':%s}"
            .formatted(arn, TABLE_ARN + "orders", isInProgress));
  }

  @Test
  void buildsIndexesAndKnowsSizes() {
    backups.createIndexed("orders");
    fill("orders");
    String arn = backups.backup("orders");

    backups.restore(arn, "restored");

    for (String index : Set.of("byL", "byG", "alsoByG")) {
      assertThat(scan("restored", index)).isEqualTo(scan("orders", index)).isNotEmpty();
    }
    assertThat(sizes(backups.table("restored"))).isEqualTo(sizes(backups.table("orders")));
    put("restored", 1, ",'g':{'S':'changed'}");
    put("orders", 1, ",'g':{'S':'changed'}");
    assertThat(scan("restored", "byG")).isEqualTo(scan("orders", "byG"));
    assertThat(sizes(backups.table("restored"))).isEqualTo(sizes(backups.table("orders")));
    assertThat(sizes(backups.reopened().table("restored")))
        .isEqualTo(sizes(backups.table("orders")));
  }

  private void fill(String table) {
    for (int i = 0; i < 30; i++) {
      put(
          table,
          i,
          (i % 2 == 0 ? ",'g':{'S':'g" + i + "'}" : "") + (i % 3 == 0 ? ",'l':{'S':'x'}" : ""));
    }
  }

  private void put(String table, int number, String more) {
    backups.call(
        "PutItem",
        "{'TableName':'%s','Item':{'pk':{'S':'p'},'sk':{'N':'%d'},'v':{'S':'v'}%s}}",
        table,
        number,
        more);
  }

  private Set<String> scan(String table, String index) {
    Set<String> items = new TreeSet<>();
    backups
        .call("Scan", "{'TableName':'%s','IndexName':'%s'}", table, index)
        .get("Items")
        .forEach(item -> items.add(item.toString()));
    return items;
  }

  private static String sizes(JsonNode table) {
    StringBuilder sizes = new StringBuilder();
    sizes.append(table.get("ItemCount")).append('/').append(table.get("TableSizeBytes"));
    for (String indexes : Set.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
      table
          .get(indexes)
          .forEach(
              index ->
                  sizes
                      .append(' ')
                      .append(index.get("ItemCount"))
                      .append('/')
                      .append(index.get("IndexSizeBytes")));
    }
    return sizes.toString();
  }

  @Test
  void givesTheDefinitionOfTheSourceAndNoneOfItsOtherSettings() {
    backups.createIndexed("orders");
    backups.call(
        "UpdateTable",
        "{'TableName':'orders','DeletionProtectionEnabled':true,"
            + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}");
    backups.call("UpdateTable", "{'TableName':'orders','SSESpecification':{'Enabled':true}}");
    backups.enable("orders");
    JsonNode source = backups.table("orders");

    backups.restore(backups.backup("orders"), "restored");

    JsonNode restored = backups.table("restored");
    for (String same :
        Set.of(
            "AttributeDefinitions",
            "KeySchema",
            "ProvisionedThroughput",
            "WarmThroughput",
            "SSEDescription")) {
      assertThat(restored.get(same)).as(same).isEqualTo(source.get(same));
    }
    for (String indexes : Set.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
      assertThat(withoutArns(restored.get(indexes))).isEqualTo(withoutArns(source.get(indexes)));
    }
    assertThat(restored.has("StreamSpecification")).isFalse();
    assertThat(restored.has("LatestStreamArn")).isFalse();
    assertThat(restored.get("DeletionProtectionEnabled").asBoolean()).isFalse();
    assertThat(backups.recovery("restored"))
        .isEqualTo(json("{'PointInTimeRecoveryStatus':'DISABLED'}"));
  }

  private static JsonNode withoutArns(JsonNode indexes) {
    indexes.forEach(index -> ((ObjectNode) index).remove("IndexArn"));
    return indexes;
  }

  @Test
  void keepsTheIndexesThatAreAskedFor() {
    backups.createIndexed("orders");
    fill("orders");
    String arn = backups.backup("orders");

    backups.restore(
        arn,
        "some",
        ",'LocalSecondaryIndexOverride':[],'GlobalSecondaryIndexOverride':[%s]"
            .formatted(
                BackupFixture.globalIndex("byG", ",'ProvisionedThroughput':" + units(7, 8))));
    backups.restore(
        arn, "none", ",'LocalSecondaryIndexOverride':[],'GlobalSecondaryIndexOverride':[]");

    JsonNode some = backups.table("some");
    assertThat(some.has("LocalSecondaryIndexes")).isFalse();
    assertThat(some.get("GlobalSecondaryIndexes")).hasSize(1);
    assertThat(some.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits").asInt())
        .isEqualTo(7);
    assertThat(some.get("AttributeDefinitions")).hasSize(3);
    assertThat(scan("some", "byG")).isEqualTo(scan("orders", "byG"));
    JsonNode none = backups.table("none");
    assertThat(none.has("GlobalSecondaryIndexes")).isFalse();
    assertThat(none.get("AttributeDefinitions")).hasSize(2);
    assertThat(none.get("ItemCount").asInt()).isEqualTo(30);
  }

  @Test
  void changesTheBillingModeToOnDemand() {
    backups.createIndexed("orders");

    backups.restore(
        backups.backup("orders"),
        "restored",
        ",'BillingModeOverride':'PAY_PER_REQUEST','OnDemandThroughputOverride':{'MaxReadRequestUnits':9}");

    JsonNode restored = backups.table("restored");
    assertThat(restored.at("/BillingModeSummary/BillingMode").asText())
        .isEqualTo("PAY_PER_REQUEST");
    assertThat(restored.at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isZero();
    assertThat(restored.get("OnDemandThroughput")).isEqualTo(json("{'MaxReadRequestUnits':9}"));
    assertThat(
            restored
                .at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/ReadCapacityUnits")
                .asInt())
        .isZero();
  }

  @Test
  void changesTheBillingModeToProvisioned() {
    backups.create("orders");

    backups.restore(
        backups.backup("orders"),
        "restored",
        ",'BillingModeOverride':'PROVISIONED','ProvisionedThroughputOverride':" + units(3, 4));

    JsonNode restored = backups.table("restored");
    assertThat(restored.has("BillingModeSummary")).isFalse();
    assertThat(restored.at("/ProvisionedThroughput/WriteCapacityUnits").asInt()).isEqualTo(4);
  }

  @Test
  void changesThroughputAndEncryption() {
    backups.createIndexed("orders");

    backups.restore(
        backups.backup("orders"),
        "restored",
        ",'ProvisionedThroughputOverride':%s,'SSESpecificationOverride':{'Enabled':true,'KMSMasterKeyId':'k'}"
            .formatted(units(30, 40)));

    JsonNode restored = backups.table("restored");
    assertThat(restored.at("/ProvisionedThroughput/ReadCapacityUnits").asInt()).isEqualTo(30);
    assertThat(restored.at("/SSEDescription/KMSMasterKeyArn").asText()).endsWith(":key/k");
  }

  @Test
  void isInTheMakingForAWhileWhenStatesAreDelayed() {
    BackupFixture slow = slowBackup();
    String arn = slow.list("").get(0);

    slow.restore(arn, "restored");

    assertThat(slow.table("restored").at("/RestoreSummary/RestoreInProgress").asBoolean()).isTrue();
    assertThat(slow.error("Scan", "{'TableName':'restored'}"))
        .isEqualTo("ResourceNotFoundException Requested resource not found");
    slow.advance(DELAY);
    assertThat(slow.table("restored").at("/RestoreSummary/RestoreInProgress").asBoolean())
        .isFalse();
    assertThat(slow.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void goesOnAfterACrash() {
    BackupFixture slow = slowBackup();
    slow.restore(slow.list("").get(0), "restored");

    BackupFixture next = slow.reopened();
    assertThat(next.table("restored").get("TableStatus").asText()).isEqualTo("CREATING");
    next.advance(DELAY);

    assertThat(next.items("restored")).isEqualTo(Map.of("1", "a"));
    assertThat(next.table("restored").get("TableSizeBytes").asInt()).isEqualTo(5);
    assertThat(next.storage.collections()).doesNotContain("restores");
  }

  private static BackupFixture slowBackup() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(DELAY.multipliedBy(2));
    slow.put("orders", "1", "a");
    slow.backup("orders");
    slow.advance(DELAY);
    return slow;
  }

  @Test
  void restoresManyTimes() {
    backups.create("orders");
    backups.put("orders", "1", "a");
    String arn = backups.backup("orders");

    backups.restore(arn, "one");
    backups.put("one", "1", "b");
    backups.restore(arn, "two");

    assertThat(backups.items("two")).isEqualTo(Map.of("1", "a"));
    assertThat(backups.items("one")).isEqualTo(Map.of("1", "b"));
  }
}
