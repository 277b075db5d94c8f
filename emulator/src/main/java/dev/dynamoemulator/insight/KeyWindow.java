package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of keys over the last hour, minute by minute, so that any window up to that can be
 * looked at. Holds at most 60 times {@value TopKeys#CAPACITY} keys. Thread-safe.
 */
final class KeyWindow {

  private static final int MINUTES = 60;
  private static final int SECONDS = 60;

  private final List<String> attributeNames;
  private final TopKeys[] minutes = new TopKeys[MINUTES];
  private final long[] startOf = new long[MINUTES];

  /**
   * @param attributeNames of the values that make up a key
   */
  KeyWindow(List<String> attributeNames) {
    this.attributeNames = attributeNames;
  }

  synchronized void add(List<AttributeValue> key, double amount, Instant now) {
    long minute = minute(now);
    int slot = (int) Math.floorMod(minute, (long) MINUTES);
    if (minutes[slot] == null || startOf[slot] != minute) {
      minutes[slot] = new TopKeys();
      startOf[slot] = minute;
    }
    minutes[slot].add(key, amount);
  }

  /** The largest contributors of the minutes that the window touches. */
  synchronized List<Contributor> largest(Duration window, int limit, Instant now) {
    long last = minute(now);
    long first = Math.max(minute(now.minus(window)), last - MINUTES + 1);
    Map<List<AttributeValue>, TopKeys.Count> sums = new HashMap<>();
    for (int slot = 0; slot < MINUTES; slot++) {
      if (minutes[slot] != null && startOf[slot] >= first && startOf[slot] <= last) {
        minutes[slot].addTo(sums);
      }
    }
    List<Contributor> contributors = new ArrayList<>(sums.size());
    sums.forEach(
        (key, sum) -> contributors.add(new Contributor(named(key), sum.amount(), sum.error())));
    contributors.sort(
        Comparator.comparingDouble(Contributor::amount)
            .reversed()
            .thenComparing(contributor -> contributor.key().toString()));
    return List.copyOf(contributors.subList(0, Math.min(limit, contributors.size())));
  }

  private Map<String, AttributeValue> named(List<AttributeValue> key) {
    Map<String, AttributeValue> named = new LinkedHashMap<>();
    for (int i = 0; i < key.size(); i++) {
      named.put(attributeNames.get(i), key.get(i));
    }
    return named;
  }

  private static long minute(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), (long) SECONDS);
  }
}
