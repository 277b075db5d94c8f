package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;

/** Faults of an ExclusiveStartKey (items.md §7.3). */
public final class StartKeyErrors {

  private static final String INVALID = "The provided starting key is invalid";

  private StartKeyErrors() {}

  public static DynamoDbException invalid() {
    return DynamoDbException.validation(INVALID);
  }

  /** A value in the key that breaks a rule of its own (data-model.md §6, context wrappers). */
  public static DynamoDbException invalidValue(String fault) {
    return DynamoDbException.validation(INVALID + ": " + fault);
  }

  /**
   * Inferred, as DynamoDB Local words it for sort keys.
   *
   * @param index null for a key attribute of the table
   */
  static DynamoDbException emptyKeyValue(String attribute, AttributeType type, String index) {
    return invalidValue(KeyErrors.emptyKeyText(attribute, type, index));
  }

  public static DynamoDbException doesNotMatchTableKey() {
    return DynamoDbException.validation(
        INVALID + ": The provided key element does not match the schema");
  }

  public static DynamoDbException outsideQuery() {
    return DynamoDbException.validation(
        "The provided starting key is outside query boundaries based on provided conditions");
  }

  public static DynamoDbException failsSortKeyCondition() {
    return DynamoDbException.validation(
        "The provided starting key does not match the range key predicate");
  }

  public static DynamoDbException singleItemQuery() {
    return DynamoDbException.validation(
        "The query can return at most one row and cannot be restarted");
  }

  public static DynamoDbException otherSegment(int totalSegments, int segment) {
    return DynamoDbException.validation(
        INVALID
            + ": Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment."
            + " TotalSegments: "
            + totalSegments
            + " Segment: "
            + segment);
  }
}
