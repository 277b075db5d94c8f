package dev.dynamoemulator.stream;

import dev.dynamoemulator.table.TableStatus;

/** The states of a stream (streams.md §2). */
public enum StreamStatus {
  ENABLING,
  ENABLED,
  DISABLING,
  DISABLED;

  /** What becomes of this state when the stream's table is, or becomes, what is given. */
  StreamStatus next(boolean isEnabled, TableStatus table) {
    if (!isEnabled) {
      return table == TableStatus.UPDATING && this != DISABLED ? DISABLING : DISABLED;
    }
    return switch (table) {
      case CREATING -> ENABLING;
      case UPDATING -> this;
      case ACTIVE -> ENABLED;
      case DELETING -> DISABLING;
    };
  }
}
