package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.expression.AttributeAction;
import dev.dynamoemulator.expression.AttributeCondition;
import dev.dynamoemulator.expression.AttributeUpdates;
import dev.dynamoemulator.expression.AttributeValueUpdate;
import dev.dynamoemulator.expression.ComparisonOperator;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ConditionalOperator;
import dev.dynamoemulator.expression.ExpectedAttribute;
import dev.dynamoemulator.expression.ExpectedAttributes;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.expression.LegacyConditions;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.expression.SuppliedValue;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.json.CheckedValue;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The legacy parameters of a request, compiled; null where the request has none (legacy.md). */
final class LegacyParameters {

  private LegacyParameters() {}

  static Condition expected(Struct input) {
    Map<String, Struct> entries = input.structMap("Expected");
    Condition condition =
        entries == null
            ? null
            : ExpectedAttributes.condition(
                map(entries, LegacyParameters::expectedAttribute), conditionalOperator(input));
    checkConditionalOperator(input, entries);
    return condition;
  }

  static Update attributeUpdates(Struct input) {
    Map<String, Struct> entries = input.structMap("AttributeUpdates");
    return entries == null
        ? null
        : AttributeUpdates.update(map(entries, LegacyParameters::attributeValueUpdate));
  }

  /**
   * @param parameter QueryFilter or ScanFilter
   */
  static Condition filter(Struct input, String parameter) {
    Map<String, Struct> entries = input.structMap(parameter);
    Condition filter =
        entries == null
            ? null
            : LegacyConditions.filter(
                map(entries, LegacyParameters::attributeCondition), conditionalOperator(input));
    checkConditionalOperator(input, entries);
    return filter;
  }

  /** Reported after the faults of the entries. */
  private static void checkConditionalOperator(Struct input, Map<String, Struct> entries) {
    if (input.has("ConditionalOperator")) {
      LegacyConditions.checkConditionalOperator(entries == null ? 0 : entries.size());
    }
  }

  static KeyConditions keyConditions(Struct input) {
    Map<String, Struct> entries = input.structMap("KeyConditions");
    return entries == null
        ? null
        : LegacyConditions.keyConditions(map(entries, LegacyParameters::attributeCondition));
  }

  static Projection attributesToGet(Struct input) {
    List<String> names = input.strings("AttributesToGet");
    return names == null ? null : Projection.ofAttributesToGet(names);
  }

  private static ExpectedAttribute expectedAttribute(Struct entry) {
    return new ExpectedAttribute(
        supplied(entry.value("Value")),
        entry.bool("Exists"),
        comparisonOperator(entry),
        entry.has("AttributeValueList") ? suppliedList(entry) : null);
  }

  private static AttributeValueUpdate attributeValueUpdate(Struct entry) {
    String action = entry.string("Action");
    return new AttributeValueUpdate(
        action == null ? null : AttributeAction.valueOf(action), supplied(entry.value("Value")));
  }

  private static AttributeCondition attributeCondition(Struct entry) {
    return new AttributeCondition(comparisonOperator(entry), suppliedList(entry));
  }

  private static List<SuppliedValue> suppliedList(Struct entry) {
    List<SuppliedValue> list = new ArrayList<>();
    if (entry.has("AttributeValueList")) {
      for (CheckedValue value : entry.values("AttributeValueList")) {
        list.add(supplied(value));
      }
    }
    return list;
  }

  private static SuppliedValue supplied(CheckedValue value) {
    return value == null ? null : new SuppliedValue(value.value(), value.fault());
  }

  private static ComparisonOperator comparisonOperator(Struct entry) {
    String operator = entry.string("ComparisonOperator");
    return operator == null ? null : ComparisonOperator.valueOf(operator);
  }

  private static ConditionalOperator conditionalOperator(Struct input) {
    String operator = input.string("ConditionalOperator");
    return operator == null ? null : ConditionalOperator.valueOf(operator);
  }

  private static <T> Map<String, T> map(Map<String, Struct> entries, Function<Struct, T> compile) {
    Map<String, T> compiled = new LinkedHashMap<>();
    entries.forEach((name, entry) -> compiled.put(name, compile.apply(entry)));
    return compiled;
  }
}
