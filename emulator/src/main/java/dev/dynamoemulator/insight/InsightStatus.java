package dev.dynamoemulator.insight;

/** The states of the insights of a table or index (control-plane.md §6.1). */
public enum InsightStatus {
  ENABLING,
  ENABLED,
  DISABLING,
  DISABLED;

  /** Whether they are switched on, or soon will be. */
  public boolean isOn() {
    return this == ENABLING || this == ENABLED;
  }

  boolean isSettled() {
    return this == ENABLED || this == DISABLED;
  }

  InsightStatus settled() {
    return isOn() ? ENABLED : DISABLED;
  }
}
