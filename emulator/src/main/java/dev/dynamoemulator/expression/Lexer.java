package dev.dynamoemulator.expression;

import java.util.List;

/** Cuts an expression into tokens; never fails, an odd character becomes a token of its own. */
final class Lexer {

  /** Keywords everywhere, in kinds of expressions that have no use for them too. */
  private static final List<TokenKind> KEYWORDS =
      List.of(
          TokenKind.AND,
          TokenKind.OR,
          TokenKind.NOT,
          TokenKind.BETWEEN,
          TokenKind.IN,
          TokenKind.SET,
          TokenKind.REMOVE,
          TokenKind.ADD,
          TokenKind.DELETE);

  private final String source;
  private int position;

  Lexer(String source) {
    this.source = source;
  }

  /** Moves to the start of the next token, which is the end of the source when there is none. */
  int skipWhitespace() {
    while (position < source.length() && isWhitespace(source.charAt(position))) {
      position++;
    }
    return position;
  }

  private static boolean isWhitespace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** The end of the token that {@link #read} has just read. */
  int position() {
    return position;
  }

  /** Reads the token that starts here. */
  TokenKind read() {
    if (position == source.length()) {
      return TokenKind.END;
    }
    char first = source.charAt(position);
    if (Tokens.isWordStart(first)) {
      return word();
    }
    if (isDigit(first)) {
      return digits();
    }
    int start = position++;
    return switch (first) {
      case '#' -> placeholder(TokenKind.NAME_PLACEHOLDER);
      case ':' -> placeholder(TokenKind.VALUE_PLACEHOLDER);
      case '=' -> TokenKind.EQ;
      case '<' -> accept('=') ? TokenKind.LE : accept('>') ? TokenKind.NE : TokenKind.LT;
      case '>' -> accept('=') ? TokenKind.GE : TokenKind.GT;
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '(' -> TokenKind.OPEN;
      case ')' -> TokenKind.CLOSE;
      case '[' -> TokenKind.OPEN_BRACKET;
      case ']' -> TokenKind.CLOSE_BRACKET;
      case '.' -> TokenKind.DOT;
      case ',' -> TokenKind.COMMA;
      default -> {
        position = source.offsetByCodePoints(start, 1);
        yield TokenKind.UNKNOWN;
      }
    };
  }

  private TokenKind word() {
    int start = position;
    skipWord();
    for (TokenKind keyword : KEYWORDS) {
      String spelling = keyword.name();
      if (spelling.length() == position - start
          && source.regionMatches(true, start, spelling, 0, spelling.length())) {
        return keyword;
      }
    }
    return TokenKind.NAME;
  }

  /** A number has no leading zeros: what follows a zero is the next token. */
  private TokenKind digits() {
    if (source.charAt(position) == '0') {
      position++;
      return TokenKind.DIGITS;
    }
    while (position < source.length() && isDigit(source.charAt(position))) {
      position++;
    }
    return TokenKind.DIGITS;
  }

  private TokenKind placeholder(TokenKind kind) {
    int start = position;
    skipWord();
    return position == start ? TokenKind.UNKNOWN : kind;
  }

  private void skipWord() {
    while (position < source.length() && Tokens.isWordPart(source.charAt(position))) {
      position++;
    }
  }

  private boolean accept(char c) {
    if (position < source.length() && source.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
