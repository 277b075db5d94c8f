package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;

/** Faults of key attributes, of tables and of indexes (data-model.md §4.1, §4.3, §4.4). */
public final class KeyErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private KeyErrors() {}

  public static DynamoDbException missingKey(String attribute) {
    return DynamoDbException.validation(INVALID + "Missing the key " + attribute + " in the item");
  }

  public static DynamoDbException keyTypeMismatch(
      String attribute, AttributeType expected, AttributeType actual) {
    return DynamoDbException.validation(
        INVALID
            + "Type mismatch for key "
            + attribute
            + " expected: "
            + expected
            + " actual: "
            + actual);
  }

  public static DynamoDbException keyDoesNotMatchSchema() {
    return DynamoDbException.validation("The provided key element does not match the schema");
  }

  static DynamoDbException emptyKeyValue(String attribute, AttributeType type) {
    return DynamoDbException.validation(emptyKeyText(attribute, type, null));
  }

  static DynamoDbException emptyIndexKeyValue(String attribute, AttributeType type, String index) {
    return DynamoDbException.validation(emptyKeyText(attribute, type, index));
  }

  /**
   * @param index null for a key attribute of the table
   */
  static String emptyKeyText(String attribute, AttributeType type, String index) {
    return index == null
        ? NOT_VALID + emptyValue(type) + " Key: " + attribute
        : NOT_VALID
            + "A value specified for a secondary index key is not supported. "
            + emptyValue(type)
            + " IndexName: "
            + index
            + ", IndexKey: "
            + attribute;
  }

  public static DynamoDbException partitionKeyTooLong(int maximum) {
    return DynamoDbException.validation(
        INVALID + "Size of hashkey has exceeded the maximum size limit of" + maximum + " bytes");
  }

  public static DynamoDbException sortKeyTooLong(int maximum) {
    return DynamoDbException.validation(
        INVALID
            + "Aggregated size of all range keys has exceeded the size limit of "
            + maximum
            + " bytes");
  }

  public static DynamoDbException indexKeyTypeMismatch(
      String attribute, AttributeType expected, AttributeType actual, String index) {
    return DynamoDbException.validation(
        INVALID
            + "Type mismatch for Index Key "
            + attribute
            + " Expected: "
            + expected
            + " Actual: "
            + actual
            + " IndexName: "
            + index);
  }

  public static DynamoDbException indexKeyUpdatedToEmptyValue(AttributeType type) {
    return DynamoDbException.validation(
        NOT_VALID
            + "The update expression attempted to update a secondary index key to a value that is"
            + " not supported. "
            + emptyValue(type));
  }

  public static DynamoDbException indexKeyUpdatedToUnsupportedType() {
    return DynamoDbException.validation(
        "The update expression attempted to update the secondary index key to unsupported type");
  }

  public static DynamoDbException indexKeyUpdatedBeyondSize() {
    return DynamoDbException.validation(
        "The update expression attempted to update the secondary index key beyond allowed size"
            + " limits.");
  }

  private static String emptyValue(AttributeType type) {
    return "The AttributeValue for a key attribute cannot contain an empty "
        + (type == AttributeType.B ? "binary" : "string")
        + " value.";
  }
}
