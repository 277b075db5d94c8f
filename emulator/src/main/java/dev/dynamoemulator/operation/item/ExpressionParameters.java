package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.expression.ExpressionKind;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.Placeholders;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.List;

/**
 * The expressions of one request, or of one table or action in it, with their names and values.
 * Bound in the order in which the service reports their faults (expressions.md §2, rows 5 to 12).
 * For one request.
 */
final class ExpressionParameters {

  private final Struct input;
  private final ExpressionCache expressions;
  private final Placeholders placeholders;

  private ExpressionParameters(
      Struct input, ExpressionCache expressions, Placeholders placeholders) {
    this.input = input;
    this.expressions = expressions;
    this.placeholders = placeholders;
  }

  /** Checks the maps of names and values (rows 5 to 9). */
  static ExpressionParameters open(Struct input, ExpressionCache expressions, Wording wording) {
    AttributeMap values =
        input.has("ExpressionAttributeValues")
            ? input.attributeMap("ExpressionAttributeValues")
            : null;
    Placeholders placeholders =
        Placeholders.of(
            input.stringMap("ExpressionAttributeNames"), values == null ? null : values.values());
    if (values != null) {
      if (values.hasFault()) {
        throw ExpressionParameterErrors.invalidValue(values.fault(), values.faultyName());
      }
      placeholders.checkValueSizes();
      if (wording == Wording.NEWER) {
        ItemValues.checkDepth(values);
      }
    }
    return new ExpressionParameters(input, expressions, placeholders);
  }

  /** The same for operations and parts of requests that have no values map. */
  static ExpressionParameters openWithoutValues(Struct input, ExpressionCache expressions) {
    return new ExpressionParameters(
        input, expressions, Placeholders.of(input.stringMap("ExpressionAttributeNames"), null));
  }

  /** The bound ConditionExpression, or null. */
  Condition condition() {
    String text = input.string(ExpressionKind.CONDITION.parameter());
    return text == null ? null : expressions.condition(text).bind(placeholders);
  }

  /** The bound FilterExpression, or null. */
  Condition filter() {
    String text = input.string(ExpressionKind.FILTER.parameter());
    return text == null ? null : expressions.filter(text).bind(placeholders);
  }

  /** The bound KeyConditionExpression, or null. */
  Condition keyCondition() {
    String text = input.string(ExpressionKind.KEY_CONDITION.parameter());
    return text == null ? null : expressions.keyCondition(text).bind(placeholders);
  }

  /** The bound SearchConditionExpression, or null. */
  Condition searchCondition() {
    String text = input.string(ExpressionKind.SEARCH_CONDITION.parameter());
    return text == null ? null : expressions.searchCondition(text).bind(placeholders);
  }

  /** The bound UpdateExpression, or null. */
  Update update() {
    String text = input.string(ExpressionKind.UPDATE.parameter());
    return text == null ? null : expressions.update(text).bind(placeholders);
  }

  /** The bound ProjectionExpression, or null. */
  Projection projection() {
    String text = input.string(ExpressionKind.PROJECTION.parameter());
    return text == null ? null : expressions.projection(text).bind(placeholders);
  }

  /** Fails when a name or value is used by none of the expressions bound (rows 11 and 12). */
  void checkAllUsed() {
    placeholders.checkAllUsed();
  }

  /**
   * Fails when expressions and their legacy counterparts meet in one request (legacy.md §1).
   *
   * @param legacy the legacy parameters in the order of the message
   * @param kinds the expressions in the order of the message
   */
  static void checkNotMixed(Struct input, List<String> legacy, List<ExpressionKind> kinds) {
    List<String> legacyPresent = new ArrayList<>();
    for (String parameter : legacy) {
      if (input.has(parameter)) {
        legacyPresent.add(parameter);
      }
    }
    if (legacyPresent.isEmpty()) {
      return;
    }
    List<String> expressionsPresent = new ArrayList<>();
    for (ExpressionKind kind : kinds) {
      if (input.has(kind.parameter())) {
        expressionsPresent.add(kind.parameter());
      }
    }
    if (!expressionsPresent.isEmpty()) {
      throw ExpressionParameterErrors.mixedParameters(legacyPresent, expressionsPresent);
    }
  }

  /**
   * Fails when there are names and no expression that could use them (expressions.md §2, row 2).
   */
  static void checkNamesAreUsable(Struct input, ExpressionKind... kinds) {
    if (input.has("ExpressionAttributeNames") && !hasAny(input, kinds)) {
      throw ExpressionParameterErrors.namesWithoutExpression();
    }
  }

  /** Whether there are values and no expression that could use them (expressions.md §2, row 3). */
  static boolean hasUnusableValues(Struct input, ExpressionKind... kinds) {
    return input.has("ExpressionAttributeValues") && !hasAny(input, kinds);
  }

  private static boolean hasAny(Struct input, ExpressionKind... kinds) {
    for (ExpressionKind kind : kinds) {
      if (input.has(kind.parameter())) {
        return true;
      }
    }
    return false;
  }
}
