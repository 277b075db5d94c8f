package dev.dynamoemulator.engine;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TimeToLive;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Deletes expired items, at intervals and on demand. Until then they are read and written like any
 * other (tables.md §11.2). Thread-safe.
 */
public final class TimeToLiveSweep {

  private final Catalogue catalogue;
  private final Engine engine;
  private final Storage storage;
  private final Environment environment;
  private final Predicate<Table> isSwept;

  public TimeToLiveSweep(
      Catalogue catalogue, Engine engine, Storage storage, Environment environment) {
    this(catalogue, engine, storage, environment, table -> true);
  }

  /**
   * @param isSwept the tables whose items expire by themselves, and not with those of another
   *     region
   */
  public TimeToLiveSweep(
      Catalogue catalogue,
      Engine engine,
      Storage storage,
      Environment environment,
      Predicate<Table> isSwept) {
    this.catalogue = catalogue;
    this.engine = engine;
    this.storage = storage;
    this.environment = environment;
    this.isSwept = isSwept;
  }

  /** Sweeps again and again, each time so long after the end of the last. To be called once. */
  public void every(Duration interval) {
    environment.scheduler().repeat(interval, this::run);
  }

  /**
   * Deletes what has expired by now in all tables whose time to live is enabled.
   *
   * @return the number of items deleted
   */
  public long run() {
    long deleted = 0;
    for (Table table : catalogue.allTables()) {
      TimeToLive timeToLive = table.description().timeToLive();
      if (timeToLive.status() == TimeToLive.Status.ENABLED
          && table.description().status() != TableStatus.DELETING
          && isSwept.test(table)) {
        deleted += sweep(table, new Expiry(timeToLive.attributeName(), environment.now()));
      }
    }
    return deleted;
  }

  private long sweep(Table table, Expiry expiry) {
    long deleted = 0;
    TableSchema schema = table.schema();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor items = snapshot.range(schema.collection(), null, null, false);
      while (items.next()) {
        StoredItem item = StoredItem.fromBytes(items.value());
        if (expiry.hasPassed(item) && expire(table, item, expiry)) {
          deleted++;
        }
      }
    }
    return deleted;
  }

  private boolean expire(Table table, StoredItem item, Expiry expiry) {
    try {
      WriteResult result =
          engine.write(
              table, new WriteAction.Expire(Reader.position(table.schema(), null, item), expiry));
      return result.oldItem() != null && result.newItem() == null;
    } catch (DynamoDbException inUse) {
      // The item is part of a transaction, or its table was deleted: the next sweep will see.
      return false;
    }
  }
}
