package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableLoadTest {

  private static final String INDEX = "index/g";
  private static final KeyAttribute PARTITION_KEY = new KeyAttribute("pk", AttributeType.S);
  private static final KeyAttribute INDEX_KEY = new KeyAttribute("g", AttributeType.S);

  private final Storage storage = H2Storage.inMemory();
  private final Environment environment =
      new Environment(AdjustableClock.fixed(Instant.EPOCH), Ids.seeded(1));
  private final Engine engine =
      new Engine(
          storage, ChangeLog.NONE, new TransactionHold(environment.scheduler()), Limits.DYNAMODB);
  private final TableLifecycle lifecycle =
      new TableLifecycle(
          Catalogue.open(storage, false),
          storage,
          environment,
          engine.indexBuilder(),
          TransientDelays.NONE,
          Limits.DYNAMODB);
  private final Table table = create();

  private Table create() {
    GlobalIndex index =
        new GlobalIndex(
            "byG",
            new KeySchema(List.of(INDEX_KEY), List.of()),
            new Projection(ProjectionType.KEYS_ONLY, List.of()),
            INDEX,
            IndexStatus.CREATING,
            Backfill.NONE,
            Capacity.of(CapacityUnits.NONE, null, null));
    return lifecycle.createToFill(
        new Namespace("000000000000", "us-east-1"),
        new TableDescriptionBuilder(
                "orders", "id", Instant.EPOCH, new KeySchema(List.of(PARTITION_KEY), List.of()))
            .status(TableStatus.CREATING)
            .billing(Billing.of(BillingMode.PAY_PER_REQUEST))
            .attributeDefinitions(List.of(PARTITION_KEY, INDEX_KEY))
            .globalIndexes(List.of(index))
            .build(),
        namesake -> TableErrors.tableAlreadyExists(namesake.name()));
  }

  @Test
  void putsItemsWithTheirIndexEntriesAndSizes() {
    TableLoad load = engine.load(table);
    for (int i = 0; i < 1_200; i++) {
      load.put(item("k" + i, i % 2 == 0 ? "g" : null));
    }
    load.flush();
    lifecycle.filled(table);

    assertThat(table.description().status()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.description().globalIndex("byG").status()).isEqualTo(IndexStatus.ACTIVE);
    assertThat(storage.count(table.schema().collection())).isEqualTo(1_200);
    assertThat(storage.count(INDEX)).isEqualTo(600);
    assertSizesAreThoseOfTheStore();
  }

  @Test
  void laterItemOfAKeyReplacesTheEarlierOne() {
    TableLoad load = engine.load(table);
    load.put(item("twice at once", "long index key"));
    load.put(item("twice at once", "g"));
    load.put(item("twice", "g"));
    load.flush();
    load.put(item("twice", null));
    load.flush();

    assertThat(storage.count(table.schema().collection())).isEqualTo(2);
    assertThat(storage.count(INDEX)).isEqualTo(1);
    assertSizesAreThoseOfTheStore();
  }

  /** Another engine measures what it finds. */
  private void assertSizesAreThoseOfTheStore() {
    Engine other =
        new Engine(
            storage, ChangeLog.NONE, new TransactionHold(environment.scheduler()), Limits.DYNAMODB);
    for (String collection : List.of(table.schema().collection(), INDEX)) {
      assertThat(engine.statistics().sizeBytes(collection))
          .isEqualTo(other.statistics().sizeBytes(collection))
          .isPositive();
    }
  }

  private static StoredItem item(String key, String indexKey) {
    return StoredItem.of(
        Item.of(
            indexKey == null
                ? Map.of("pk", new AttributeValue.S(key))
                : Map.of("pk", new AttributeValue.S(key), "g", new AttributeValue.S(indexKey))));
  }
}
