package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Utf8;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one expression and the place that its parser has come to. */
final class Tokens {

  /** A token's kind and the part of the source that it covers. */
  private record Token(TokenKind kind, int start, int end) {}

  private static final int SOURCE_BYTES = 4096;

  private final ExpressionKind kind;
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int current;

  /**
   * @throws DynamoDbException when the source is empty or longer than 4096 bytes
   */
  Tokens(ExpressionKind kind, String source) {
    if (source.isEmpty()) {
      throw ExpressionErrors.empty(kind);
    }
    int bytes = Utf8.length(source);
    if (bytes > SOURCE_BYTES) {
      throw ExpressionErrors.tooLong(kind, bytes);
    }
    this.kind = kind;
    this.source = source;
    Lexer lexer = new Lexer(source);
    TokenKind read;
    do {
      int start = lexer.skipWhitespace();
      read = lexer.read();
      tokens.add(new Token(read, start, lexer.position()));
    } while (read != TokenKind.END);
  }

  ExpressionKind expressionKind() {
    return kind;
  }

  /** The kind of the current token, {@code END} after the last one. */
  TokenKind kind() {
    return tokens.get(current).kind();
  }

  /** Whether the token after the current one is of this kind. */
  boolean isNext(TokenKind expected) {
    return current + 1 < tokens.size() && tokens.get(current + 1).kind() == expected;
  }

  boolean is(TokenKind expected) {
    return kind() == expected;
  }

  /** The text of the current token as written. */
  String text() {
    Token token = tokens.get(current);
    return source.substring(token.start(), token.end());
  }

  /** Goes past the current token and returns its text. */
  String take() {
    String text = text();
    current++;
    return text;
  }

  void skip() {
    current++;
  }

  /** Goes past the current token if it is of this kind. */
  boolean accept(TokenKind expected) {
    if (is(expected)) {
      current++;
      return true;
    }
    return false;
  }

  /** Goes past the current token, which must be of this kind, and returns its text. */
  String expect(TokenKind expected) {
    if (!is(expected)) {
      throw syntaxError();
    }
    return take();
  }

  /**
   * Names the current token and the source from the token before to the one after it (§4.1). Where
   * there is no such token it goes to the very end of the source, blanks included, as DynamoDB
   * Local has it.
   */
  DynamoDbException syntaxError() {
    int from = current == 0 ? 0 : tokens.get(current - 1).start();
    boolean isFollowed = current + 2 < tokens.size();
    int to = isFollowed ? tokens.get(current + 1).end() : source.length();
    String token = is(TokenKind.END) ? "<EOF>" : text();
    return ExpressionErrors.syntax(kind, token, source.substring(from, to));
  }

  /** A letter; a name that begins with an underscore needs a placeholder. */
  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || c >= '0' && c <= '9' || c == '_';
  }
}
