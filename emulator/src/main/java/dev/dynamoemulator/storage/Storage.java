package dev.dynamoemulator.storage;

import java.util.Set;

/**
 * Ordered byte keys to byte values in named collections. Keys are ordered as unsigned bytes, the
 * shorter prefix first. Knows nothing of attributes or items.
 *
 * <p>Thread-safe. Readers never block writers, nor see part of a {@link WriteBatch}. What reads
 * before it writes must itself keep others from writing the same keys in between.
 */
public interface Storage extends AutoCloseable {

  /** The newest committed value, or null. The array must not be changed. */
  byte[] get(String collection, byte[] key);

  /** A view of all collections as they are now, unmoved by later commits. Must be closed. */
  Snapshot snapshot();

  /**
   * Applies all changes of the batch, or none. When it returns, every reader sees them and they are
   * as durable as the store's durability option says.
   *
   * @throws StorageException when the changes could not be made durable
   */
  void commit(WriteBatch batch);

  /** Whether {@link #commit} is over in microseconds, as it waits for no disk. */
  boolean commitsAtOnce();

  /** Removes every entry of the collection and its name. No error when there is no such one. */
  void drop(String collection);

  /** The number of entries, in constant time. */
  long count(String collection);

  /** The names of the collections that hold at least one entry. */
  Set<String> collections();

  /** Makes every commit durable and releases the store. Closing twice is harmless. */
  @Override
  void close();
}
