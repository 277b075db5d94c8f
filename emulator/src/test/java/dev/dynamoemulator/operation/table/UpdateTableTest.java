package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.table.IndexSchema;
import org.junit.jupiter.api.Test;

/** Effects by tables.md §6.2 and §6.3; a change takes ten seconds. */
class UpdateTableTest {

  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";

  private final TableFixture tables = TableFixture.delayed();

  @Test
  void showsOldUnitsWhileThroughputRises() {
    createProvisioned(5, 5);

    JsonNode updating = tables.update("orders", TableFixture.units(5, 9));

    assertThat(updating.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(updating.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':0,'ReadCapacityUnits':5,'WriteCapacityUnits':5,
                 'LastIncreaseDateTime':1772366410.123}
                """));
    tables.advance(10);
    assertThat(throughput())
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':0,'ReadCapacityUnits':5,'WriteCapacityUnits':9,
                 'LastIncreaseDateTime':1772366420.123}
                """));
    assertThat(status()).isEqualTo("ACTIVE");
  }

  @Test
  void countsADecreaseWhenItIsDone() {
    createProvisioned(5, 5);

    JsonNode updating = tables.update("orders", TableFixture.units(4, 5));

    assertThat(updating.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':0,'ReadCapacityUnits':5,'WriteCapacityUnits':5,
                 'LastDecreaseDateTime':1772366410.123}
                """));
    tables.advance(10);
    assertThat(throughput())
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':1,'ReadCapacityUnits':4,'WriteCapacityUnits':5,
                 'LastDecreaseDateTime':1772366420.123}
                """));
  }

  @Test
  void takesAMixedChangeForAnIncrease() {
    createProvisioned(5, 5);

    tables.update("orders", TableFixture.units(4, 6));
    tables.advance(10);

    assertThat(throughput())
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':0,'ReadCapacityUnits':4,'WriteCapacityUnits':6,
                 'LastDecreaseDateTime':1772366410.123,'LastIncreaseDateTime':1772366420.123}
                """));
  }

  @Test
  void countsDecreasesOfTodayOnly() {
    createProvisioned(5, 5);
    tables.update("orders", TableFixture.units(4, 5));
    tables.advance(10);

    tables.advance(12 * 3600);

    assertThat(throughput().get("NumberOfDecreasesToday").asInt()).isZero();
  }

  @Test
  void takesUnitsAwayAtOnceWhenATableBecomesOnDemand() {
    createIndexed(TableFixture.units(5, 5), TableFixture.units(2, 2));

    JsonNode updating = tables.update("orders", ON_DEMAND);

    assertThat(updating.get("BillingModeSummary"))
        .isEqualTo(Json.of("{'BillingMode':'PAY_PER_REQUEST'}"));
    assertThat(updating.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0,
                 'LastDecreaseDateTime':1772366410.123}
                """));
    assertThat(updating.get("GlobalSecondaryIndexes").get(0).get("IndexStatus").asText())
        .isEqualTo("UPDATING");
    assertThat(updating.get("GlobalSecondaryIndexes").get(0).get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of("{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0}"));

    tables.advance(10);
    JsonNode table = tables.describe("orders");
    assertThat(table.get("BillingModeSummary"))
        .isEqualTo(
            Json.of(
                """
                {'BillingMode':'PAY_PER_REQUEST',
                 'LastUpdateToPayPerRequestDateTime':1772366420.123}
                """));
    assertThat(table.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of("{'NumberOfDecreasesToday':0,'ReadCapacityUnits':0,'WriteCapacityUnits':0}"));
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index().get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of(
                """
                {'NumberOfDecreasesToday':1,'ReadCapacityUnits':0,'WriteCapacityUnits':0,
                 'LastDecreaseDateTime':1772366420.123}
                """));
  }

  @Test
  void showsNewUnitsAtOnceWhenATableBecomesProvisioned() {
    createIndexed(ON_DEMAND, null);

    JsonNode updating =
        tables.update(
            "orders",
            "'BillingMode':'PROVISIONED',%s,'GlobalSecondaryIndexUpdates':[{'Update':{%s,%s}}]"
                .formatted(
                    TableFixture.units(5, 6), "'IndexName':'index'", TableFixture.units(7, 8)));

    assertThat(updating.get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of("{'NumberOfDecreasesToday':0,'ReadCapacityUnits':5,'WriteCapacityUnits':6}"));
    assertThat(updating.get("BillingModeSummary"))
        .isEqualTo(
            Json.of(
                """
                {'BillingMode':'PROVISIONED','LastUpdateToPayPerRequestDateTime':1772366400.123}
                """));
    tables.advance(10);
    assertThat(tables.describe("orders").has("BillingModeSummary")).isTrue();
    assertThat(index().get("ProvisionedThroughput"))
        .isEqualTo(
            Json.of("{'NumberOfDecreasesToday':0,'ReadCapacityUnits':7,'WriteCapacityUnits':8}"));
  }

  @Test
  void changesNothingWhenTheModeStaysOnDemand() {
    createOnDemand();

    assertThat(tables.update("orders", ON_DEMAND)).isEqualTo(tables.describe("orders"));
    assertThat(status()).isEqualTo("ACTIVE");
  }

  @Test
  void changesTheUnitsOfAnIndex() {
    createIndexed(TableFixture.units(5, 5), TableFixture.units(2, 2));

    JsonNode updating =
        tables.update(
            "orders",
            "'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'index',%s}}]"
                .formatted(TableFixture.units(3, 2)));

    assertThat(updating.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(updating.get("GlobalSecondaryIndexes").get(0).get("IndexStatus").asText())
        .isEqualTo("UPDATING");
    tables.advance(10);
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index().get("ProvisionedThroughput").get("ReadCapacityUnits").asInt()).isEqualTo(3);
  }

  @Test
  void switchesTheStreamOnAndOff() {
    createOnDemand();
    String stream = "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}";

    JsonNode on = tables.update("orders", stream);
    tables.advance(10);
    tables.update("orders", "'StreamSpecification':{'StreamEnabled':false}");
    tables.advance(10);
    JsonNode off = tables.describe("orders");
    JsonNode onAgain = tables.update("orders", stream);

    assertThat(on.get("StreamSpecification"))
        .isEqualTo(Json.of("{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}"));
    assertThat(off.has("StreamSpecification")).isFalse();
    assertThat(off.get("LatestStreamArn")).isEqualTo(on.get("LatestStreamArn"));
    assertThat(onAgain.get("LatestStreamArn")).isNotEqualTo(on.get("LatestStreamArn"));
  }

  @Test
  void changesTheEncryptionKey() {
    createOnDemand();

    JsonNode updating = tables.update("orders", "'SSESpecification':{'Enabled':true}");
    tables.advance(10);
    JsonNode encrypted = tables.describe("orders");
    JsonNode leaving = tables.update("orders", "'SSESpecification':{'Enabled':false}");
    tables.advance(10);

    assertThat(updating.get("SSEDescription").get("Status").asText()).isEqualTo("UPDATING");
    assertThat(encrypted.get("SSEDescription").get("Status").asText()).isEqualTo("ENABLED");
    assertThat(leaving.get("SSEDescription").get("Status").asText()).isEqualTo("UPDATING");
    assertThat(tables.describe("orders").has("SSEDescription")).isFalse();
  }

  @Test
  void changesTheTableClass() {
    createOnDemand();

    JsonNode updating = tables.update("orders", "'TableClass':'STANDARD_INFREQUENT_ACCESS'");

    assertThat(updating.get("TableClassSummary"))
        .isEqualTo(
            Json.of(
                """
                {'TableClass':'STANDARD_INFREQUENT_ACCESS','LastUpdateDateTime':1772366410.123}
                """));
  }

  @Test
  void changesDeletionProtectionAtOnce() {
    createOnDemand();

    JsonNode updated = tables.update("orders", "'DeletionProtectionEnabled':true");

    assertThat(updated.get("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(updated.get("TableStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void changesOneMaximumAndKeepsTheOther() {
    createOnDemand();
    tables.update(
        "orders", "'OnDemandThroughput':{'MaxReadRequestUnits':5,'MaxWriteRequestUnits':6}");
    tables.advance(10);

    JsonNode updating = tables.update("orders", "'OnDemandThroughput':{'MaxReadRequestUnits':-1}");

    assertThat(updating.get("OnDemandThroughput"))
        .isEqualTo(Json.of("{'MaxReadRequestUnits':-1,'MaxWriteRequestUnits':6}"));
  }

  @Test
  void raisesWarmThroughput() {
    createOnDemand();

    JsonNode updating = tables.update("orders", "'WarmThroughput':{'ReadUnitsPerSecond':13000}");

    assertThat(updating.get("WarmThroughput"))
        .isEqualTo(
            Json.of("{'ReadUnitsPerSecond':13000,'WriteUnitsPerSecond':4000,'Status':'UPDATING'}"));
    tables.advance(10);
    assertThat(tables.describe("orders").get("WarmThroughput").get("Status").asText())
        .isEqualTo("ACTIVE");
  }

  @Test
  void buildsAnIndexInThreeSteps() {
    createOnDemand();

    JsonNode allocating = tables.update("orders", TableFixture.addIndex("index"));

    assertThat(allocating.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(allocating.get("AttributeDefinitions"))
        .isEqualTo(
            Json.of(
                """
                [{'AttributeName':'pk','AttributeType':'S'},
                 {'AttributeName':'gpk','AttributeType':'S'}]
                """));
    assertThat(index().get("IndexStatus").asText()).isEqualTo("CREATING");
    assertThat(index().get("Backfilling").asBoolean()).isFalse();
    assertThat(schemaIndex().isReadable()).isFalse();
    assertThat(tables.backfills).isEmpty();

    tables.advance(10);
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("CREATING");
    assertThat(index().get("Backfilling").asBoolean()).isTrue();

    tables.advance(10);
    assertThat(tables.backfills).containsExactly("orders.index");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index().has("Backfilling")).isFalse();
    assertThat(schemaIndex().isReadable()).isTrue();
  }

  /** tables.md §6.3 rule 8. */
  @Test
  void changesAnIndexWhileAnotherIsAllocated() {
    createIndexed(ON_DEMAND, null);
    tables.update("orders", TableFixture.addIndex("another"));

    JsonNode updating = tables.update("orders", updateIndex("index"));

    assertThat(updating.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("UPDATING");
    assertThat(tables.updateError("orders", updateIndex("another")))
        .endsWith("Index is being updated.  Table: orders Index: another");
    assertThat(
            tables.updateError(
                "orders", updateIndex("index") + ",'TableClass':'STANDARD_INFREQUENT_ACCESS'"))
        .endsWith("Table is being updated: orders");
    tables.advance(10);
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(index().get("OnDemandThroughput")).isEqualTo(Json.of("{'MaxReadRequestUnits':5}"));
  }

  private static String updateIndex(String name) {
    return "'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'%s',".formatted(name)
        + "'OnDemandThroughput':{'MaxReadRequestUnits':5}}}]";
  }

  @Test
  void hasASmallIndexReadyWhenTheAnswerHasArrived() {
    TableFixture immediate = TableFixture.immediate();
    immediate.create("orders");

    JsonNode updating = immediate.update("orders", TableFixture.addIndex("index"));

    assertThat(updating.get("GlobalSecondaryIndexes").get(0).get("Backfilling").asBoolean())
        .isFalse();
    JsonNode index = immediate.describe("orders").get("GlobalSecondaryIndexes").get(0);
    assertThat(index.get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(immediate.backfills).containsExactly("orders.index");
  }

  @Test
  void keepsTheStoredTypeOfAnAttribute() {
    createOnDemand();

    JsonNode updating =
        tables.update(
            "orders",
            """
            'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'N'},
              {'AttributeName':'unused','AttributeType':'S'}],
            'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'index',
              'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
              'Projection':{'ProjectionType':'ALL'}}}]
            """);

    assertThat(updating.get("AttributeDefinitions"))
        .isEqualTo(Json.of("[{'AttributeName':'pk','AttributeType':'S'}]"));
    assertThat(schemaIndex().key().attribute("pk").type().name()).isEqualTo("S");
  }

  @Test
  void removesAnIndexWithTheDefinitionsThatOnlyItUsed() {
    createOnDemand();
    tables.update("orders", TableFixture.addIndex("index"));
    tables.advance(20);

    JsonNode updating = tables.update("orders", TableFixture.deleteIndex("index"));

    assertThat(updating.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("DELETING");
    assertThat(schemaIndex()).isNull();
    tables.advance(10);
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("DELETING");
    tables.advance(10);
    assertThat(tables.describe("orders").has("GlobalSecondaryIndexes")).isFalse();
    assertThat(tables.describe("orders").get("AttributeDefinitions"))
        .isEqualTo(Json.of("[{'AttributeName':'pk','AttributeType':'S'}]"));
  }

  @Test
  void deletesAnIndexWhileItIsBeingFilled() {
    createOnDemand();
    tables.update("orders", TableFixture.addIndex("index"));
    tables.advance(10);

    JsonNode updating = tables.update("orders", TableFixture.deleteIndex("index"));

    assertThat(updating.get("GlobalSecondaryIndexes").get(0).has("Backfilling")).isFalse();
    tables.advance(20);
    assertThat(tables.describe("orders").has("GlobalSecondaryIndexes")).isFalse();
    assertThat(tables.backfills).isEmpty();
  }

  @Test
  void changesTheTableWhileAnIndexIsBeingFilled() {
    createOnDemand();
    tables.update("orders", TableFixture.addIndex("index"));
    tables.advance(10);

    tables.update("orders", "'OnDemandThroughput':{'MaxReadRequestUnits':5}");
    tables.advance(10);

    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(tables.backfills).containsExactly("orders.index");
  }

  private void createOnDemand() {
    tables.create("orders");
    tables.advance(10);
  }

  private void createProvisioned(int read, int write) {
    tables.createProvisioned("orders", read, write);
    tables.advance(10);
  }

  private void createIndexed(String capacity, String indexUnits) {
    tables.create(
        TableFixture.CALLER,
        "orders",
        capacity
            + """
            ,'GlobalSecondaryIndexes':[{'IndexName':'index',
              'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
              'Projection':{'ProjectionType':'ALL'}%s}]
            """
                .formatted(indexUnits == null ? "" : "," + indexUnits));
    tables.advance(10);
  }

  private String status() {
    return tables.describe("orders").get("TableStatus").asText();
  }

  private JsonNode throughput() {
    return tables.describe("orders").get("ProvisionedThroughput");
  }

  private JsonNode index() {
    return tables.describe("orders").get("GlobalSecondaryIndexes").get(0);
  }

  private IndexSchema schemaIndex() {
    return tables.catalogue.table(TableFixture.CALLER, "orders").schema().index("index");
  }
}
