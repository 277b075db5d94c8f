package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What is counted of one table or index while its insights are enabled. Thread-safe. */
final class KeyTraffic {

  private final List<String> partitionKey;
  private final List<String> itemKey;
  private final boolean countsAccesses;
  private final InstantSource clock;
  private final KeyWindow accessedPartitionKeys;
  private final KeyWindow accessedItems;
  private final KeyWindow throttledPartitionKeys;
  private final KeyWindow throttledItems;

  KeyTraffic(KeySchema key, InsightMode mode, InstantSource clock) {
    this.partitionKey = key.partitionKey().stream().map(KeyAttribute::name).toList();
    this.itemKey = key.attributes().stream().map(KeyAttribute::name).toList();
    this.countsAccesses = mode == InsightMode.ACCESSED_AND_THROTTLED_KEYS;
    this.clock = clock;
    this.accessedPartitionKeys = new KeyWindow(partitionKey);
    this.accessedItems = new KeyWindow(itemKey);
    this.throttledPartitionKeys = new KeyWindow(partitionKey);
    this.throttledItems = new KeyWindow(itemKey);
  }

  void accessed(Attributes key, double units) {
    if (countsAccesses) {
      add(key, units, accessedPartitionKeys, accessedItems);
    }
  }

  void throttled(Attributes key) {
    add(key, 1, throttledPartitionKeys, throttledItems);
  }

  private void add(Attributes key, double amount, KeyWindow partitionKeys, KeyWindow items) {
    List<AttributeValue> partition = values(partitionKey, key);
    if (partition == null) {
      return;
    }
    Instant now = clock.instant();
    partitionKeys.add(partition, amount, now);
    if (itemKey.size() > partitionKey.size()) {
      List<AttributeValue> item = values(itemKey, key);
      if (item != null) {
        items.add(item, amount, now);
      }
    }
  }

  /** Null when not all of the attributes are known. */
  private static List<AttributeValue> values(List<String> names, Attributes attributes) {
    List<AttributeValue> values = new ArrayList<>(names.size());
    for (String name : names) {
      AttributeValue value = attributes.get(name);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  ContributorReport report(Duration window, int limit) {
    Instant now = clock.instant();
    return new ContributorReport(
        accessedPartitionKeys.largest(window, limit, now),
        accessedItems.largest(window, limit, now),
        throttledPartitionKeys.largest(window, limit, now),
        throttledItems.largest(window, limit, now));
  }
}
