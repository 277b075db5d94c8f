package dev.dynamoemulator.expression;

import java.util.List;

/** A parsed UpdateExpression without its names and values. Immutable, shared by requests. */
public final class UpdateExpression {

  private final List<ActionSyntax> actions;

  private UpdateExpression(List<ActionSyntax> actions) {
    this.actions = List.copyOf(actions);
  }

  static UpdateExpression parse(String source) {
    return new UpdateExpression(new UpdateParser(source).parse());
  }

  /**
   * Puts in the names and values of one request.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for the faults of expressions.md §8.2, rows
   *     5 to 10
   */
  public Update bind(Placeholders placeholders) {
    return new UpdateBinder(placeholders).bind(actions);
  }
}
