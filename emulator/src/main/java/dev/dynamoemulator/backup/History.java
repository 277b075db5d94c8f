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

  /** Before every time. */
  static final long NEVER = Long.MIN_VALUE;

  private static final int REMOVED_AT_ONCE = 2_000;

  private final String id;
  private final Storage storage;
  private long nextSequence;
  private long lastTime;
  private long size;
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
      add(batch, nextSequence++, change);
    }
  }

  private void add(WriteBatch batch, long sequence, ItemChange change) {
    byte[] key = HistoryEntry.itemKeyed(change.itemKey(), sequence);
    byte[] value = HistoryEntry.change(lastTime, change.oldItem());
    batch.put(byItem(id), key, value);
    batch.put(
        byTime(id),
        HistoryEntry.timeKeyed(sequence),
        HistoryEntry.place(lastTime, change.itemKey()));
    size += bytes(key, value);
  }

  /** What a change counts for. */
  private static long bytes(byte[] key, byte[] value) {
    return 2L * key.length + value.length;
  }

  /** About how many bytes it takes. */
  synchronized long size() {
    return size;
  }

  /**
   * Learns its size, for histories whose size is bounded.
   *
   * @param known null when it has to be measured
   */
  synchronized void measure(Long known) {
    size = known == null ? measured() : known;
  }

  private long measured() {
    long bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor changes = snapshot.range(byItem(id), null, null, false);
      while (changes.next()) {
        bytes += bytes(changes.key(), changes.value());
      }
    }
    return bytes;
  }

  /** To be called when a batch with changes is committed: it may have come after the end. */
  void settle() {
    if (isDropped) {
      dropCollections();
    }
  }

  /** Removes the changes before that time, some at a time. */
  void trim(long time) {
    WriteBatch batch = new WriteBatch();
    while (!isDropped && trim(batch, time, Long.MAX_VALUE) != NEVER) {
      storage.commit(batch);
      batch = new WriteBatch();
    }
  }

  /**
   * Adds to the batch the removal of the oldest changes before that time, until so many bytes are
   * freed, but no more than are removed at once.
   *
   * @return the time of the last change that is removed; {@link #NEVER} when there is none
   */
  synchronized long trim(WriteBatch batch, long time, long wanted) {
    long last = NEVER;
    long freed = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor oldest = snapshot.range(byTime(id), null, null, false);
      while (freed < wanted
          && batch.changes().size() < REMOVED_AT_ONCE
          && oldest.next()
          && HistoryEntry.time(oldest.value()) < time) {
        byte[] key =
            HistoryEntry.itemKeyed(
                HistoryEntry.itemKey(oldest.value()), HistoryEntry.sequenceOf(oldest.key()));
        batch.remove(byItem(id), key);
        batch.remove(byTime(id), oldest.key());
        freed += bytes(key, snapshot.get(byItem(id), key));
        last = HistoryEntry.time(oldest.value());
      }
    }
    size -= freed;
    return last;
  }

  /** Removes all of it. Nothing is added any more. */
  void drop() {
    isDropped = true;
    dropCollections();
  }

  /** In this order, so that whatever stands by time stands by item. */
  private void dropCollections() {
    storage.drop(byTime(id));
    storage.drop(byItem(id));
  }
}
