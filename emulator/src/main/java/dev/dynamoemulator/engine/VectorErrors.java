package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;

/**
 * Faults of vectors in items and of searches (vector-search.md §3, §4.4). "invalid" is followed by
 * a full stop, and before {@code IndexName} there is one only where an element is at fault.
 */
public final class VectorErrors {

  private static final String INVALID = "One or more parameter values were invalid. ";
  private static final String EXPECTED = ", Expected: 32-bit floating point number";

  private VectorErrors() {}

  static DynamoDbException wrongSize(String attribute, int expected, int actual, String index) {
    return DynamoDbException.validation(
        INVALID
            + "Invalid size for parameter "
            + attribute
            + ", Expected: "
            + expected
            + ", Actual: "
            + actual
            + " IndexName: "
            + index);
  }

  static DynamoDbException wrongElementType(
      String attribute, int position, AttributeType actual, String index) {
    return DynamoDbException.validation(
        INVALID
            + "Invalid type for parameter "
            + attribute
            + "["
            + position
            + "]"
            + EXPECTED
            + ", Actual: "
            + actual
            + ". IndexName: "
            + index);
  }

  static DynamoDbException notAList(String attribute, String index) {
    return DynamoDbException.validation(
        INVALID
            + "Invalid type for parameter "
            + attribute
            + EXPECTED
            + " list IndexName: "
            + index);
  }

  static DynamoDbException backfillingIndex(String index) {
    return DynamoDbException.validation("Cannot search backfilling vector index: " + index);
  }

  public static DynamoDbException topKOutOfRange(int topK, int maximum) {
    return DynamoDbException.validation(
        "Provided TopK value '"
            + topK
            + "' is out of valid range. The value must be between 1 and "
            + maximum
            + " inclusive");
  }

  public static DynamoDbException invalidSearchVector() {
    return DynamoDbException.validation(
        "Search vector contains invalid values. All values in the search vector must be a 32-bit"
            + " floating-point number attribute");
  }

  static DynamoDbException wrongDimensions(int actual, int expected) {
    return DynamoDbException.validation(
        "Input search vector dimension "
            + actual
            + " does not match vector index dimension "
            + expected);
  }

  static DynamoDbException noHashCondition() {
    return DynamoDbException.validation(
        "SearchConditionExpression must be provided when SearchSchema has a HASH key");
  }

  static DynamoDbException notInSearchSchema(String attribute) {
    return DynamoDbException.validation(
        "SearchConditionExpression must not contain any attributes that is not in SearchSchema."
            + " Invalid attribute: "
            + attribute);
  }
}
