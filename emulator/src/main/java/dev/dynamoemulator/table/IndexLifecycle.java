package dev.dynamoemulator.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.Storage;
import java.time.Duration;
import java.util.List;

/**
 * Fills and removes the global indexes of existing tables, after the table itself is active again.
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
  void resume(Table table, List<GlobalIndex> indexes) {
    for (GlobalIndex index : indexes) {
      if (index.backfill() == Backfill.RUNNING) {
        fillLater(table, index);
      } else if (index.status() == IndexStatus.DELETING) {
        removeLater(table, index);
      }
    }
  }

  /** Fills the index when its time has come; a large one never on the thread of the caller. */
  void fillLater(Table table, GlobalIndex index) {
    Duration delay = delays.update();
    if (delay.isZero() && storage.count(table.schema().collection()) <= ITEMS_FILLED_AT_ONCE) {
      fill(table, index);
    } else {
      environment.scheduler().schedule(delay, () -> fill(table, index));
    }
  }

  void removeLater(Table table, GlobalIndex index) {
    Duration delay = delays.delete();
    if (delay.isZero()) {
      remove(table, index);
    } else {
      environment.scheduler().schedule(delay, () -> remove(table, index));
    }
  }

  private void fill(Table table, GlobalIndex index) {
    IndexSchema schema = schemaOf(index, table.schema());
    if (schema != null) {
      indexBuilder.backfill(table, schema);
    }
    TableChange filling =
        catalogue.change(table, current -> Settlement.filled(current, index.collection()));
    boolean wasDeletedMeanwhile = schemaOf(index, filling.after().schema()) == null;
    if (wasDeletedMeanwhile || table.isDropped()) {
      storage.drop(index.collection());
    }
  }

  /** The index as the table's schema lists it; null when it was deleted. */
  private static IndexSchema schemaOf(GlobalIndex index, TableSchema table) {
    IndexSchema present = table.index(index.name());
    boolean isSame = present != null && present.collection().equals(index.collection());
    return isSame ? present : null;
  }

  private void remove(Table table, GlobalIndex index) {
    catalogue.change(table, current -> Settlement.withoutIndex(current, index.collection()));
    storage.drop(index.collection());
  }
}
