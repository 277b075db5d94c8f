package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a statement of the dialect (partiql.md §3). For one statement. */
final class StatementParser {

  private final Tokens tokens;
  private final SourceParser sources;
  private final PathParser paths;
  private final ValueParser values;
  private final PredicateParser predicates;

  private StatementParser(String source) {
    this.tokens = new Tokens(source);
    this.sources = new SourceParser(tokens);
    this.paths = new PathParser(tokens);
    this.values = new ValueParser(tokens);
    this.predicates = new PredicateParser(tokens, paths, values);
  }

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException for the first fault that the text shows
   */
  static PreparedStatement parse(String source) {
    StatementParser parser = new StatementParser(source);
    StatementSyntax statement = parser.statement();
    parser.expectEnd();
    return new PreparedStatement(statement, parser.tokens.parameters());
  }

  private StatementSyntax statement() {
    if (tokens.accept(Keyword.SELECT)) {
      return select();
    }
    Position start = tokens.position();
    if (tokens.accept(Keyword.INSERT)) {
      return insert(start);
    }
    if (tokens.accept(Keyword.UPDATE)) {
      return update();
    }
    if (tokens.accept(Keyword.DELETE)) {
      return delete();
    }
    if (tokens.accept(Keyword.EXISTS)) {
      return exists();
    }
    if (tokens.accept(Keyword.CREATE)) {
      throw definition("Create");
    }
    if (tokens.accept(Keyword.DROP)) {
      throw definition("Drop");
    }
    throw GrammarErrors.expectedDataManipulation();
  }

  private DynamoDbException definition(String verb) {
    if (tokens.accept(Keyword.TABLE) && tokens.isName()) {
      return GrammarErrors.unsupportedOperation(verb + "Table");
    }
    return tokens.acceptWord("index")
        ? GrammarErrors.unsupportedOperation(verb + "Index")
        : tokens.unexpected();
  }

  private void expectEnd() {
    tokens.accept(TokenKind.SEMICOLON);
    if (!tokens.is(TokenKind.END)) {
      throw GrammarErrors.tokenAfterExpression();
    }
  }

  private StatementSyntax exists() {
    tokens.expect(TokenKind.OPEN);
    tokens.expect(Keyword.SELECT);
    StatementSyntax.Select select = select();
    tokens.expect(TokenKind.CLOSE);
    return new StatementSyntax.Exists(select);
  }

  private StatementSyntax.Select select() {
    if (tokens.is(Keyword.DISTINCT)) {
      throw GrammarErrors.unsupportedToken("DISTINCT");
    }
    if (tokens.is(Keyword.VALUE)) {
      throw GrammarErrors.valueOrPivot();
    }
    tokens.accept(Keyword.ALL);
    Selection selection = tokens.accept(TokenKind.STAR) ? null : selection();
    if (!tokens.accept(Keyword.FROM)) {
      throw GrammarErrors.expectedFrom();
    }
    Source source = sources.read();
    Predicate where = where();
    List<OrderKey> order = order();
    checkNoUnsupportedClause();
    return new StatementSyntax.Select(source, selection, where, order);
  }

  private Selection selection() {
    List<Path> selected = new ArrayList<>();
    do {
      if (!beginsExpression()) {
        throw tokens.unexpected();
      }
      if (!tokens.isName() || tokens.isNext(TokenKind.OPEN)) {
        throw GrammarErrors.unexpectedPathComponent(tokens.position());
      }
      selected.add(paths.readSelected());
      sources.checkNoAlias();
      if (tokens.kind().isCalculation()) {
        throw GrammarErrors.unexpectedPathComponent(tokens.position());
      }
    } while (tokens.accept(TokenKind.COMMA));
    return new Selection(selected);
  }

  /** Whether PartiQL lets an expression begin here, of which the dialect takes paths only. */
  private boolean beginsExpression() {
    return switch (tokens.kind()) {
      case STAR, END -> false;
      case KEYWORD ->
          values.isAtValue()
              || tokens.is(Keyword.MISSING)
              || tokens.isNext(TokenKind.OPEN)
              || tokens.isNext(Keyword.WHEN);
      default -> true;
    };
  }

  private Predicate where() {
    return tokens.accept(Keyword.WHERE) ? predicates.read() : null;
  }

  private List<OrderKey> order() {
    checkNoUnsupportedClause();
    List<OrderKey> keys = new ArrayList<>();
    if (tokens.accept(Keyword.ORDER)) {
      tokens.expect(Keyword.BY);
      do {
        Path path = orderedPath();
        boolean isDescending = tokens.accept(Keyword.DESC);
        if (!isDescending) {
          tokens.accept(Keyword.ASC);
        }
        keys.add(new OrderKey(path, isDescending));
      } while (tokens.accept(TokenKind.COMMA));
    }
    return keys;
  }

