package dev.dynamoemulator.backup;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Copies the items of tables into backups. From the request on, a history of the table is kept, so
 * that the items can be read as they were at the request, whenever the copy is made: also by the
 * next process, when the first one was killed. Thread-safe.
 */
final class BackupCopy {

  /** So few items are copied at once, so that the backup is available when the caller looks. */
  private static final long ITEMS_COPIED_AT_ONCE = 1_000;

  private static final int ITEMS_A_COMMIT = 500;
  private static final int BYTES_A_COMMIT = 1024 * 1024;

  private final Storage storage;
  private final Environment environment;
  private final ChangeHistories histories;
  private final Duration delay;
  private final Consumer<Backup> completion;
  private final Map<String, History> historyOf = new ConcurrentHashMap<>();

  /**
   * @param delay how long a backup stays in CREATING
   * @param completion stores a completed backup
   */
  BackupCopy(
      Storage storage,
      Environment environment,
      ChangeHistories histories,
      Duration delay,
      Consumer<Backup> completion) {
    this.storage = storage;
    this.environment = environment;
    this.histories = histories;
    this.delay = delay;
    this.completion = completion;
  }

  /** Keeps the changes of the table's items from now on, or goes on with that. */
  void follow(Backup backup, Table table) {
    History history = History.open(backup.id(), storage);
    historyOf.put(backup.id(), history);
    histories.begin(table, history);
  }

  /** Copies the items of a table that is followed; many of them not on the caller's thread. */
  void start(Backup backup, Table table) {
    if (delay.isZero() && storage.count(table.schema().collection()) <= ITEMS_COPIED_AT_ONCE) {
      copy(backup, table);
    } else {
      environment.scheduler().schedule(delay, () -> copy(backup, table));
    }
  }

  private void copy(Backup backup, Table table) {
    History history = historyOf.get(backup.id());
    long items = 0;
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      ItemPast past = ItemPast.ofAll(snapshot, table.schema().collection(), history.id());
      ItemCursor cursor = PastItems.atTheBeginning(past);
      WriteBatch batch = new WriteBatch();
      int batchBytes = 0;
      while (cursor.next()) {
        StoredItem item = cursor.item();
        batch.put(backup.collection(), cursor.key(), item.bytes());
        items++;
        bytes += item.size();
        batchBytes += item.bytes().length;
        if (batch.changes().size() == ITEMS_A_COMMIT || batchBytes >= BYTES_A_COMMIT) {
          storage.commit(batch);
          batch = new WriteBatch();
          batchBytes = 0;
        }
      }
      storage.commit(batch);
    }
    completion.accept(backup.completed(items, bytes));
    histories.end(table, historyOf.remove(backup.id()));
  }
}
