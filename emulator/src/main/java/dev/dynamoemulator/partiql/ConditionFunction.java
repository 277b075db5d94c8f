package dev.dynamoemulator.partiql;

import java.util.Locale;

/** The functions that are conditions (partiql.md §3). */
enum ConditionFunction {
  BEGINS_WITH,
  CONTAINS,
  ATTRIBUTE_TYPE;

  static final int ARGUMENTS = 2;

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
