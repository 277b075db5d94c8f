package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.PathElement;
import java.util.ArrayList;
import java.util.List;

/** Reads document paths such as {@code a."b c"[1]}. */
final class PathParser {

  private final Tokens tokens;

  PathParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Path read() {
    if (!tokens.isName()) {
      throw tokens.unexpected();
    }
    String attribute = tokens.takeName();
    List<PathElement> rest = new ArrayList<>();
    while (true) {
      if (tokens.accept(TokenKind.DOT)) {
        rest.add(name());
      } else if (tokens.accept(TokenKind.OPEN_BRACKET)) {
        rest.add(step());
      } else {
        return new Path(attribute, rest);
      }
    }
  }

  private PathElement name() {
    if (!tokens.isName()) {
      throw tokens.is(TokenKind.STAR)
          ? GrammarErrors.changedHierarchy()
          : GrammarErrors.unexpectedPathComponent(tokens.position());
    }
    return new PathElement.Name(tokens.takeName());
  }

  /** What stands in brackets: a position, or a name as a string. */
  private PathElement step() {
    if (tokens.is(TokenKind.STRING)) {
      PathElement name = new PathElement.Name(tokens.takeName());
      tokens.expect(TokenKind.CLOSE_BRACKET);
      return name;
    }
    if (tokens.accept(TokenKind.MINUS)) {
      throw GrammarErrors.listIndexOutOfRange("-" + tokens.text(), tokens.position());
    }
    int index = tokens.is(TokenKind.NUMBER) ? listIndex(tokens.text()) : -1;
    if (index < 0) {
      throw GrammarErrors.unexpectedPathComponent(tokens.position());
    }
    tokens.skip();
    tokens.expect(TokenKind.CLOSE_BRACKET);
    return new PathElement.Index(index);
  }

  /** The number; -1 when it has a fraction, an exponent or more than 31 bits. */
  private static int listIndex(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
