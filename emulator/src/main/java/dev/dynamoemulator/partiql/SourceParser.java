package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;

/** Reads the FROM clause of a SELECT (partiql.md §3). */
final class SourceParser {

  private final Tokens tokens;

  SourceParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A table or an index of one, and nothing else that PartiQL would read from. */
  Source read() {
    if (!tokens.isName()) {
      throw noSource();
    }
    String tableName = tokens.takeName();
    String indexName = null;
    if (tokens.accept(TokenKind.DOT)) {
      if (!tokens.isName()) {
        throw tokens.is(TokenKind.STAR)
            ? GrammarErrors.unpivotedPath(tokens.position())
            : tokens.unexpected();
      }
      indexName = tokens.takeName();
    }
    checkSourceEnds();
    return new Source(tableName, indexName);
  }

  private DynamoDbException noSource() {
    if (tokens.is(Keyword.UNPIVOT)) {
      return GrammarErrors.severalFromSources();
    }
    return tokens.is(TokenKind.KEYWORD) || tokens.is(TokenKind.END)
        ? tokens.unexpected()
        : GrammarErrors.unexpectedFromSource();
  }

  private void checkSourceEnds() {
    checkNoAlias();
    switch (tokens.kind()) {
      case END, SEMICOLON, CLOSE -> {}
      case DOT -> throw GrammarErrors.longFromSource();
      case OPEN_BRACKET -> throw GrammarErrors.listInFromSource();
      case COMMA -> throw GrammarErrors.severalFromSources();
      case KEYWORD -> {
        switch (tokens.keyword()) {
          case WHERE, ORDER, GROUP, HAVING, LIMIT, UNION, INTERSECT, EXCEPT -> {}
          case AT, BY -> throw GrammarErrors.alias();
          case JOIN, INNER, LEFT, RIGHT, OUTER, FULL, CROSS ->
              throw GrammarErrors.severalFromSources();
          default -> throw tokens.unexpected();
        }
      }
      default -> throw GrammarErrors.unexpectedFromSource();
    }
  }

  /** PartiQL gives other names to tables and attributes; DynamoDB does not. */
  void checkNoAlias() {
    if (tokens.isName() || tokens.is(Keyword.AS)) {
      throw GrammarErrors.alias();
    }
  }
}
