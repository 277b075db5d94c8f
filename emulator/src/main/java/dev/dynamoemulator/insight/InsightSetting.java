package dev.dynamoemulator.insight;

import java.time.Instant;

/**
 * Whether the insights of a table or index are on.
 *
 * @param enabled when they were last switched on, which names their rules; null when never
 * @param updated the last change; null when there was none
 */
public record InsightSetting(
    InsightStatus status, InsightMode mode, Instant enabled, Instant updated) {

  static final InsightSetting NEVER_CHANGED =
      new InsightSetting(
          InsightStatus.DISABLED, InsightMode.ACCESSED_AND_THROTTLED_KEYS, null, null);

  /** Switching on what is on changes nothing, unless the mode is another one. */
  InsightSetting switchedOn(InsightMode wanted, Instant now) {
    return status.isOn() && wanted == mode
        ? this
        : new InsightSetting(InsightStatus.ENABLING, wanted, now, now);
  }

  InsightSetting switchedOff(Instant now) {
    return status.isOn() ? new InsightSetting(InsightStatus.DISABLING, mode, enabled, now) : this;
  }

  InsightSetting settled() {
    return new InsightSetting(status.settled(), mode, enabled, updated);
  }
}
