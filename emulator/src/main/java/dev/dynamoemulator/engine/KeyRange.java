package dev.dynamoemulator.engine;

import java.util.Arrays;

/**
 * A stretch of storage keys.
 *
 * @param from lowest key, inclusive; null for the beginning
 * @param to highest key, exclusive; null for the end
 */
public record KeyRange(byte[] from, byte[] to) {

  /** Every key. */
  public static final KeyRange ALL = new KeyRange(null, null);

  /** The keys that start with the prefix. */
  static KeyRange startingWith(byte[] prefix) {
    return new KeyRange(prefix, KeyBytes.successor(prefix));
  }

  /** What is left of the range when it is read on behind the key, in the given direction. */
  KeyRange behind(byte[] key, boolean isDescending) {
    return isDescending ? new KeyRange(from, key) : new KeyRange(KeyBytes.next(key), to);
  }

  boolean contains(byte[] key) {
    return (from == null || Arrays.compareUnsigned(key, from) >= 0)
        && (to == null || Arrays.compareUnsigned(key, to) < 0);
  }
}
