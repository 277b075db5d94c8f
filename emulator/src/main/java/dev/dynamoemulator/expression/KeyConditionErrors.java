package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * Faults of key conditions, in either form (expressions.md §6, legacy.md §4). Those of the
 * conversion are raised here, the public ones by the engine.
 */
public final class KeyConditionErrors {

  private KeyConditionErrors() {}

  /** Neither KeyConditions nor KeyConditionExpression. */
  public static DynamoDbException noKeyCondition() {
    return DynamoDbException.validation(
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
            + " request.");
  }

  static DynamoDbException invalidOperator(String operator) {
    return DynamoDbException.validation(
        "Invalid operator used in KeyConditionExpression: " + operator);
  }

  static DynamoDbException nestedOperation() {
    return DynamoDbException.validation("KeyConditionExpressions cannot contain nested operations");
  }

  static DynamoDbException nestedAttribute() {
    return DynamoDbException.validation(
        "KeyConditionExpressions cannot have conditions on nested attributes");
  }

  static DynamoDbException valueAsFirstOperand(String operator) {
    return invalidCondition(
        operator + " operator must have the key attribute as its first operand");
  }

  static DynamoDbException severalAttributes() {
    return invalidCondition("Multiple attribute names used in one condition");
  }

  static DynamoDbException noAttribute() {
    return invalidCondition("No key attribute specified");
  }

  private static DynamoDbException invalidCondition(String detail) {
    return DynamoDbException.validation("Invalid condition in KeyConditionExpression: " + detail);
  }

  static DynamoDbException repeatedAttribute() {
    return DynamoDbException.validation(
        "KeyConditionExpressions must only contain one condition per key");
  }

  static DynamoDbException wrongConditionCount() {
    return DynamoDbException.validation("Conditions can be of length 1 or 2 only");
  }

  /** A key attribute that needs a condition has none. */
  public static DynamoDbException missingKeyElement(String attribute) {
    return DynamoDbException.validation("Query condition missed key schema element: " + attribute);
  }

  /** The key has no attribute for a condition, or a partition key has another one than equality. */
  public static DynamoDbException unsupportedCondition() {
    return DynamoDbException.validation("Query key condition not supported");
  }

  /** KeyConditions with an operator that no index can follow. */
  public static DynamoDbException notIndexable() {
    return DynamoDbException.validation(
        "Attempted conditional constraint is not an indexable operation");
  }

  public static DynamoDbException typeMismatch() {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: "
            + "Condition parameter type does not match schema type");
  }
}
