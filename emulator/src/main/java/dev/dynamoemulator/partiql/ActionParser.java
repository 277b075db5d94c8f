package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Arithmetic;
import dev.dynamoemulator.expression.Operand;
import dev.dynamoemulator.expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the SET and REMOVE clauses of an UPDATE (partiql.md §3). */
final class ActionParser {

  private static final int FUNCTION_ARGUMENTS = 2;

  private final Tokens tokens;
  private final PathParser paths;
  private final ValueParser values;
  private int operators;

  ActionParser(Tokens tokens, PathParser paths, ValueParser values) {
    this.tokens = tokens;
    this.paths = paths;
    this.values = values;
  }

  /** All clauses; there must be one. */
  List<ActionSyntax> read() {
    List<ActionSyntax> actions = new ArrayList<>();
    while (true) {
      if (tokens.accept(Keyword.SET)) {
        do {
          actions.add(assignment());
        } while (tokens.accept(TokenKind.COMMA));
      } else if (tokens.accept(Keyword.REMOVE)) {
        do {
          actions.add(new ActionSyntax.Remove(paths.readTarget()));
        } while (tokens.accept(TokenKind.COMMA));
      } else if (actions.isEmpty()) {
        throw GrammarErrors.expectedDataManipulation();
      } else {
        return actions;
      }
    }
  }

  private ActionSyntax assignment() {
    Path target = paths.readTarget();
    tokens.expect(TokenKind.EQ);
    ActionSyntax onSet = isAtCall() ? setFunction(target) : null;
    return onSet != null ? onSet : new ActionSyntax.Assign(target, value());
  }

  /** Sums and differences, from left to right. */
  private AssignedValue value() {
    AssignedValue value = summand();
    while (tokens.kind().isCalculation()) {
      Arithmetic.Operator operator = operator();
      value = new AssignedValue.Calculation(operator, value, summand());
    }
    return value;
  }

  private Arithmetic.Operator operator() {
    countOperator();
    if (tokens.accept(TokenKind.PLUS)) {
      return Arithmetic.Operator.PLUS;
    }
    if (tokens.accept(TokenKind.MINUS)) {
      return Arithmetic.Operator.MINUS;
    }
    throw GrammarErrors.operatorInUpdate(tokens.text());
  }

  /** As many as in an update expression; inferred. What is read is bound recursively. */
  private void countOperator() {
    operators++;
    ActionSyntax.CHECKS.checkOperatorCount(operators);
  }

  private AssignedValue summand() {
    if (tokens.accept(TokenKind.OPEN)) {
      tokens.enter();
      AssignedValue inner = value();
      tokens.expect(TokenKind.CLOSE);
      tokens.leave();
      return inner;
    }
    return isAtCall() ? call() : new AssignedValue.Operand(operand());
  }

  private boolean isAtCall() {
    return tokens.is(TokenKind.NAME) && tokens.isNext(TokenKind.OPEN);
  }

  private Term operand() {
    if (values.isAtValue()) {
      return values.read();
    }
    if (tokens.is(Keyword.MISSING)) {
      throw GrammarErrors.missingWithoutIs();
    }
    if (tokens.is(TokenKind.MINUS)) {
      ActionSyntax.CHECKS.checkArgumentCount("-", FUNCTION_ARGUMENTS, 1);
    }
    return new Term.PathTerm(paths.read());
  }

  private AssignedValue call() {
    countOperator();
    if (Aggregate.isNamed(tokens.text())) {
      throw GrammarErrors.unsupportedToken(tokens.text(), tokens.position());
    }
    String function = tokens.take().toLowerCase(Locale.ROOT);
    switch (function) {
      case "list_append" -> {
        List<AssignedValue> arguments = arguments(function);
        return new AssignedValue.Append(arguments.get(0), arguments.get(1));
      }
      case "if_not_exists" -> {
        List<AssignedValue> arguments = arguments(function);
        return new AssignedValue.IfNotExists(path(function, arguments.get(0)), arguments.get(1));
      }
      case "size" -> throw GrammarErrors.functionInUpdate(function);
      default ->
          throw ConditionFunction.named(function) == null
              ? GrammarErrors.unknownFunction(function)
              : GrammarErrors.functionInUpdate(function);
    }
  }

  private static Path path(String function, AssignedValue argument) {
    Operand operand =
        argument instanceof AssignedValue.Operand value
                && value.term() instanceof Term.PathTerm path
            ? path.path()
            : null;
    return ActionSyntax.CHECKS.path(function, operand);
  }

  private List<AssignedValue> arguments(String function) {
    tokens.expect(TokenKind.OPEN);
    tokens.enter();
    List<AssignedValue> arguments = new ArrayList<>(FUNCTION_ARGUMENTS);
    if (!tokens.is(TokenKind.CLOSE)) {
      do {
        arguments.add(value());
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE);
    tokens.leave();
    ActionSyntax.CHECKS.checkArgumentCount(function, FUNCTION_ARGUMENTS, arguments.size());
    return arguments;
  }

  /** An assignment by {@code set_add} or {@code set_delete}; null when it is another function. */
  private ActionSyntax setFunction(Path target) {
    String function = tokens.text().toUpperCase(Locale.ROOT);
    boolean isAdd = function.equals("SET_ADD");
    if (!isAdd && !function.equals("SET_DELETE")) {
      return null;
    }
    Position position = tokens.position();
    tokens.skip();
    SetArgument members = members(function, target, position);
    return isAdd
        ? new ActionSyntax.AddToSet(target, members)
        : new ActionSyntax.DeleteFromSet(target, members);
  }

  /** The second argument; the first must be what is assigned to, for sets change in place. */
  private SetArgument members(String function, Path target, Position position) {
    tokens.expect(TokenKind.OPEN);
    Position first = tokens.position();
    if (tokens.is(TokenKind.CLOSE)) {
      throw GrammarErrors.setFunctionArguments(function, position);
    }
    boolean isTarget = tokens.isName() && paths.read().equals(target);
    if (!isTarget) {
      throw GrammarErrors.otherSetFunctionTarget(function);
    }
    if (!tokens.accept(TokenKind.COMMA)) {
      throw GrammarErrors.setFunctionArguments(function, position);
    }
    if (!tokens.is(TokenKind.OPEN_SET) && !tokens.is(TokenKind.PARAMETER)) {
      throw GrammarErrors.setFunctionOfNoSet(function, first);
    }
    Term.Value members = values.read();
    if (tokens.is(TokenKind.COMMA)) {
      throw GrammarErrors.setFunctionArguments(function, position);
    }
    tokens.expect(TokenKind.CLOSE);
    return new SetArgument(function, members, first);
  }
}
