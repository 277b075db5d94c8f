package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that is closed and opened again has its tables again, whatever state they were in. */
class ReopenedCatalogueTest {

  private static final TransientDelays DELAYS =
      new TransientDelays(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final Storage storage = H2Storage.inMemory();
  private TableFixture tables = TableFixture.with(storage, DELAYS);

  @Test
  void describesATableAsBefore() {
    tables.create(
        TableFixture.CALLER,
        "orders",
        """
        'BillingMode':'PAY_PER_REQUEST','DeletionProtectionEnabled':true,
        'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'OLD_IMAGE'},
        'Tags':[{'Key':'a','Value':'b'}],'SSESpecification':{'Enabled':true},
        'OnDemandThroughput':{'MaxReadRequestUnits':4},
        'GlobalSecondaryIndexes':[{'IndexName':'index','Projection':{'ProjectionType':'ALL'},
          'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}]
        """);
    tables.advance(10);
    JsonNode before = tables.describe("orders");

    reopen();

    assertThat(tables.describe("orders")).isEqualTo(before);
    assertThat(tables.catalogue.table(TableFixture.CALLER, "orders").schema().index("index"))
        .isNotNull();
  }

  @Test
  void finishesACreation() {
    tables.create("orders");

    reopen();

    assertThat(status()).isEqualTo("CREATING");
    tables.advance(10);
    assertThat(status()).isEqualTo("ACTIVE");
  }

  @Test
  void finishesAnUpdate() {
    tables.createProvisioned("orders", 1, 1);
    tables.advance(10);
    tables.update("orders", TableFixture.units(2, 2));

    reopen();

    assertThat(status()).isEqualTo("UPDATING");
    tables.advance(10);
    assertThat(tables.describe("orders").get("ProvisionedThroughput").get("ReadCapacityUnits"))
        .isEqualTo(Json.of("2"));
  }

  @Test
  void finishesADeletion() {
    tables.create("orders");
    tables.advance(10);
    tables.call("DeleteTable", "{'TableName':'orders'}");

    reopen();
    tables.advance(10);

    assertThat(tables.call("ListTables", "{}")).isEqualTo(Json.of("{'TableNames':[]}"));
    assertThat(storage.collections()).isEmpty();
  }

  @Test
  void finishesAnIndexInEitherPhase() {
    tables.create("orders");
    tables.advance(10);
    tables.update("orders", TableFixture.addIndex("index"));

    reopen();
    tables.advance(10);
    assertThat(index().get("Backfilling").asBoolean()).isTrue();

    reopen();
    tables.advance(10);
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(tables.backfills).containsExactly("orders.index");
  }

  @Test
  void finishesTheDeletionOfAnIndex() {
    tables.create("orders");
    tables.advance(10);
    tables.update("orders", TableFixture.addIndex("index"));
    tables.advance(20);
    tables.update("orders", TableFixture.deleteIndex("index"));
    tables.advance(10);

    reopen();
    tables.advance(10);

    assertThat(tables.describe("orders").has("GlobalSecondaryIndexes")).isFalse();
  }

  @Test
  void finishesATimeToLiveSetting() {
    tables.create("orders");
    tables.advance(10);
    tables.call(
        "UpdateTimeToLive",
        """
        {'TableName':'orders','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}
        """);

    reopen();
    tables.advance(10);

    assertThat(
            tables
                .call("DescribeTimeToLive", "{'TableName':'orders'}")
                .get("TimeToLiveDescription"))
        .isEqualTo(Json.of("{'TimeToLiveStatus':'ENABLED','AttributeName':'ttl'}"));
  }

  @Test
  void finishesEverythingAtOnceWithoutDelays() {
    tables.create("orders");
    tables.advance(10);
    tables.update("orders", TableFixture.addIndex("index"));

    tables = TableFixture.with(storage, TransientDelays.NONE);

    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(index().get("IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(tables.backfills).containsExactly("orders.index");
  }

  private void reopen() {
    tables = TableFixture.with(storage, DELAYS);
  }

  private String status() {
    return tables.describe("orders").get("TableStatus").asText();
  }

  private JsonNode index() {
    return tables.describe("orders").get("GlobalSecondaryIndexes").get(0);
  }
}
