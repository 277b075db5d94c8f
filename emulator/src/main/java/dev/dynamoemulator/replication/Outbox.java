package dev.dynamoemulator.replication;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes that wait to be done in one table, of all other regions, by their versions. They are
 * stored by the commits that made them, and leave by those that repeat them. Thread-safe.
 */
final class Outbox {

  static final String PREFIX = "outbox/";

  private static final int MOST_CHANGES = 100;
  private static final int MOST_BYTES = 1 << 20;

  private final Storage storage;
  private final Versions versions;
  private final Table destination;
  private final String collection;

  Outbox(Storage storage, Versions versions, Table destination) {
    this.storage = storage;
    this.versions = versions;
    this.destination = destination;
    this.collection = collection(destination);
  }

  /** Where the changes of a table wait. */
  static String collection(Table destination) {
    return PREFIX + destination.schema().collection();
  }

  /** The highest version in any outbox of the store. */
  static long lastVersion(Storage storage) {
    long last = Versions.UNKNOWN;
    try (Snapshot snapshot = storage.snapshot()) {
      for (String collection : storage.collections()) {
        if (collection.startsWith(PREFIX)) {
          EntryCursor changes = snapshot.range(collection, null, null, true);
          last = changes.next() ? Math.max(last, Versions.decode(changes.key())) : last;
        }
      }
    }
    return last;
  }

  /**
   * @param item null when it was deleted
   */
  void put(WriteBatch batch, long version, Instant written, byte[] itemKey, StoredItem item) {
    byte[] change = Outgoing.encode(written, itemKey, item);
    batch.put(collection, Versions.encode(version), change);
  }

  /**
   * Changes that follow each other, each of another item.
   *
   * @param due the next one that is not taken because its time has not come; null for none
   */
  record Portion(List<Outgoing> changes, Instant due) {

    long lastVersion() {
      return changes.get(changes.size() - 1).version();
    }
  }

  /**
   * The next changes after that version that were written until then. What seems to come from the
   * future was written before the clock was set back, and is taken.
   */
  Portion after(long version, Instant until, Instant now) {
    List<Outgoing> changes = new ArrayList<>();
    Set<ByteBuffer> items = new HashSet<>();
    int bytes = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor entries = snapshot.range(collection, Versions.encode(version + 1), null, false);
      while (changes.size() < MOST_CHANGES && bytes < MOST_BYTES && entries.next()) {
        Outgoing change =
            Outgoing.decode(versions, destination, collection, entries.key(), entries.value());
        if (change.written().isAfter(until) && !change.written().isAfter(now)) {
          return new Portion(changes, change.written());
        }
        if (!items.add(ByteBuffer.wrap(change.itemKey()))) {
          break;
        }
        bytes += entries.value().length;
        changes.add(change);
      }
    }
    return new Portion(changes, null);
  }

  /** The number of changes that wait. */
  long size() {
    return storage.count(collection);
  }

  /** Adds what waited then for another table to what waits for this one. */
  void addAll(Snapshot snapshot, Table other) {
    EntryCursor changes = snapshot.range(collection(other), null, null, false);
    while (changes.next()) {
      storage.commit(new WriteBatch().put(collection, changes.key(), changes.value()));
    }
  }

  /** Forgets what waits for a table that is gone, or is no replica any more. */
  void drop() {
    storage.drop(collection);
  }
}
