package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Comparator;
import dev.dynamoemulator.expression.ExpressionOrigin;
import dev.dynamoemulator.expression.OperandChecks;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the condition of a WHERE clause (partiql.md §3). Binding, from loose to tight: OR, AND,
 * NOT, comparisons. Recursion follows parentheses and NOT, which {@link Tokens#enter} bounds.
 */
final class PredicateParser {

  /** For any attribute; a partition key takes fewer. */
  private static final int IN_OPERANDS = 100;

  private static final OperandChecks CHECKS = new OperandChecks(ExpressionOrigin.STATEMENT);

  private final Tokens tokens;
  private final PathParser paths;
  private final ValueParser values;

  PredicateParser(Tokens tokens, PathParser paths, ValueParser values) {
    this.tokens = tokens;
    this.paths = paths;
    this.values = values;
  }

  Predicate read() {
    Expression expression = disjunction();
    if (expression instanceof Predicate predicate) {
      return predicate;
    }
    throw GrammarErrors.noBoolean();
  }

  private Expression disjunction() {
    Expression first = conjunction();
    if (!tokens.is(Keyword.OR)) {
      return first;
    }
    List<Predicate> predicates = new ArrayList<>();
    predicates.add(predicate(first));
    while (tokens.accept(Keyword.OR)) {
      predicates.add(predicate(conjunction()));
    }
    return new Predicate.Or(predicates);
  }

  private Expression conjunction() {
    Expression first = negation();
    if (!tokens.is(Keyword.AND)) {
      return first;
    }
    List<Predicate> predicates = new ArrayList<>();
    predicates.add(predicate(first));
    while (tokens.accept(Keyword.AND)) {
      predicates.add(predicate(negation()));
    }
    return new Predicate.And(predicates);
  }

  private Expression negation() {
    if (!tokens.accept(Keyword.NOT)) {
      return comparison();
    }
    tokens.enter();
    Expression negated = negation();
    tokens.leave();
    if (negated instanceof Predicate predicate) {
      return new Predicate.Not(predicate);
    }
    throw GrammarErrors.noConditionInNegation();
  }

  private Expression comparison() {
    Expression left = primary();
    if (!(left instanceof Term operand)) {
      return left;
    }
    Comparator comparator = tokens.kind().comparator();
    if (comparator != null) {
      tokens.skip();
      Predicate comparison = new Predicate.Comparison(comparator, operand, operand());
      checkNoCalculation();
      return comparison;
    }
    checkNoCalculation();
    if (tokens.is(Keyword.IS)) {
      return is(operand);
    }
    boolean isNegated = tokens.is(Keyword.NOT) && isNextSet();
    if (isNegated) {
      tokens.skip();
    }
    if (tokens.accept(Keyword.BETWEEN)) {
      return negatedIf(isNegated, between(operand));
    }
    if (tokens.accept(Keyword.IN)) {
      return negatedIf(isNegated, in(operand));
    }
    if (tokens.is(Keyword.LIKE)) {
      throw GrammarErrors.operatorInCondition("like");
    }
    return left;
  }

  private boolean isNextSet() {
    return tokens.isNext(Keyword.BETWEEN)
        || tokens.isNext(Keyword.IN)
        || tokens.isNext(Keyword.LIKE);
  }

  private static Predicate negatedIf(boolean isNegated, Predicate predicate) {
    return isNegated ? new Predicate.Not(predicate) : predicate;
  }

  /** PartiQL calculates in conditions, the dialect only in assignments. */
  private void checkNoCalculation() {
    if (tokens.kind().isCalculation()) {
      throw GrammarErrors.operatorInCondition(tokens.text());
    }
  }

  private Predicate between(Term operand) {
    Term lower = operand();
    tokens.expect(Keyword.AND);
    return new Predicate.Between(operand, lower, operand());
  }

  private Predicate in(Term operand) {
    TokenKind close =
        switch (tokens.kind()) {
          case OPEN -> TokenKind.CLOSE;
          case OPEN_BRACKET -> TokenKind.CLOSE_BRACKET;
          case OPEN_SET -> TokenKind.CLOSE_SET;
          default -> throw GrammarErrors.inWithoutList();
        };
    tokens.skip();
    if (tokens.is(close)) {
      throw GrammarErrors.inWithoutList();
    }
    List<Term> list = new ArrayList<>();
    do {
      list.add(operand());
    } while (tokens.accept(TokenKind.COMMA));
    tokens.expect(close);
    CHECKS.checkInOperands(list.size(), IN_OPERANDS);
    return new Predicate.In(operand, list);
  }

  private Predicate is(Term operand) {
    Position position = tokens.position();
    if (operand instanceof Term.SizeTerm) {
      throw GrammarErrors.isOfNoPath();
    }
    if (!(operand instanceof Term.PathTerm path)) {
      throw tokens.unexpected();
    }
    tokens.skip();
    boolean isNegated = tokens.accept(Keyword.NOT);
    return negatedIf(isNegated, new Predicate.Is(path.path(), typeTest(position)));
  }

  private TypeTest typeTest(Position position) {
    if (tokens.accept(Keyword.MISSING)) {
      return TypeTest.MISSING;
    }
    if (tokens.accept(Keyword.NULL)) {
      return TypeTest.NULL;
    }
    String name = tokens.text();
    TypeTest test = TypeTest.named(name);
    if (test != null) {
      tokens.skip();
      return test;
    }
    String foreign = TypeTest.foreign(name);
    throw foreign == null ? tokens.unexpected() : GrammarErrors.unsupportedType(foreign, position);
  }

  private Term operand() {
    Expression expression = primary();
    if (expression instanceof Term term) {
      return term;
    }
    throw tokens.unexpected();
  }

  private Expression primary() {
    if (tokens.accept(TokenKind.OPEN)) {
      tokens.enter();
      Expression inner = disjunction();
      tokens.expect(TokenKind.CLOSE);
      tokens.leave();
      return inner;
    }
    if (values.isAtValue()) {
      return values.read();
    }
    checkSupported();
    if (tokens.is(TokenKind.NAME) && tokens.isNext(TokenKind.OPEN)) {
      return call();
    }
    return new Term.PathTerm(paths.read());
  }

  /** What PartiQL lets stand where a value may, and DynamoDB does not. */
  private void checkSupported() {
    if (tokens.is(Keyword.MISSING)) {
      throw GrammarErrors.missingWithoutIs();
    }
    if (tokens.is(Keyword.CASE)) {
      throw GrammarErrors.unsupportedToken("CASE", tokens.position());
    }
    if (tokens.is(Keyword.EXISTS)) {
      tokens.skip();
      tokens.expect(TokenKind.OPEN);
    }
    if (tokens.is(Keyword.SELECT) && (tokens.isNext(TokenKind.STAR) || tokens.isNextName())) {
      throw GrammarErrors.unsupportedToken("SELECT", tokens.position());
    }
    if (tokens.is(TokenKind.MINUS)) {
      throw GrammarErrors.operatorInCondition("-");
    }
  }

  private Expression call() {
    Position position = tokens.position();
    String name = tokens.take();
    ConditionFunction function = ConditionFunction.named(name);
    boolean isSize = name.equalsIgnoreCase("size");
    if (function == null && !isSize) {
      throw unknownFunction(name, position);
    }
    List<Term> arguments = arguments();
    if (isSize) {
      CHECKS.checkArgumentCount("size", 1, arguments.size());
      return new Term.SizeTerm(arguments.get(0));
    }
    CHECKS.checkArgumentCount(function.functionName(), function.arguments(), arguments.size());
    return new Predicate.Call(function, arguments);
  }

  private static DynamoDbException unknownFunction(String name, Position position) {
    if (Aggregate.isNamed(name)) {
      return GrammarErrors.unsupportedToken(name, position);
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "if_not_exists", "list_append" -> GrammarErrors.functionInCondition(name);
      default -> GrammarErrors.unknownFunction(name);
    };
  }

  private List<Term> arguments() {
    tokens.skip();
    tokens.enter();
    List<Term> arguments = new ArrayList<>();
    if (!tokens.is(TokenKind.CLOSE)) {
      do {
        arguments.add(operand());
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE);
    tokens.leave();
    return arguments;
  }

  /** A path or value alone is no condition. */
  private static Predicate predicate(Expression expression) {
    if (expression instanceof Predicate predicate) {
      return predicate;
    }
    throw GrammarErrors.noConditionInConjunction();
  }
}
