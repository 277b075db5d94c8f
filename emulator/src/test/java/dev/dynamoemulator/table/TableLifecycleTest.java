package dev.dynamoemulator.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the life cycle does on the scheduler's thread of an emulator with the system clock. */
class TableLifecycleTest {

  private static final Namespace CALLER = new Namespace("000000000000", "us-east-1");

  private final Storage storage = H2Storage.inMemory();
  private final Catalogue catalogue = Catalogue.open(storage, false);
  private final Environment environment = new Environment(AdjustableClock.system(), Ids.seeded(1));
  private final CountDownLatch mayFill = new CountDownLatch(1);
  private final CountDownLatch isFilled = new CountDownLatch(1);
  private final TableLifecycle lifecycle =
      new TableLifecycle(
          catalogue, storage, environment, this::fill, TransientDelays.NONE, Limits.DYNAMODB);

  @AfterEach
  void close() {
    mayFill.countDown();
    environment.close();
  }

  @Test
  void doesNotKeepTheCallerWaitingForALargeIndex() throws InterruptedException {
    Table table = create(1_001);

    lifecycle.update(table, TableLifecycleTest::addIndex);

    assertThat(table.description().status()).isEqualTo(TableStatus.ACTIVE);
    assertThat(index(table).backfill()).isEqualTo(Backfill.RUNNING);
    assertThat(table.schema().index("index").isReadable()).isFalse();

    mayFill.countDown();
    assertThat(isFilled.await(10, TimeUnit.SECONDS)).isTrue();
    environment.close();
    assertThat(index(table).status()).isEqualTo(IndexStatus.ACTIVE);
    assertThat(index(table).backfill()).isEqualTo(Backfill.NONE);
  }

  @Test
  void dropsWhatWasFilledIntoAnIndexThatWasDeletedMeanwhile() throws InterruptedException {
    Table table = create(1_001);
    lifecycle.update(table, TableLifecycleTest::addIndex);

    lifecycle.update(table, TableLifecycleTest::deleteIndex);
    mayFill.countDown();
    isFilled.await(10, TimeUnit.SECONDS);
    environment.close();

    assertThat(table.description().globalIndexes()).isEmpty();
    assertThat(storage.collections()).containsExactlyInAnyOrder("catalogue", "table/orders");
  }

  @Test
  void fillsASmallIndexOnTheCallersThread() {
    Table table = create(1_000);
    mayFill.countDown();

    lifecycle.update(table, TableLifecycleTest::addIndex);

    assertThat(index(table).status()).isEqualTo(IndexStatus.ACTIVE);
  }

  private void fill(Table table, OnlineIndex index) {
    try {
      mayFill.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    storage.commit(new WriteBatch().put(index.collection(), new byte[] {1}, new byte[] {1}));
    isFilled.countDown();
  }

  private Table create(int items) {
    lifecycle.create(
        CALLER, TableFixtures.table("orders").with().status(TableStatus.CREATING).build());
    WriteBatch batch = new WriteBatch();
    for (int item = 0; item < items; item++) {
      batch.put("table/orders", ByteBuffer.allocate(4).putInt(item).array(), new byte[] {1});
    }
    storage.commit(batch);
    return catalogue.table(CALLER, "orders");
  }

  private static GlobalIndex index(Table table) {
    return table.description().globalIndex("index");
  }

  private static TableDescription addIndex(TableDescription current) {
    KeyAttribute attribute = new KeyAttribute("gpk", AttributeType.S);
    GlobalIndex index =
        new GlobalIndex(
            "index",
            new KeySchema(List.of(attribute), List.of()),
            Projection.ALL,
            "index/1",
            IndexStatus.CREATING,
            Backfill.ALLOCATING,
            Capacity.of(CapacityUnits.NONE, null, null));
    return current.with().status(TableStatus.UPDATING).globalIndexes(List.of(index)).build();
  }

  private static TableDescription deleteIndex(TableDescription current) {
    return current
        .with()
        .status(TableStatus.UPDATING)
        .eachGlobalIndex(
            index -> index.withStatus(IndexStatus.DELETING).withBackfill(Backfill.NONE))
        .build();
  }
}
