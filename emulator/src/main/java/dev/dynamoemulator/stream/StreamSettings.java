package dev.dynamoemulator.stream;

import java.time.Duration;

/**
 * How streams are kept.
 *
 * @param shards open shards of each stream; the service has one for each partition of the table
 * @param rollInterval how long a shard is open before a child takes its place
 * @param retainedBytes bytes of records in all streams from which on the oldest are trimmed before
 *     their time
 */
public record StreamSettings(int shards, Duration rollInterval, long retainedBytes) {

  /** About what the service does (streams.md §5.4). */
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  public StreamSettings {
    if (shards < 1) {
      throw new IllegalArgumentException("A stream has at least one shard: " + shards);
    }
    if (rollInterval.isNegative() || rollInterval.isZero()) {
      throw new IllegalArgumentException("Shards are open for some time: " + rollInterval);
    }
  }

  /** One shard a stream, and all records of the last 24 hours: for streams in a file. */
  public static StreamSettings unbounded() {
    return new StreamSettings(1, FOUR_HOURS, Long.MAX_VALUE);
  }

  /** One shard a stream, and records that take no more than a quarter of the memory. */
  public static StreamSettings boundedByMemory() {
    return unbounded().withRetainedBytes(Runtime.getRuntime().maxMemory() / 4);
  }

  public StreamSettings withShards(int count) {
    return new StreamSettings(count, rollInterval, retainedBytes);
  }

  public StreamSettings withRetainedBytes(long bytes) {
    return new StreamSettings(shards, rollInterval, bytes);
  }
}
