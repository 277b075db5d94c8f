package dev.dynamoemulator.throughput;

import dev.dynamoemulator.model.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What single partition keys use. Keys that have used nothing of late take no room; of many busy
 * ones the latest are remembered. Not thread-safe.
 */
final class PartitionBuckets {

  private static final int MOST_KEYS = 10_000;

  /** What a partition cannot exceed, it cannot save up either. */
  private static final Duration SAVED = Duration.ofSeconds(1);

  private final double rate;
  private final Map<List<AttributeValue>, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  PartitionBuckets(double rate) {
    this.rate = rate;
  }

  boolean isEmpty(List<AttributeValue> partitionKey, Instant now) {
    Bucket bucket = buckets.get(partitionKey);
    return bucket != null && bucket.isEmpty(now);
  }

  void take(List<AttributeValue> partitionKey, double units, Instant now) {
    Bucket bucket = buckets.get(partitionKey);
    if (bucket == null) {
      makeRoom(now);
      bucket = new Bucket(rate, SAVED, now);
      buckets.put(partitionKey, bucket);
    }
    bucket.take(units, now);
  }

  private void makeRoom(Instant now) {
    if (buckets.size() < MOST_KEYS) {
      return;
    }
    buckets.values().removeIf(bucket -> bucket.isFull(now));
    if (buckets.size() >= MOST_KEYS) {
      Iterator<Bucket> oldest = buckets.values().iterator();
      oldest.next();
      oldest.remove();
    }
  }
}
