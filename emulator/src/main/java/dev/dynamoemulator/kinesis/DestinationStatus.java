package dev.dynamoemulator.kinesis;

/** The states of a destination (control-plane.md §5). */
public enum DestinationStatus {
  ENABLING,
  ACTIVE,
  UPDATING,
  DISABLING,
  DISABLED,
  ENABLE_FAILED;

  boolean isSettled() {
    return this == ACTIVE || this == DISABLED || this == ENABLE_FAILED;
  }

  /** What becomes of it when nothing goes wrong. */
  DestinationStatus settled() {
    return switch (this) {
      case ENABLING, UPDATING -> ACTIVE;
      case DISABLING -> DISABLED;
      default -> this;
    };
  }

  boolean allowsEnabling() {
    return this == DISABLED || this == ENABLE_FAILED;
  }

  /** Whether changes of items are sent. */
  boolean takesRecords() {
    return this == ACTIVE || this == UPDATING;
  }
}
