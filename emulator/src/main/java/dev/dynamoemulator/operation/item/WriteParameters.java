package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.expression.ExpressionKind;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import java.util.List;

/** Checks that single-item writes share. */
final class WriteParameters {

  private WriteParameters() {}

  /** UpdateItem has more to check. */
  static void checkNotMixed(Struct input) {
    ExpressionParameters.checkNotMixed(
        input, List.of("Expected", "ConditionalOperator"), List.of(CONDITION));
  }

  /**
   * @param kinds the expressions of the operation, all of which can use names and values
   */
  static void checkMapsAreUsable(Struct input, Wording wording, ExpressionKind... kinds) {
    ExpressionParameters.checkNamesAreUsable(input, kinds);
    if (ExpressionParameters.hasUnusableValues(input, kinds)) {
      throw ExpressionParameterErrors.valuesWithoutExpressionInWrite(wording, kinds);
    }
  }

  static void checkReturnsOldOrNothing(Struct input) {
    String returnValues = input.string("ReturnValues");
    if (returnValues != null && !returnValues.equals("ALL_OLD") && !returnValues.equals("NONE")) {
      throw ItemErrors.onlyOldOrNoReturnValues();
    }
  }

  /** The ConditionExpression, all names and values used; null when there is none. */
  static Condition condition(Request request, ExpressionCache expressions) {
    ExpressionParameters parameters =
        ExpressionParameters.open(request.input(), expressions, request.wording());
    Condition condition = parameters.condition();
    parameters.checkAllUsed();
    return condition;
  }

  static boolean returnsOldOnFailure(Struct input) {
    return "ALL_OLD".equals(input.string("ReturnValuesOnConditionCheckFailure"));
  }
}
