package dev.dynamoemulator.partiql;

/**
 * Where a token stands in a statement.
 *
 * @param line from 1
 * @param column in UTF-16 units, from 1
 */
record Position(int line, int column, int length) {

  static Position of(String source, Token token) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < token.start(); i++) {
      if (source.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, token.start() - lineStart + 1, token.end() - token.start());
  }

  /** The form of messages: {@code 1:8:5}. */
  @Override
  public String toString() {
    return line + ":" + column + ":" + length;
  }
}
