package dev.dynamoemulator.expression;

/** The functions of condition and update expressions. */
enum Function {
  ATTRIBUTE_EXISTS("attribute_exists", 1, false),
  ATTRIBUTE_NOT_EXISTS("attribute_not_exists", 1, false),
  ATTRIBUTE_TYPE("attribute_type", 2, false),
  BEGINS_WITH("begins_with", 2, false),
  CONTAINS("contains", 2, false),
  SIZE("size", 1, false),
  IF_NOT_EXISTS("if_not_exists", 2, true),
  LIST_APPEND("list_append", 2, true);

  private final String functionName;
  private final int operandCount;
  private final boolean isForUpdates;

  Function(String functionName, int operandCount, boolean isForUpdates) {
    this.functionName = functionName;
    this.operandCount = operandCount;
    this.isForUpdates = isForUpdates;
  }

  /** The function of exactly this name, lower case included; null when there is none. */
  static Function named(String name) {
    for (Function function : values()) {
      if (function.functionName.equals(name)) {
        return function;
      }
    }
    return null;
  }

  String functionName() {
    return functionName;
  }

  int operandCount() {
    return operandCount;
  }

  boolean isForUpdates() {
    return isForUpdates;
  }

  /** Whether it is a condition by itself, and nothing else. */
  boolean isBoolean() {
    return !isForUpdates && this != SIZE;
  }
}
