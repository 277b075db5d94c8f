package dev.dynamoemulator.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hash that orders the partitions of a Scan and deals them out to segments: the first bytes of
 * MD5("Outliers" ‖ key bytes), as observed on the service (items.md §7.4). Thread-safe.
 */
final class PartitionHash {

  /** Bytes of the hash that lead a storage key; equal hashes are told apart by the key itself. */
  static final int LENGTH = 8;

  private static final int COARSE_SLICES = 4096;

  private static final int NEGATIVE_END = 102;
  private static final int MOST_PAIRS = 20;

  private final MessageDigest salted;

  PartitionHash() {
    try {
      salted = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
    salted.update("Outliers".getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The whole digest; {@link #LENGTH} bytes of it are used.
   *
   * @param partitionKey the bytes of its values
   */
  byte[] hash(byte[]... partitionKey) {
    try {
      MessageDigest digest = (MessageDigest) salted.clone();
      for (byte[] value : partitionKey) {
        digest.update(value);
      }
      return digest.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's MD5 can be cloned", e);
    }
  }

  /**
   * The bytes that are hashed of a number. The service complements the digit pairs of a negative
   * one to 101, not to 100, and closes them with 102 unless they are twenty (dynalite:
   * numToBuffer).
   *
   * @param encoded the order-preserving form
   */
  static byte[] ofNumber(byte[] encoded) {
    boolean isNegative = encoded[0] >= 0;
    if (!isNegative) {
      return encoded;
    }
    int pairs = encoded.length - 2;
    byte[] hashed = Arrays.copyOf(encoded, 1 + pairs + (pairs < MOST_PAIRS ? 1 : 0));
    for (int i = 1; i <= pairs; i++) {
      hashed[i]++;
    }
    if (pairs < MOST_PAIRS) {
      hashed[1 + pairs] = NEGATIVE_END;
    }
    return hashed;
  }

  /** The first 32 bits of the hash that leads a storage key. */
  static int leading(byte[] storageKey) {
    return ByteBuffer.wrap(storageKey).getInt();
  }

  /**
   * The lowest hash of a segment. Up to 4096 segments the service slices by the first three hex
   * digits (items.md §8), beyond that these are too coarse and 32 bits decide.
   *
   * @return the first bytes of the lowest hash; null when the segment starts at the end of all
   */
  static byte[] segmentStart(int segment, int totalSegments) {
    if (segment == totalSegments) {
      return null;
    }
    long slices = totalSegments <= COARSE_SLICES ? COARSE_SLICES : 1L << 32;
    long first = -Math.floorDiv(-slices * segment, (long) totalSegments);
    long bits = totalSegments <= COARSE_SLICES ? first << 20 : first;
    return new byte[] {
      (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
    };
  }
}
