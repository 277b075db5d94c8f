package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;

/** Faults of the legacy parameters that the request alone shows (legacy.md §2 to §7). */
final class LegacyErrors {

  private LegacyErrors() {}

  private static DynamoDbException invalid(String detail) {
    return DynamoDbException.validation("One or more parameter values were invalid: " + detail);
  }

  /**
   * @param fault what is wrong with an attribute name
   */
  static DynamoDbException invalidName(String fault) {
    return DynamoDbException.validation(fault);
  }

  /**
   * @param fault what is wrong with a value, as data-model.md §6 words it
   */
  static DynamoDbException invalidValue(String fault) {
    return DynamoDbException.validation(fault);
  }

  static DynamoDbException valueAndList(String attribute) {
    return invalid(
        "Value and AttributeValueList cannot be used together for Attribute: " + attribute);
  }

  static DynamoDbException existsAndOperator(String attribute) {
    return invalid(
        "Exists and ComparisonOperator cannot be used together for Attribute: " + attribute);
  }

  static DynamoDbException operatorWithoutValue(ComparisonOperator operator, String attribute) {
    return invalid(
        "Value or AttributeValueList must be used with ComparisonOperator: "
            + operator
            + " for Attribute: "
            + attribute);
  }

  static DynamoDbException wrongArgumentCount(ComparisonOperator operator) {
    return invalid("Invalid number of argument(s) for the " + operator + " ComparisonOperator");
  }

  static DynamoDbException mixedTypes() {
    return invalid("AttributeValues inside AttributeValueList must be of same type");
  }

  static DynamoDbException operatorNotValidForType(
      ComparisonOperator operator, AttributeType type) {
    return invalid(
        "ComparisonOperator " + operator + " is not valid for " + type + " AttributeValue type");
  }

  static DynamoDbException reversedBounds() {
    return DynamoDbException.validation(
        "The BETWEEN condition was provided a range where the lower bound is greater than the"
            + " upper bound");
  }

  static DynamoDbException listWithoutOperator(String attribute) {
    return invalid(
        "AttributeValueList can only be used with a ComparisonOperator for Attribute: "
            + attribute);
  }

  /**
   * @param exists null when the request leaves it out
   */
  static DynamoDbException missingValue(Boolean exists, String attribute) {
    return invalid(
        "Value must be provided when Exists is " + exists + " for Attribute: " + attribute);
  }

  static DynamoDbException valueOfMissingAttribute(String attribute) {
    return invalid("Value cannot be used when Exists is false for Attribute: " + attribute);
  }

  static DynamoDbException actionWithoutValue() {
    return invalid("Only DELETE action is allowed when no attribute value is specified");
  }

  static DynamoDbException deleteOfType(AttributeType type) {
    return invalid("DELETE action with value is not supported for the type " + type);
  }

  static DynamoDbException addOfType(AttributeType type) {
    return invalid("ADD action is not supported for the type " + type);
  }

  /**
   * DynamoDB refuses it (Alternator's test_update_expected_empty); inferred, as DynamoDB Local
   * words it.
   */
  static DynamoDbException conditionalOperatorWithoutConditions() {
    return DynamoDbException.validation(
        "ConditionalOperator cannot be used without Filter or Expected");
  }

  /** Inferred, as DynamoDB Local words it. */
  static DynamoDbException conditionalOperatorWithOneCondition() {
    return DynamoDbException.validation(
        "ConditionalOperator can only be used when Filter or Expected has two or more elements");
  }

  static DynamoDbException duplicateAttributeToGet(String attribute) {
    return invalid("Duplicate value in attribute name: " + attribute);
  }
}
