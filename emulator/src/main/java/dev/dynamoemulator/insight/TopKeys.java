package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the keys with the largest amounts in bounded memory, after the space-saving algorithm of
 * Metwally, Agrawal and El Abbadi: a new key takes the place, and the amount, of the smallest.
 * Every key with more than its share of the whole is among them. Not thread-safe.
 */
final class TopKeys {

  /** More than a report ever shows, so that the shown ones are right. */
  static final int CAPACITY = 100;

  private final Map<List<AttributeValue>, Count> counts = new HashMap<>();

  /** What is known of one key. */
  static final class Count {
    private double amount;
    private double error;

    double amount() {
      return amount;
    }

    double error() {
      return error;
    }
  }

  void add(List<AttributeValue> key, double amount) {
    Count count = counts.get(key);
    if (count == null) {
      count = counts.size() < CAPACITY ? new Count() : replaceSmallest();
      counts.put(key, count);
    }
    count.amount += amount;
  }

  private Count replaceSmallest() {
    Map.Entry<List<AttributeValue>, Count> smallest = null;
    for (Map.Entry<List<AttributeValue>, Count> entry : counts.entrySet()) {
      if (smallest == null || entry.getValue().amount < smallest.getValue().amount) {
        smallest = entry;
      }
    }
    counts.remove(smallest.getKey());
    Count heir = new Count();
    heir.amount = smallest.getValue().amount;
    heir.error = heir.amount;
    return heir;
  }

  /** Adds all that is known here. */
  void addTo(Map<List<AttributeValue>, Count> sums) {
    counts.forEach(
        (key, count) -> {
          Count sum = sums.computeIfAbsent(key, unused -> new Count());
          sum.amount += count.amount;
          sum.error += count.error;
        });
  }
}
