package dev.dynamoemulator.expression;

/** The six expression parameters of the API. */
public enum ExpressionKind implements ExpressionOrigin {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  PROJECTION("ProjectionExpression"),
  SEARCH_CONDITION("SearchConditionExpression"),
  UPDATE("UpdateExpression");

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  /** The name of the request parameter, as messages spell it. */
  public String parameter() {
    return parameter;
  }

  @Override
  public String faultPrefix() {
    return "Invalid " + parameter + ": ";
  }
}
