package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles the legacy parameters QueryFilter, ScanFilter and KeyConditions. Names are literal
 * top-level attributes. Every method fails with the first fault of the first faulty entry.
 */
public final class LegacyConditions {

  private LegacyConditions() {}

  /**
   * QueryFilter or ScanFilter.
   *
   * @param conditionalOperator null when the request leaves it out
   */
  public static Condition filter(
      Map<String, AttributeCondition> entries, ConditionalOperator conditionalOperator) {
    List<Condition> conditions = new ArrayList<>(entries.size());
    entries.forEach(
        (attribute, entry) ->
            conditions.add(
                condition(attribute, entry.comparisonOperator(), checkedValues(attribute, entry))));
    return orDefault(conditionalOperator).combine(conditions);
  }

  /** KeyConditions; the number of entries is left to {@link KeyConditions#checkCount}. */
  public static KeyConditions keyConditions(Map<String, AttributeCondition> entries) {
    List<KeyCondition> conditions = new ArrayList<>(entries.size());
    entries.forEach(
        (attribute, entry) ->
            conditions.add(
                new KeyCondition(
                    attribute, entry.comparisonOperator(), checkedValues(attribute, entry))));
    return KeyConditions.of(conditions);
  }

  /** In the order of legacy.md §3.2. */
  private static List<AttributeValue> checkedValues(String attribute, AttributeCondition entry) {
    LegacyValues.checkName(attribute);
    ComparisonOperator operator = entry.comparisonOperator();
    LegacyValues.checkFaults(entry.attributeValueList());
    LegacyValues.checkCount(operator, entry.attributeValueList());
    List<AttributeValue> values = LegacyValues.sound(entry.attributeValueList());
    LegacyValues.checkTypesAndBounds(operator, values);
    return values;
  }

  /**
   * A ConditionalOperator needs conditions to combine.
   *
   * @param conditions the number of entries in Expected or the filter
   */
  public static void checkConditionalOperator(int conditions) {
    if (conditions == 0) {
      throw LegacyErrors.conditionalOperatorWithoutConditions();
    }
    if (conditions == 1) {
      throw LegacyErrors.conditionalOperatorWithOneCondition();
    }
  }

  static ConditionalOperator orDefault(ConditionalOperator operator) {
    return operator == null ? ConditionalOperator.AND : operator;
  }

  /** The condition that an operator means (legacy.md §6). */
  static Condition condition(
      String attribute, ComparisonOperator operator, List<AttributeValue> values) {
    Path path = Path.of(attribute);
    List<Operand> operands = new ArrayList<>(values.size());
    values.forEach(value -> operands.add(new Literal(value)));
    return switch (operator) {
      case EQ -> new Condition.Comparison(Comparator.EQ, path, operands.get(0));
      case NE -> new Condition.Comparison(Comparator.NE, path, operands.get(0));
      case LT -> new Condition.Comparison(Comparator.LT, path, operands.get(0));
      case LE -> new Condition.Comparison(Comparator.LE, path, operands.get(0));
      case GT -> new Condition.Comparison(Comparator.GT, path, operands.get(0));
      case GE -> new Condition.Comparison(Comparator.GE, path, operands.get(0));
      case BETWEEN -> new Condition.Between(path, operands.get(0), operands.get(1));
      case IN -> new Condition.In(path, operands);
      case BEGINS_WITH -> new Condition.BeginsWith(path, operands.get(0));
      case CONTAINS -> new Condition.Contains(path, operands.get(0));
      case NOT_CONTAINS ->
          new Condition.And(
              List.of(
                  new Condition.AttributeExists(path),
                  new Condition.Not(new Condition.Contains(path, operands.get(0)))));
      case NULL -> new Condition.AttributeNotExists(path);
      case NOT_NULL -> new Condition.AttributeExists(path);
    };
  }
}
