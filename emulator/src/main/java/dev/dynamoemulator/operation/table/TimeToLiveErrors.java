package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;

/** What UpdateTimeToLive refuses (tables.md §11.1). */
final class TimeToLiveErrors {

  private TimeToLiveErrors() {}

  static DynamoDbException alreadyDisabled() {
    return DynamoDbException.validation("TimeToLive is already disabled");
  }

  /** Inferred from the text for a disabled one. */
  static DynamoDbException alreadyEnabled() {
    return DynamoDbException.validation("TimeToLive is already enabled");
  }

  /** The end, which names the attribute, is inferred. */
  static DynamoDbException activeOnOtherAttribute(String attributeName) {
    return DynamoDbException.validation(
        "TimeToLive is active on a different AttributeName: current AttributeName is "
            + attributeName);
  }

  static DynamoDbException modifiedRecently() {
    return DynamoDbException.validation(
        "Time to live has been modified multiple times within a fixed interval");
  }
}
