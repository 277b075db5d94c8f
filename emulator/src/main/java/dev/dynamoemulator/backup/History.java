package dev.dynamoemulator.backup;

import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.util.List;

/**
 * What the items of a table were before each change since the history began. Together with the
 * items as they are now it tells what they were at any time in between. Thread-safe.
 */
final class History {

  /** With what the names of all its collections begin. */
  static final String COLLECTIONS = "history/";

  private static final int TRIMMED_AT_ONCE = 1_000;

  private final String id;
  private final Storage storage;
  private long nextSequence;
  private long lastTime;
  private volatile boolean isDropped;

  private History(String id, Storage storage) {
    this.id = id;
    this.storage = storage;
  }

  /** The history of that id, which goes on; an empty one when there is none. */
  static History open(String id, Storage storage) {
    History history = new History(id, storage);
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor newest = snapshot.range(byTime(id), null, null, true);
      if (newest.next()) {
        history.nextSequence = HistoryEntry.sequenceOf(newest.key()) + 1;
        history.lastTime = HistoryEntry.time(newest.value());
      }
    }
    return history;
  }

  /** The collection of changes by item. */
  static String byItem(String id) {
    return COLLECTIONS + id + "/items";
  }

  private static String byTime(String id) {
    return COLLECTIONS + id + "/times";
  }

  /** Whether a collection belongs to the history of that id. */
  static boolean owns(String id, String collection) {
    return collection.equals(byItem(id)) || collection.equals(byTime(id));
  }

  String id() {
    return id;
  }

  /**
   * Adds changes to the batch, all with the same time, so that a moment has all or none of them.
   * Their time is not before that of earlier ones, even when the clock was set back.
   */
  synchronized void append(WriteBatch batch, List<ItemChange> changes, long now) {
    lastTime = Math.max(lastTime, now);
    for (ItemChange change : changes) {
      long sequence = nextSequence++;
      byte[] itemKey = change.itemKey();
      batch.put(
          byItem(id),
          HistoryEntry.itemKeyed(itemKey, sequence),
          HistoryEntry.change(lastTime, change.oldItem()));
      batch.put(
          byTime(id), HistoryEntry.timeKeyed(sequence), HistoryEntry.place(lastTime, itemKey));
    }
  }

  /** To be called when a batch with changes is committed: it may have come after the end. */
  void settle() {
    if (isDropped) {
      dropCollections();
    }
  }

  /** Removes the changes before that time, some at a time. */
  void trim(long time) {
    boolean mayHoldMore = true;
    while (mayHoldMore && !isDropped) {
      mayHoldMore = trimSome(time);
    }
  }

  /** Whether there may be more to trim. */
  private boolean trimSome(long time) {
    WriteBatch batch = new WriteBatch();
    int trimmed = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor oldest = snapshot.range(byTime(id), null, null, false);
      while (trimmed < TRIMMED_AT_ONCE
          && oldest.next()
          && HistoryEntry.time(oldest.value()) < time) {
        long sequence = HistoryEntry.sequenceOf(oldest.key());
        byte[] itemKey = HistoryEntry.itemKey(oldest.value());
        batch.remove(byItem(id), HistoryEntry.itemKeyed(itemKey, sequence));
        batch.remove(byTime(id), oldest.key());
        trimmed++;
      }
    }
    if (trimmed > 0) {
      storage.commit(batch);
    }
    return trimmed == TRIMMED_AT_ONCE;
  }

  /** Removes all of it. Nothing is added any more. */
  void drop() {
    isDropped = true;
    dropCollections();
  }

  private void dropCollections() {
    storage.drop(byItem(id));
    storage.drop(byTime(id));
  }
}
