package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.RecentlyUsed;

/**
 * Parses statements and remembers the latest by their text, since clients send the same few texts
 * again and again with other parameters. One for each emulator. Thread-safe.
 */
public final class StatementCache {

  private static final int CAPACITY = 256;

  private final RecentlyUsed<PreparedStatement> statements =
      new RecentlyUsed<>(CAPACITY, StatementParser::parse);

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException for the first fault that the text shows
   */
  public PreparedStatement get(String text) {
    return statements.get(text);
  }
}
