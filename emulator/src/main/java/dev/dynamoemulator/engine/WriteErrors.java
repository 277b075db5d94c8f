package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** Faults that only carrying out a write reveals (items.md §2, protocol.md §3.3). */
public final class WriteErrors {

  private WriteErrors() {}

  /**
   * @param oldItem the item that failed the condition, to be reported; null to report none
   */
  public static DynamoDbException conditionFailed(StoredItem oldItem) {
    DynamoDbException failure =
        DynamoDbException.of(ErrorCode.CONDITIONAL_CHECK_FAILED, "The conditional request failed");
    return oldItem == null ? failure : failure.with("Item", oldItem.toItem());
  }

  /** An INSERT met an item with the same key (partiql.md §5). */
  public static DynamoDbException duplicateItem() {
    return DynamoDbException.of(ErrorCode.DUPLICATE_ITEM, "Duplicate primary key exists in table");
  }

  public static DynamoDbException itemTooLarge() {
    return DynamoDbException.validation("Item size has exceeded the maximum allowed size");
  }

  public static DynamoDbException updatedItemTooLarge() {
    return DynamoDbException.validation(
        "Item size to update has exceeded the maximum allowed size");
  }

  /** A data-plane call on a table that does not exist, or not any more. */
  public static DynamoDbException tableNotFound() {
    return DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
  }
}
