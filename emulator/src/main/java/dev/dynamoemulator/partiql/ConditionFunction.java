package dev.dynamoemulator.partiql;

import java.util.Locale;

/**
 * The functions that are conditions (partiql.md §3). The documentation leaves out the first two;
 * DynamoDB Local takes them.
 */
enum ConditionFunction {
  ATTRIBUTE_EXISTS(1),
  ATTRIBUTE_NOT_EXISTS(1),
  BEGINS_WITH(2),
  CONTAINS(2),
  ATTRIBUTE_TYPE(2);

  private final int arguments;

  ConditionFunction(int arguments) {
    this.arguments = arguments;
  }

  int arguments() {
    return arguments;
  }

  /** The function of that name in any case; null when there is none. */
  static ConditionFunction named(String name) {
    for (ConditionFunction function : values()) {
      if (function.name().equalsIgnoreCase(name)) {
        return function;
      }
    }
    return null;
  }

  /** As messages spell it. */
  String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
