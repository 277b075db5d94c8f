package dev.dynamoemulator.storage;

/** A consistent view of a store at one moment. Thread-safe. */
public interface Snapshot extends AutoCloseable {

  /** The value at that moment, or null. The array must not be changed. */
  byte[] get(String collection, byte[] key);

  /**
   * The entries of a range in ascending or descending order of their keys.
   *
   * @param from lowest key, inclusive; null for the first of the collection
   * @param to highest key, exclusive; null for the end of the collection
   */
  EntryCursor range(String collection, byte[] from, byte[] to, boolean descending);

  @Override
  void close();
}
