package dev.dynamoemulator.replication;

import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * When each item of a global table was last written, wherever that was: what the last writer is
 * found by (control-plane.md §9.6). Deleted items keep theirs, so that an earlier write that
 * arrives later does not bring them back.
 *
 * <p>A version is the time of the write in microseconds, moved on where it must be so that no two
 * writes have the same and a later one always has a higher one. Thread-safe.
 */
final class Versions {

  /** Of an item that was written before its table was a global one. */
  static final long UNKNOWN = 0;

  private static final String COLLECTION = "versions/";

  private final Storage storage;
  private long last;

  /**
   * @param last the highest version that is not stored with an item yet
   */
  Versions(Storage storage, long last) {
    this.storage = storage;
    this.last = last;
  }

  private static String collection(Table table) {
    return COLLECTION + table.schema().collection();
  }

  /** The version of an item, or of its deletion. */
  long of(Table table, byte[] itemKey) {
    return decode(storage.get(collection(table), itemKey));
  }

  /** The same at an earlier moment. */
  static long of(Snapshot snapshot, Table table, byte[] itemKey) {
    return decode(snapshot.get(collection(table), itemKey));
  }

  /** A version for a write of the item now. The caller holds the item's lock. */
  long next(Table table, byte[] itemKey, Instant now) {
    long micros =
        TimeUnit.SECONDS.toMicros(now.getEpochSecond())
            + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    return next(Math.max(micros, of(table, itemKey) + 1));
  }

  private synchronized long next(long least) {
    last = Math.max(last + 1, least);
    return last;
  }

  void put(WriteBatch batch, Table table, byte[] itemKey, long version) {
    batch.put(collection(table), itemKey, encode(version));
  }

  /** Forgets the versions of a table that is gone. */
  void drop(Table table) {
    storage.drop(collection(table));
  }

  /** The bytes of versions are in their order. */
  static byte[] encode(long version) {
    return ByteBuffer.allocate(Long.BYTES).putLong(version).array();
  }

  static long decode(byte[] version) {
    return version == null ? UNKNOWN : ByteBuffer.wrap(version).getLong();
  }
}
