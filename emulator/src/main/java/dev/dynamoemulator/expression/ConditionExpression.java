package dev.dynamoemulator.expression;

/**
 * A parsed ConditionExpression, FilterExpression, KeyConditionExpression or
 * SearchConditionExpression without its names and values. Immutable, shared by requests.
 */
public final class ConditionExpression {

  private final ExpressionKind kind;
  private final ConditionSyntax syntax;

  private ConditionExpression(ExpressionKind kind, ConditionSyntax syntax) {
    this.kind = kind;
    this.syntax = syntax;
  }

  static ConditionExpression parse(ExpressionKind kind, String source) {
    return new ConditionExpression(kind, new ConditionParser(kind, source).parse());
  }

  /**
   * Puts in the names and values of one request.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for the faults of expressions.md §5.3, rows
   *     7 to 10
   */
  public Condition bind(Placeholders placeholders) {
    return new ConditionBinder(kind, placeholders).bind(syntax);
  }
}
