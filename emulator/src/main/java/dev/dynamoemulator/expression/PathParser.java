package dev.dynamoemulator.expression;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code element ('.' element | '[' n ']')*}, the same in every kind of expression. */
final class PathParser {

  private static final int LEVELS = 32;

  private final Tokens tokens;
  private final ParseFaults faults;

  PathParser(Tokens tokens, ParseFaults faults) {
    this.tokens = tokens;
    this.faults = faults;
  }

  PathSyntax read() {
    List<PathElement> elements = new ArrayList<>(4);
    elements.add(name());
    readTail(elements);
    return checked(new PathSyntax(elements));
  }

  boolean isAtTail() {
    return tokens.is(TokenKind.DOT) || tokens.is(TokenKind.OPEN_BRACKET);
  }

  /** Reads what follows a path in parentheses. */
  PathSyntax readTail(PathSyntax head) {
    List<PathElement> tail = new ArrayList<>(4);
    readTail(tail);
    return checked(head.append(tail));
  }

  private void readTail(List<PathElement> elements) {
    while (true) {
      if (tokens.accept(TokenKind.DOT)) {
        elements.add(name());
      } else if (tokens.accept(TokenKind.OPEN_BRACKET)) {
        elements.add(index());
        tokens.expect(TokenKind.CLOSE_BRACKET);
      } else {
        return;
      }
    }
  }

  private PathElement name() {
    if (tokens.is(TokenKind.NAME_PLACEHOLDER)) {
      return new PathElement.Name(tokens.take());
    }
    String word = tokens.expect(TokenKind.NAME);
    if (ReservedWords.contains(word)) {
      faults.add(
          ParseFaults.Fault.RESERVED_WORD,
          ExpressionErrors.reservedWord(tokens.expressionKind(), word));
    }
    return new PathElement.Name(word);
  }

  private PathElement index() {
    String digits = tokens.expect(TokenKind.DIGITS);
    long index = 0;
    for (int i = 0; i < digits.length() && index <= Integer.MAX_VALUE; i++) {
      index = index * 10 + digits.charAt(i) - '0';
    }
    if (index > Integer.MAX_VALUE) {
      faults.add(
          ParseFaults.Fault.LIMIT,
          ExpressionErrors.listIndexOutOfRange(tokens.expressionKind(), digits));
      index = 0;
    }
    return new PathElement.Index((int) index);
  }

  private PathSyntax checked(PathSyntax path) {
    if (path.length() > LEVELS) {
      faults.add(
          ParseFaults.Fault.LIMIT,
          ExpressionErrors.pathTooDeep(tokens.expressionKind(), path.length()));
    }
    return path;
  }
}
