package dev.dynamoemulator.expression;

/** Where an expression stands: in one of five parameters of the API, or in a PartiQL statement. */
public enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  PROJECTION("ProjectionExpression"),
  UPDATE("UpdateExpression"),
  /** Has a grammar of its own, but the checks and texts of the others (partiql.md §6). */
  STATEMENT(null);

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  /** The name of the request parameter, as messages spell it; null for a statement. */
  public String parameter() {
    return parameter;
  }

  /** What every fault of such an expression starts with. */
  String faultPrefix() {
    return parameter == null ? "" : "Invalid " + parameter + ": ";
  }
}
