package dev.dynamoemulator.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A part of a stream: the changes of the items whose partition hash lies in a range, for some time.
 * Immutable.
 *
 * @param parentId null for the first shards of a stream
 * @param fromHash lowest hash, inclusive
 * @param toHash highest hash, exclusive
 * @param firstCounter below the counters of all its records
 * @param lastCounter above them; 0 while the shard is open
 * @param closed null while the shard is open
 * @param trimmedCounter the counter up to which records were removed before their time; 0 for none
 */
public record Shard(
    String id,
    String parentId,
    int generation,
    long fromHash,
    long toHash,
    long firstCounter,
    long lastCounter,
    Instant closed,
    long trimmedCounter) {

  /** How long records live (streams.md §8.1). */
  static final Duration RETENTION = Duration.ofHours(24);

  private static final String ID_PREFIX = "shardId-";
  private static final int ID_DIGITS = 20;

  /** The number of partition hashes. */
  private static final long HASHES = 1L << 32;

  /** Stands in for the parent of the first shards. */
  private static final Shard ALL = new Shard(null, null, 0, 0, HASHES, 0, 0, null, 0);

  /**
   * @param number rises from shard to shard, so that ids sort by creation
   */
  static String id(long number, int suffix) {
    return ID_PREFIX + String.format(Locale.ROOT, "%020d-%08x", number, suffix);
  }

  static long number(String id) {
    return Long.parseLong(id.substring(ID_PREFIX.length(), ID_PREFIX.length() + ID_DIGITS));
  }

  public boolean isOpen() {
    return closed == null;
  }

  public SequenceNumber startingSequenceNumber() {
    return new SequenceNumber(generation, firstCounter);
  }

  /** Null while the shard is open. */
  public SequenceNumber endingSequenceNumber() {
    return isOpen() ? null : new SequenceNumber(generation, lastCounter);
  }

  boolean isResponsibleFor(int partitionHash) {
    long hash = Integer.toUnsignedLong(partitionHash);
    return isOpen() && fromHash <= hash && hash < toHash;
  }

  /** Whether all its records have reached the end of their life. */
  boolean isExpired(Instant now) {
    return closed != null && !closed.plus(RETENTION).isAfter(now);
  }

  Shard closedAt(long counter, Instant now) {
    return new Shard(
        id, parentId, generation, fromHash, toHash, firstCounter, counter, now, trimmedCounter);
  }

  Shard trimmedTo(long counter) {
    return new Shard(
        id, parentId, generation, fromHash, toHash, firstCounter, lastCounter, closed, counter);
  }

  static List<Shard> first(int count, Supplier<String> ids, LongSupplier counters) {
    return ALL.children(count, ids, counters);
  }

  /** The shards that take over, each for an equal part of the hashes. */
  List<Shard> children(int count, Supplier<String> ids, LongSupplier counters) {
    List<Shard> children = new ArrayList<>(count);
    long width = toHash - fromHash;
    for (int i = 0; i < count; i++) {
      children.add(
          new Shard(
              ids.get(),
              id,
              generation + 1,
              fromHash + width * i / count,
              fromHash + width * (i + 1) / count,
              counters.getAsLong(),
              0,
              null,
              0));
    }
    return children;
  }
}
