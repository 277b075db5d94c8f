package dev.dynamoemulator.throughput;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.traffic.Access;
import dev.dynamoemulator.traffic.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Keeps a table or a global index within what it and its partitions may use. Thread-safe. */
final class ThroughputMeter implements Meter {

  /** What one partition can serve per second. */
  private static final double PARTITION_READS = 3_000;

  private static final double PARTITION_WRITES = 1_000;

  /** Unused provisioned units of the last five minutes serve bursts. */
  private static final Duration BURST = Duration.ofSeconds(300);

  private static final Duration NO_BURST = Duration.ofSeconds(1);

  private final String arn;
  private final boolean isIndex;
  private final List<KeyAttribute> partitionKey;
  private final InstantSource clock;
  private final Map<Access, Bucket> buckets = new EnumMap<>(Access.class);
  private final Map<Access, PartitionBuckets> partitions = new EnumMap<>(Access.class);
  private Allowance allowance;

  ThroughputMeter(
      String arn, boolean isIndex, List<KeyAttribute> partitionKey, InstantSource clock) {
    this.arn = arn;
    this.isIndex = isIndex;
    this.partitionKey = partitionKey;
    this.clock = clock;
    partitions.put(Access.READ, new PartitionBuckets(PARTITION_READS));
    partitions.put(Access.WRITE, new PartitionBuckets(PARTITION_WRITES));
  }

  /** Limits what may be used from now on. */
  synchronized void allow(Allowance next) {
    if (next.equals(allowance)) {
      return;
    }
    Instant now = clock.instant();
    Duration saved = next.isOnDemand() ? NO_BURST : BURST;
    for (Access access : Access.values()) {
      Long units = next.units(access);
      Bucket bucket = buckets.get(access);
      if (units == null) {
        buckets.remove(access);
      } else if (bucket == null || allowance.isOnDemand() != next.isOnDemand()) {
        buckets.put(access, new Bucket(units, saved, now));
      } else {
        bucket.setRate(units, saved, now);
      }
    }
    allowance = next;
  }

  @Override
  public synchronized void admit(Access access, Attributes key) {
    Instant now = clock.instant();
    Bucket bucket = buckets.get(access);
    ThrottledResource resource = new ThrottledResource(arn, isIndex, access == Access.WRITE);
    if (bucket != null && bucket.isEmpty(now)) {
      throw allowance.isOnDemand()
          ? ThroughputErrors.onDemandMaximumExceeded(resource)
          : ThroughputErrors.provisionedExceeded(resource);
    }
    List<AttributeValue> partition = partition(key);
    if (partition != null && partitions.get(access).isEmpty(partition, now)) {
      throw allowance.isOnDemand()
          ? ThroughputErrors.onDemandKeyRangeExceeded(resource)
          : ThroughputErrors.provisionedKeyRangeExceeded(resource);
    }
  }

  @Override
  public synchronized void count(Access access, Attributes key, double units) {
    Instant now = clock.instant();
    Bucket bucket = buckets.get(access);
    if (bucket != null) {
      bucket.take(units, now);
    }
    List<AttributeValue> partition = partition(key);
    if (partition != null) {
      partitions.get(access).take(partition, units, now);
    }
  }

  /** Null when no certain item is meant. */
  private List<AttributeValue> partition(Attributes key) {
    List<AttributeValue> values = new ArrayList<>(partitionKey.size());
    for (KeyAttribute attribute : partitionKey) {
      AttributeValue value = key.get(attribute.name());
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