  /** An attribute by its name; a key attribute is not nested. */
  private Path orderedPath() {
    if (!tokens.isName()) {
      throw values.isAtValue() ? GrammarErrors.orderByNoName(tokens.text()) : tokens.unexpected();
    }
    String first = tokens.text();
    Path path = paths.read();
    if (path.isNested()) {
      throw GrammarErrors.orderByNoName("PATH");
    }
    if (tokens.is(TokenKind.OPEN)) {
      throw GrammarErrors.orderByNoName(first);
    }
    if (tokens.kind().isCalculation()) {
      throw GrammarErrors.orderByNoName(tokens.text());
    }
    return path;
  }

  private void checkNoUnsupportedClause() {
    Keyword clause = tokens.keyword();
    if (clause == null || !clause.isUnsupportedClause()) {
      return;
    }
    tokens.skip();
    if (clause == Keyword.GROUP) {
      throw GrammarErrors.unsupportedClause("GROUP BY");
    }
    throw tokens.is(TokenKind.END)
        ? tokens.unexpected()
        : GrammarErrors.unsupportedClause(clause.name(), tokens.position());
  }

  private StatementSyntax insert(Position start) {
    tokens.expect(Keyword.INTO);
    String tableName = writtenTable();
    if (tokens.is(TokenKind.DOT) || tokens.is(TokenKind.OPEN_BRACKET)) {
      throw GrammarErrors.insertIntoIndex();
    }
    if (!tokens.accept(Keyword.VALUE)) {
      throw tokens.is(TokenKind.OPEN) || tokens.is(TokenKind.KEYWORD)
          ? GrammarErrors.unexpectedKeyword()
          : GrammarErrors.expectedDataManipulation();
    }
    Map<String, Term.Value> tuple = values.tuple();
    if (tokens.is(Keyword.AT)) {
      throw GrammarErrors.insertAtPlace(start);
    }
    if (tokens.is(Keyword.RETURNING)) {
      throw GrammarErrors.returningInInsert();
    }
    return new StatementSyntax.Insert(tableName, tuple);
  }

  private StatementSyntax update() {
    String tableName = writtenTable();
    checkTableOnly();
    List<ActionSyntax> actions = new ActionParser(tokens, paths, values).read();
    return new StatementSyntax.UpdateItem(tableName, actions, where(), returning());
  }

  private StatementSyntax delete() {
    tokens.expect(Keyword.FROM);
    String tableName = writtenTable();
    checkTableOnly();
    boolean isOver = tokens.is(TokenKind.END) || tokens.is(TokenKind.SEMICOLON);
    if (!isOver && !tokens.is(Keyword.WHERE) && !tokens.is(Keyword.RETURNING)) {
      throw GrammarErrors.expectedDataManipulation();
    }
    Predicate where = where();
    Returning returning = returning();
    if (returning != null && !returning.equals(Returning.ALL_OLD)) {
      throw GrammarErrors.returningInDelete(returning.toString());
    }
    return new StatementSyntax.Delete(tableName, where, returning);
  }

  private String writtenTable() {
    if (!tokens.isName()) {
      throw GrammarErrors.expectedTableName();
    }
    return tokens.takeName();
  }

  /** PartiQL writes to more than the tables by their names that the dialect has. */
  private void checkTableOnly() {
    if (tokens.accept(TokenKind.DOT)) {
      throw tokens.isNext(TokenKind.DOT)
          ? GrammarErrors.longFromSource()
          : GrammarErrors.writeToIndex();
    }
    if (tokens.is(TokenKind.OPEN_BRACKET)) {
      throw GrammarErrors.listInFromSource();
    }
    sources.checkNoAlias();
  }

  private Returning returning() {
    if (!tokens.accept(Keyword.RETURNING)) {
      return null;
    }
    boolean isModifiedOnly = tokens.acceptWord("modified");
    if (!isModifiedOnly) {
      tokens.expect(Keyword.ALL);
    }
    boolean isNew = tokens.acceptWord("new");
    if (!isNew && !tokens.acceptWord("old")) {
      throw tokens.unexpected();
    }
    if (!tokens.accept(TokenKind.STAR)) {
      throw GrammarErrors.returningWithoutStar();
    }
    return new Returning(isModifiedOnly, isNew);
  }
}
