package dev.dynamoemulator.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles the legacy parameter Expected (legacy.md §2). */
public final class ExpectedAttributes {

  private ExpectedAttributes() {}

  /**
   * Fails with the first fault of the first faulty entry.
   *
   * @param conditionalOperator null when the request leaves it out
   */
  public static Condition condition(
      Map<String, ExpectedAttribute> entries, ConditionalOperator conditionalOperator) {
    List<Condition> conditions = new ArrayList<>(entries.size());
    entries.forEach((attribute, expected) -> conditions.add(condition(attribute, expected)));
    return LegacyConditions.orDefault(conditionalOperator).combine(conditions);
  }

  private static Condition condition(String attribute, ExpectedAttribute expected) {
    LegacyValues.checkName(attribute);
    if (expected.value() != null && expected.attributeValueList() != null) {
      throw LegacyErrors.valueAndList(attribute);
    }
    if (expected.comparisonOperator() != null) {
      return comparison(attribute, expected);
    }
    if (expected.attributeValueList() != null) {
      throw LegacyErrors.listWithoutOperator(attribute);
    }
    return existence(attribute, expected);
  }

  /** In the order of legacy.md §2.2, rows 2 to 6, with §3.3 between rows 5 and 6. */
  private static Condition comparison(String attribute, ExpectedAttribute expected) {
    ComparisonOperator operator = expected.comparisonOperator();
    if (expected.exists() != null) {
      throw LegacyErrors.existsAndOperator(attribute);
    }
    if (operator.needsValue()
        && expected.value() == null
        && expected.attributeValueList() == null) {
      throw LegacyErrors.operatorWithoutValue(operator, attribute);
    }
    List<SuppliedValue> values = values(expected);
    LegacyValues.checkCount(operator, values);
    if (isSound(values)) {
      LegacyValues.checkTypesAndBounds(operator, LegacyValues.sound(values));
    }
    LegacyValues.checkFaults(values);
    return LegacyConditions.condition(attribute, operator, LegacyValues.sound(values));
  }

  private static List<SuppliedValue> values(ExpectedAttribute expected) {
    if (expected.attributeValueList() != null) {
      return expected.attributeValueList();
    }
    return expected.value() == null ? List.of() : List.of(expected.value());
  }

  private static boolean isSound(List<SuppliedValue> values) {
    return values.stream().allMatch(value -> value.fault() == null);
  }

  private static Condition existence(String attribute, ExpectedAttribute expected) {
    boolean mustExist = !Boolean.FALSE.equals(expected.exists());
    if (mustExist && expected.value() == null) {
      throw LegacyErrors.missingValue(expected.exists(), attribute);
    }
    if (!mustExist && expected.value() != null) {
      throw LegacyErrors.valueOfMissingAttribute(attribute);
    }
    LegacyValues.checkFaults(values(expected));
    return mustExist
        ? LegacyConditions.condition(
            attribute, ComparisonOperator.EQ, List.of(expected.value().value()))
        : new Condition.AttributeNotExists(Path.of(attribute));
  }
}
