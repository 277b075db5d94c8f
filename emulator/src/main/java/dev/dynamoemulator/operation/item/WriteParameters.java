package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import java.util.List;

/** Checks that single-item writes share; PutItem and DeleteItem all of them. */
final class WriteParameters {

  private WriteParameters() {}

  static void checkNotMixed(Struct input) {
    ExpressionParameters.checkNotMixed(
        input, List.of("Expected", "ConditionalOperator"), List.of(CONDITION));
  }

  static void checkMapsAreUsable(Struct input, Wording wording) {
    ExpressionParameters.checkNamesAreUsable(input, CONDITION);
    if (ExpressionParameters.hasUnusableValues(input, CONDITION)) {
      throw ExpressionParameterErrors.valuesWithoutExpressionInWrite(wording, CONDITION);
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
