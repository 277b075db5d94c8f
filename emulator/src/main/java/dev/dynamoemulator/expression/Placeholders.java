package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeNameErrors;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Utf8;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The attribute names and values that one request gives for the placeholders of its expressions,
 * and which of them are used. Made for one request, not thread-safe.
 */
public final class Placeholders {

  private static final int KEY_BYTES = 255;
  private static final int MAP_BYTES = 2 << 20;

  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> usedNames = new HashSet<>();
  private final Set<String> usedValues = new HashSet<>();

  private Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Checks both maps but for the values themselves, in the order of expressions.md §2, rows 5 to 8.
   * A faulty value (row 9) is the caller's to report next.
   *
   * @param names ExpressionAttributeNames; null when the request has none
   * @param values ExpressionAttributeValues; null when the request has none
   */
  public static Placeholders of(Map<String, String> names, Map<String, AttributeValue> values) {
    if (names != null) {
      checkNames(names);
    }
    if (values != null) {
      checkValues(values.keySet());
    }
    return new Placeholders(names == null ? Map.of() : names, values == null ? Map.of() : values);
  }

  private static void checkNames(Map<String, String> names) {
    if (names.isEmpty()) {
      throw ExpressionParameterErrors.emptyNames();
    }
    for (String key : names.keySet()) {
      if (!isPlaceholder('#', key)) {
        throw ExpressionParameterErrors.invalidNamesKey(key);
      }
      if (Utf8.length(key) > KEY_BYTES) {
        throw ExpressionParameterErrors.tooLongNamesKey(key);
      }
    }
    names.forEach(Placeholders::checkName);
    long bytes = 0;
    for (Map.Entry<String, String> name : names.entrySet()) {
      bytes += name.getKey().length() + Utf8.length(name.getValue());
    }
    if (bytes > MAP_BYTES) {
      throw ExpressionParameterErrors.namesTooLarge();
    }
  }

  private static void checkName(String key, String name) {
    String fault = AttributeNameErrors.faultOf(name);
    if (fault != null) {
      throw ExpressionParameterErrors.invalidName(fault, key);
    }
  }

  private static void checkValues(Set<String> keys) {
    if (keys.isEmpty()) {
      throw ExpressionParameterErrors.emptyValues();
    }
    for (String key : keys) {
      if (!isPlaceholder(':', key)) {
        throw ExpressionParameterErrors.invalidValuesKey(key);
      }
      if (Utf8.length(key) > KEY_BYTES) {
        throw ExpressionParameterErrors.tooLongValuesKey();
      }
    }
  }

  private static boolean isPlaceholder(char sign, String key) {
    if (key.length() < 2 || key.charAt(0) != sign) {
      return false;
    }
    for (int i = 1; i < key.length(); i++) {
      if (!Tokens.isWordPart(key.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Fails when the values, which have no other fault, are too large together. */
  public void checkValueSizes() {
    long bytes = 0;
    for (Map.Entry<String, AttributeValue> value : values.entrySet()) {
      bytes += value.getKey().length() + value.getValue().size();
    }
    if (bytes > MAP_BYTES) {
      throw ExpressionParameterErrors.valuesTooLarge();
    }
  }

  /**
   * Fails when a name or a value was used by none of the expressions bound so far (expressions.md
   * §2, rows 11 and 12).
   */
  public void checkAllUsed() {
    if (usedNames.size() < names.size()) {
      throw ExpressionParameterErrors.unusedNames(unused(names.keySet(), usedNames));
    }
    if (usedValues.size() < values.size()) {
      throw ExpressionParameterErrors.unusedValues(unused(values.keySet(), usedValues));
    }
  }

  private static Set<String> unused(Set<String> keys, Set<String> used) {
    Set<String> unused = new LinkedHashSet<>(keys);
    unused.removeAll(used);
    return unused;
  }

  /** The attribute name for {@code #placeholder}. */
  String name(ExpressionKind kind, String placeholder) {
    String name = names.get(placeholder);
    if (name == null) {
      throw ExpressionErrors.undefinedName(kind, placeholder);
    }
    usedNames.add(placeholder);
    return name;
  }

  /** The value for {@code :placeholder}. */
  AttributeValue value(ExpressionKind kind, String placeholder) {
    AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw ExpressionErrors.undefinedValue(kind, placeholder);
    }
    usedValues.add(placeholder);
    return value;
  }
}
