package dev.dynamoemulator.table;

import java.time.Instant;

/**
 * A table's time-to-live setting.
 *
 * @param attributeName null while it is off
 * @param changed when it was last switched; null when it never was
 */
public record TimeToLive(Status status, String attributeName, Instant changed) {

  /** The states of the setting (tables.md §5). */
  public enum Status {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED
  }

  public static final TimeToLive OFF = new TimeToLive(Status.DISABLED, null, null);

  public static TimeToLive enabling(String attributeName, Instant now) {
    return new TimeToLive(Status.ENABLING, attributeName, now);
  }

  /** The name still shows until the setting is off. */
  public TimeToLive disabling(Instant now) {
    return new TimeToLive(Status.DISABLING, attributeName, now);
  }

  /** Whether it is on, or about to be. */
  public boolean isOn() {
    return status == Status.ENABLING || status == Status.ENABLED;
  }

  boolean isSettled() {
    return status == Status.ENABLED || status == Status.DISABLED;
  }

  TimeToLive settled() {
    return switch (status) {
      case ENABLING, ENABLED -> new TimeToLive(Status.ENABLED, attributeName, changed);
      case DISABLING, DISABLED -> new TimeToLive(Status.DISABLED, null, changed);
    };
  }
}
