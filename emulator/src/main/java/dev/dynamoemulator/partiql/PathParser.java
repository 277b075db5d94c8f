package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.PathElement;
import java.util.ArrayList;
import java.util.List;

/** Reads document paths such as {@code a."b c"[1]}. */
final class PathParser {

  private static final int LEVELS = 32;

  private final Tokens tokens;

  PathParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Where a path stands, which decides how stars in it are refused. */
  private enum Place {
    EXPRESSION,
    SELECTION,
    TARGET
  }

  /** A path in a condition or on the right side of an assignment. */
  Path read() {
    return read(Place.EXPRESSION);
  }

  /** A path in a SELECT list. */
  Path readSelected() {
    return read(Place.SELECTION);
  }

  /** A path that is assigned to or removed. */
  Path readTarget() {
    return read(Place.TARGET);
  }

  private Path read(Place place) {
    if (!tokens.isName()) {
      throw tokens.unexpected();
    }
    String attribute = tokens.takeName();
    List<PathElement> rest = new ArrayList<>();
    while (true) {
      if (tokens.accept(TokenKind.DOT)) {
        rest.add(name(place));
      } else if (tokens.accept(TokenKind.OPEN_BRACKET)) {
        rest.add(step(place));
      } else {
        int levels = 1 + rest.size();
        if (levels > LEVELS) {
          throw GrammarErrors.pathTooDeep(levels);
        }
        return new Path(attribute, rest);
      }
    }
  }

  private PathElement name(Place place) {
    if (tokens.is(TokenKind.STAR)) {
      throw switch (place) {
        case EXPRESSION -> GrammarErrors.unpivotedPath(tokens.position());
        case SELECTION -> GrammarErrors.changedHierarchy();
        case TARGET -> tokens.unexpected();
      };
    }
    if (tokens.is(TokenKind.KEYWORD)) {
      throw tokens.unexpected();
    }
    if (!tokens.isName()) {
      throw GrammarErrors.unexpectedPathComponent(tokens.position());
    }
    return new PathElement.Name(tokens.takeName());
  }

  /** What stands in brackets: a position, or a name as a string. */
  private PathElement step(Place place) {
    if (tokens.is(TokenKind.STRING)) {
      PathElement name = new PathElement.Name(tokens.takeName());
      tokens.expect(TokenKind.CLOSE_BRACKET);
      return name;
    }
    if (tokens.is(TokenKind.STAR)) {
      throw place == Place.EXPRESSION
          ? GrammarErrors.wildcardPath(tokens.position())
          : tokens.unexpected();
    }
    if (tokens.accept(TokenKind.MINUS)) {
      throw GrammarErrors.listIndexOutOfRange("-" + tokens.text(), tokens.position());
    }
    if (!tokens.isWholeNumber()) {
      throw GrammarErrors.unexpectedPathComponent(tokens.position());
    }
    PathElement index = new PathElement.Index(listIndex());
    tokens.skip();
    tokens.expect(TokenKind.CLOSE_BRACKET);
    return index;
  }

  private int listIndex() {
    try {
      return Integer.parseInt(tokens.text());
    } catch (NumberFormatException e) {
      throw GrammarErrors.listIndexOutOfRange(tokens.text(), tokens.position());
    }
  }
}
