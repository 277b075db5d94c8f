package dev.dynamoemulator.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.Storage;
import java.time.Duration;
import java.util.List;

/**
 * Fills and removes the global and vector indexes of existing tables, after the table itself is
 * active again.
 */
final class IndexLifecycle {

  /** An index of so few items is filled at once, so that it is active when the caller looks. */
  private static final long ITEMS_FILLED_AT_ONCE = 1_000;

  private final Catalogue catalogue;
  private final Storage storage;
  private final Environment environment;
  private final IndexBuilder indexBuilder;
  private final TransientDelays delays;

  IndexLifecycle(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      IndexBuilder indexBuilder,
      TransientDelays delays) {
    this.catalogue = catalogue;
    this.storage = storage;
    this.environment = environment;
    this.indexBuilder = indexBuilder;
    this.delays = delays;
  }

  /** Goes on with the indexes that were being filled or deleted when the store was closed. */
  void resume(Table table, List<OnlineIndex> indexes) {
    for (OnlineIndex index : indexes) {
      if (index.backfill() == Backfill.RUNNING) {
        fillLater(table, index);
      } else if (index.status() == IndexStatus.DELETING) {
        removeLater(table, index);
      }
    }
  }

  /** Fills the index when its time has come; a large one never on the thread of the caller. */
  void fillLater(Table table, OnlineIndex index) {
    Duration delay = delays.update();
    if (delay.isZero() && storage.count(table.schema().collection()) <= ITEMS_FILLED_AT_ONCE) {
      fill(table, index);
    } else {
      environment.scheduler().schedule(delay, () -> fill(table, index));
    }
  }

  void removeLater(Table table, OnlineIndex index) {
    Duration delay = delays.delete();
    if (delay.isZero()) {
      remove(table, index);
    } else {
      environment.scheduler().schedule(delay, () -> remove(table, index));
    }
  }

  private void fill(Table table, OnlineIndex index) {
    if (table.schema().lists(index.collection())) {
      indexBuilder.backfill(table, index);
    }
    TableChange filling =
        catalogue.change(table, current -> Settlement.filled(current, index.collection()));
    boolean wasDeletedMeanwhile = !filling.after().schema().lists(index.collection());
    if (wasDeletedMeanwhile || table.isDropped()) {
      storage.drop(index.collection());
    }
  }

  private void remove(Table table, OnlineIndex index) {
    catalogue.change(table, current -> Settlement.withoutIndex(current, index.collection()));
    storage.drop(index.collection());
  }
}
