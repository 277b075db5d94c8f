package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeNameErrors;
import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/** The checks that all legacy parameters make on their entries (legacy.md §2.2, §3.2). */
final class LegacyValues {

  private LegacyValues() {}

  /** Names may have 1 to 65,535 bytes (data-model.md §3). */
  static void checkName(String attribute) {
    String fault = AttributeNameErrors.faultOf(attribute);
    if (fault != null) {
      throw LegacyErrors.invalidName(fault);
    }
  }

  static void checkFaults(List<SuppliedValue> values) {
    for (SuppliedValue value : values) {
      if (value.fault() != null) {
        throw LegacyErrors.invalidValue(value.fault());
      }
    }
  }

  static void checkCount(ComparisonOperator operator, List<SuppliedValue> values) {
    if (!operator.accepts(values.size())) {
      throw LegacyErrors.wrongArgumentCount(operator);
    }
  }

  /** From here on the order is the same everywhere. */
  static void checkTypesAndBounds(ComparisonOperator operator, List<AttributeValue> values) {
    checkSameType(values);
    checkAccepted(operator, values);
    checkBounds(operator, values);
  }

  private static void checkSameType(List<AttributeValue> values) {
    for (AttributeValue value : values) {
      if (value.type() != values.get(0).type()) {
        throw LegacyErrors.mixedTypes();
      }
    }
  }

  private static void checkAccepted(ComparisonOperator operator, List<AttributeValue> values) {
    for (AttributeValue value : values) {
      if (!operator.accepts(value.type())) {
        throw LegacyErrors.operatorNotValidForType(operator, value.type());
      }
    }
  }

  private static void checkBounds(ComparisonOperator operator, List<AttributeValue> values) {
    if (operator == ComparisonOperator.BETWEEN
        && AttributeValues.compare(values.get(0), values.get(1)) > 0) {
      throw LegacyErrors.reversedBounds();
    }
  }

  /** The values of all that have no fault. */
  static List<AttributeValue> sound(List<SuppliedValue> values) {
    return values.stream()
        .filter(value -> value.fault() == null)
        .map(SuppliedValue::value)
        .toList();
  }
}
