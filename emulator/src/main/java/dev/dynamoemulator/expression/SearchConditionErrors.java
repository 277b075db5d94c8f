package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * Faults of a SearchConditionExpression beside those of all expressions (vector-search.md §4.4).
 * Inferred texts follow those of key conditions (expressions.md §6).
 */
final class SearchConditionErrors {

  private SearchConditionErrors() {}

  static DynamoDbException invalidComparator() {
    return invalid("Invalid comparator used in SearchConditionExpression");
  }

  /** Inferred. */
  static DynamoDbException nestedOperation() {
    return invalid("SearchConditionExpressions cannot contain nested operations");
  }

  /** Inferred. */
  static DynamoDbException nestedAttribute() {
    return invalid("SearchConditionExpressions cannot have conditions on nested attributes");
  }

  /** Inferred. */
  static DynamoDbException severalAttributes() {
    return invalid("Multiple attribute names used in one condition");
  }

  /** Inferred. */
  static DynamoDbException noAttribute() {
    return invalid("No attribute specified");
  }

  /** Inferred. */
  static DynamoDbException repeatedAttribute() {
    return invalid("SearchConditionExpressions must only contain one condition per attribute");
  }

  private static DynamoDbException invalid(String detail) {
    return DynamoDbException.validation("Invalid SearchConditionExpression: " + detail);
  }
}
