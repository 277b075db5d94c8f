package dev.dynamoemulator.partiql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into tokens (partiql.md §2). For one statement and one thread. */
final class Lexer {

  private final String source;
  private int position;

  private Lexer(String source) {
    this.source = source;
  }

  /**
   * The tokens of the statement, the last one {@link TokenKind#END}.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when a quote or comment is left open
   */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      lexer.skipSpace();
      token = lexer.read();
      tokens.add(token);
    } while (token.kind() != TokenKind.END);
    return tokens;
  }

  private void skipSpace() {
    while (position < source.length()) {
      if (Character.isWhitespace(source.charAt(position))) {
        position++;
      } else if (source.startsWith("--", position)) {
        int end = source.indexOf('\n', position);
        position = end < 0 ? source.length() : end;
      } else if (source.startsWith("/*", position)) {
        int end = source.indexOf("*/", position + 2);
        if (end < 0) {
          throw GrammarErrors.unterminated("comment");
        }
        position = end + 2;
      } else {
        return;
      }
    }
  }

  private Token read() {
    int start = position;
    if (start == source.length()) {
      return new Token(TokenKind.END, null, start, start);
    }
    char first = source.charAt(start);
    if (isWordStart(first)) {
      return word(start);
    }
    TokenKind kind;
    if (isDigit(first) || first == '.' && isFollowedByDigit()) {
      kind = number();
    } else if (first == '\'') {
      kind = quoted(TokenKind.STRING, first, "string");
    } else if (first == '"') {
      kind = quoted(TokenKind.QUOTED_NAME, first, "identifier");
    } else {
      position++;
      kind = sign(first);
    }
    return new Token(kind, null, start, position);
  }

  private Token word(int start) {
    while (position < source.length() && isWordPart(source.charAt(position))) {
      position++;
    }
    Keyword keyword = Keyword.of(source.substring(start, position));
    if (keyword == Keyword.OTHER && isCalled()) {
      keyword = null;
    }
    return new Token(
        keyword == null ? TokenKind.NAME : TokenKind.KEYWORD, keyword, start, position);
  }

  /** Several functions are named as keywords are. */
  private boolean isCalled() {
    int next = position;
    while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
      next++;
    }
    return next < source.length() && source.charAt(next) == '(';
  }

  private boolean isFollowedByDigit() {
    return position + 1 < source.length() && isDigit(source.charAt(position + 1));
  }

  private TokenKind number() {
    skipDigits();
    if (isNext('.')) {
      position++;
      skipDigits();
    }
    if (isNext('e') || isNext('E')) {
      int mark = position++;
      if (isNext('+') || isNext('-')) {
        position++;
      }
      int digits = position;
      skipDigits();
      if (position == digits) {
        position = mark;
      }
    }
    return TokenKind.NUMBER;
  }

  private void skipDigits() {
    while (position < source.length() && isDigit(source.charAt(position))) {
      position++;
    }
  }

  /** The quote itself is written twice inside. */
  private TokenKind quoted(TokenKind kind, char quote, String what) {
    int end = position;
    do {
      end = source.indexOf(quote, end + 1);
      if (end < 0) {
        throw GrammarErrors.unterminated(what);
      }
      position = end + 1;
      end = position;
    } while (isNext(quote));
    return kind;
  }

  private TokenKind sign(char first) {
    return switch (first) {
      case '?' -> TokenKind.PARAMETER;
      case '(' -> TokenKind.OPEN;
      case ')' -> TokenKind.CLOSE;
      case '[' -> TokenKind.OPEN_BRACKET;
      case ']' -> TokenKind.CLOSE_BRACKET;
      case '{' -> TokenKind.OPEN_BRACE;
      case '}' -> TokenKind.CLOSE_BRACE;
      case ',' -> TokenKind.COMMA;
      case '.' -> TokenKind.DOT;
      case ':' -> TokenKind.COLON;
      case ';' -> TokenKind.SEMICOLON;
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '*' -> TokenKind.STAR;
      case '/' -> TokenKind.SLASH;
      case '%' -> TokenKind.PERCENT;
      case '=' -> TokenKind.EQ;
      case '<' ->
          accept('<')
              ? TokenKind.OPEN_SET
              : accept('=') ? TokenKind.LE : accept('>') ? TokenKind.NE : TokenKind.LT;
      case '>' -> accept('>') ? TokenKind.CLOSE_SET : accept('=') ? TokenKind.GE : TokenKind.GT;
      case '!' -> accept('=') ? TokenKind.NE : TokenKind.UNKNOWN;
      case '|' -> accept('|') ? TokenKind.CONCATENATION : TokenKind.UNKNOWN;
      default -> TokenKind.UNKNOWN;
    };
  }

  private boolean accept(char c) {
    if (isNext(c)) {
      position++;
      return true;
    }
    return false;
  }

  private boolean isNext(char c) {
    return position < source.length() && source.charAt(position) == c;
  }

  private static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
