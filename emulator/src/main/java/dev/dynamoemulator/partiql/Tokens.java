package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;
import java.util.List;

/** The tokens of one statement and the place that its parser has come to. For one thread. */
final class Tokens {

  private static final int NESTING = 100;

  private final String source;
  private final List<Token> tokens;
  private int current;
  private int parameters;
  private int nesting;

  /**
   * @throws DynamoDbException when a quote or comment is left open
   */
  Tokens(String source) {
    this.source = source;
    this.tokens = Lexer.tokens(source);
  }

  TokenKind kind() {
    return tokens.get(current).kind();
  }

  boolean is(TokenKind expected) {
    return kind() == expected;
  }

  boolean is(Keyword expected) {
    return keyword() == expected;
  }

  /** The current keyword; null when the current token is none. */
  Keyword keyword() {
    return tokens.get(current).keyword();
  }

  boolean isName() {
    return is(TokenKind.NAME) || is(TokenKind.QUOTED_NAME);
  }

  /** Whether a number without fraction and exponent. */
  boolean isWholeNumber() {
    return is(TokenKind.NUMBER) && text().chars().allMatch(Character::isDigit);
  }

  /** Whether the token after the current one is of this kind. */
  boolean isNext(TokenKind expected) {
    return current + 1 < tokens.size() && tokens.get(current + 1).kind() == expected;
  }

  boolean isNextName() {
    return isNext(TokenKind.NAME) || isNext(TokenKind.QUOTED_NAME);
  }

  /** Whether the token after the current one is this keyword. */
  boolean isNext(Keyword expected) {
    return current + 1 < tokens.size() && tokens.get(current + 1).keyword() == expected;
  }

  void skip() {
    current++;
  }

  boolean accept(TokenKind expected) {
    if (is(expected)) {
      current++;
      return true;
    }
    return false;
  }

  boolean accept(Keyword expected) {
    if (is(expected)) {
      current++;
      return true;
    }
    return false;
  }

  /** Goes past a word that is special in this place only. */
  boolean acceptWord(String word) {
    if ((is(TokenKind.NAME) || is(Keyword.OTHER)) && text().equalsIgnoreCase(word)) {
      current++;
      return true;
    }
    return false;
  }

  void expect(TokenKind expected) {
    if (!accept(expected)) {
      throw GrammarErrors.expected(expected.description());
    }
  }

  void expect(Keyword expected) {
    if (!accept(expected)) {
      throw GrammarErrors.expected(expected.name());
    }
  }

  /** The current token as written. */
  String text() {
    Token token = tokens.get(current);
    return source.substring(token.start(), token.end());
  }

  /** Goes past the current token and returns it as written. */
  String take() {
    String text = text();
    current++;
    return text;
  }

  /** What the current token, a bare or quoted name or a string, says. */
  String content() {
    String text = text();
    if (is(TokenKind.NAME)) {
      return text;
    }
    String quote = text.substring(0, 1);
    return text.substring(1, text.length() - 1).replace(quote + quote, quote);
  }

  /** Goes past a bare or quoted name, or a string, and returns what it says. */
  String takeContent() {
    String content = content();
    current++;
    return content;
  }

  /**
   * The same for what names a table, an index, an attribute or an entry of a map, which is refused
   * when empty, as DynamoDB Local does.
   */
  String takeName() {
    String name = takeContent();
    if (name.isEmpty()) {
      throw GrammarErrors.emptyName();
    }
    return name;
  }

  /** Goes past a parameter and returns its place among all, from 0. */
  int takeParameter() {
    current++;
    return parameters++;
  }

  int parameters() {
    return parameters;
  }

  Position position() {
    return Position.of(source, tokens.get(current));
  }

  /** The current token cannot stand where a value, path or condition begins. */
  DynamoDbException unexpected() {
    return is(TokenKind.KEYWORD)
        ? GrammarErrors.unexpectedKeyword()
        : GrammarErrors.unexpectedTerm();
  }

  /** Goes one level down; the parser's recursion is bounded by it. */
  void enter() {
    if (++nesting > NESTING) {
      throw GrammarErrors.nestedTooDeeply();
    }
  }

  void leave() {
    nesting--;
  }
}
