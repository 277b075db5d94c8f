package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;

/** The two ways to write an update, which differ in what ADD and DELETE do with wrong types. */
public enum UpdateForm {
  /** UpdateExpression, and PartiQL. */
  EXPRESSION,
  /** The legacy parameter AttributeUpdates. */
  ATTRIBUTE_UPDATES;

  DynamoDbException typeMismatch() {
    return this == EXPRESSION
        ? EvaluationErrors.incorrectDataType()
        : EvaluationErrors.typeMismatch();
  }
}
