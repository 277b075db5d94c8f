package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.traffic.Access;
import dev.dynamoemulator.traffic.Meter;

/**
 * Counts what another meter lets pass and what it refuses. Thread-safe.
 *
 * @param limits what may refuse; null when nothing does
 */
record CountingMeter(KeyTraffic keys, Meter limits) implements Meter {

  @Override
  public void admit(Access access, Attributes key) {
    if (limits == null) {
      return;
    }
    try {
      limits.admit(access, key);
    } catch (DynamoDbException throttled) {
      keys.throttled(key);
      throw throttled;
    }
  }

  @Override
  public void count(Access access, Attributes key, double units) {
    keys.accessed(key, units);
    if (limits != null) {
      limits.count(access, key, units);
    }
  }
}
