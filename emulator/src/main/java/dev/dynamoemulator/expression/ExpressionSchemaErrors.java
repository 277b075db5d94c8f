package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * Faults that an expression, or its legacy counterpart, has with the schema of the table. Raised by
 * the engine after the table lookup (expressions.md §5.4, §8.3; legacy.md §3.4, §5.1).
 */
public final class ExpressionSchemaErrors {

  private ExpressionSchemaErrors() {}

  /** A path leads below a key attribute of the table. */
  public static DynamoDbException nestedPathUnderKey(String attribute) {
    return DynamoDbException.validation(nestedPath("Key", attribute));
  }

  /** A path leads below a key attribute of an index. */
  public static DynamoDbException nestedPathUnderIndexKey(String attribute) {
    return DynamoDbException.validation(nestedPath("IndexKey", attribute));
  }

  private static String nestedPath(String key, String attribute) {
    return "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
        + " allowed: "
        + key
        + ": "
        + attribute;
  }

  /** A FilterExpression of a Query names a key attribute of what is queried. */
  public static DynamoDbException filterOnKey(String attribute) {
    return DynamoDbException.validation(
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
            + attribute);
  }

  /** A QueryFilter names a key attribute of what is queried. */
  public static DynamoDbException queryFilterOnKey(String attribute) {
    return DynamoDbException.validation(
        "QueryFilter can only contain non-primary key attributes: Primary key attribute: "
            + attribute);
  }

  /** An update targets a key attribute or something below it. */
  public static DynamoDbException updateOfKey(String attribute) {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: Cannot update attribute "
            + attribute
            + ". This attribute is part of the key");
  }
}
