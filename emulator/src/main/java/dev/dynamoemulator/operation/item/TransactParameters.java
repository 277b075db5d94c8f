package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;
import static dev.dynamoemulator.expression.ExpressionKind.UPDATE;

import dev.dynamoemulator.expression.ExpressionKind;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.shape.Struct;

/** Checks of the parameters of one action of a transaction. */
final class TransactParameters {

  private TransactParameters() {}

  /** Names and values need an expression; a put, delete or check knows no update expression. */
  static void checkMapsAreUsable(Struct action, boolean isUpdate) {
    ExpressionKind[] kinds =
        isUpdate ? new ExpressionKind[] {UPDATE, CONDITION} : new ExpressionKind[] {CONDITION};
    ExpressionParameters.checkNamesAreUsable(action, kinds);
    if (ExpressionParameters.hasUnusableValues(action, kinds)) {
      throw ExpressionParameterErrors.valuesWithoutExpression(kinds);
    }
  }
}
