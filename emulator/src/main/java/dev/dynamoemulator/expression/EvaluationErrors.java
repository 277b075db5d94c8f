package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValueErrors;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.InvalidNumberException;

/** Faults that only show when an update meets the item (expressions.md §8.4, legacy.md §5.1). */
public final class EvaluationErrors {

  private EvaluationErrors() {}

  /** An update reads a path that the item does not have. */
  public static DynamoDbException missingAttribute() {
    return DynamoDbException.validation(
        "The provided expression refers to an attribute that does not exist in the item");
  }

  /** An operand or the target of an update is of a type that the action cannot work with. */
  public static DynamoDbException incorrectDataType() {
    return DynamoDbException.validation(
        "An operand in the update expression has an incorrect data type");
  }

  /** The map or list that should hold a target is missing or of another type. */
  public static DynamoDbException invalidDocumentPath() {
    return DynamoDbException.validation(
        "The document path provided in the update expression is invalid for update");
  }

  /** AttributeUpdates: ADD or DELETE with a value of another type than the stored one. */
  public static DynamoDbException typeMismatch() {
    return DynamoDbException.validation("Type mismatch for attribute to update");
  }

  /** The updated item, or a value of the request, has more than 32 levels (data-model.md §5). */
  public static DynamoDbException nestingTooDeep() {
    return DynamoDbException.validation(AttributeValueErrors.nestedTooDeep());
  }

  /** A calculation left the range of numbers; the texts are those of data-model.md §6. */
  public static DynamoDbException invalidResult(InvalidNumberException cause) {
    return DynamoDbException.validation(AttributeValueErrors.number(cause));
  }
}
