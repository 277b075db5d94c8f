package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Arithmetic;
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
          actions.add(new ActionSyntax.Remove(paths.read()));
        } while (tokens.accept(TokenKind.COMMA));
      } else if (actions.isEmpty()) {
        throw StatementErrors.expectedDataManipulation();
      } else {
        return actions;
      }
    }
  }

  private ActionSyntax assignment() {
    Path target = paths.read();
    tokens.expect(TokenKind.EQ);
    return value(target);
  }

  private ActionSyntax value(Path target) {
    if (tokens.accept(TokenKind.OPEN)) {
      tokens.enter();
      ActionSyntax inner = value(target);
      tokens.expect(TokenKind.CLOSE);
      tokens.leave();
      return inner;
    }
    ActionSyntax action =
        tokens.is(TokenKind.NAME) && tokens.isNext(TokenKind.OPEN)
            ? call(target)
            : calculation(target);
    if (tokens.kind().isCalculation()) {
      throw StatementErrors.unsupportedOperator(tokens.text(), tokens.position());
    }
    return action;
  }

  private ActionSyntax calculation(Path target) {
    Term left = operand();
    if (tokens.accept(TokenKind.PLUS)) {
      return new ActionSyntax.Calculate(target, Arithmetic.Operator.PLUS, left, operand());
    }
    if (tokens.accept(TokenKind.MINUS)) {
      return new ActionSyntax.Calculate(target, Arithmetic.Operator.MINUS, left, operand());
    }
    return new ActionSyntax.Assign(target, left);
  }

  private Term operand() {
    return values.isAtValue() ? values.read() : new Term.PathTerm(paths.read());
  }

  private ActionSyntax call(Path target) {
    Position position = tokens.position();
    String name = tokens.take();
    tokens.skip();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "list_append" -> {
        List<Term> arguments = arguments("list_append");
        yield new ActionSyntax.Append(target, arguments.get(0), arguments.get(1));
      }
      case "set_add" -> new ActionSyntax.AddToSet(target, members("set_add", target));
      case "set_delete" -> new ActionSyntax.DeleteFromSet(target, members("set_delete", target));
      default -> throw StatementErrors.unsupportedFunction(name, position);
    };
  }

  private List<Term> arguments(String function) {
    List<Term> arguments = new ArrayList<>(FUNCTION_ARGUMENTS);
    if (!tokens.is(TokenKind.CLOSE)) {
      do {
        arguments.add(operand());
      } while (tokens.accept(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE);
    ActionSyntax.CHECKS.checkArgumentCount(function, FUNCTION_ARGUMENTS, arguments.size());
    return arguments;
  }

  /** The second argument; the first must be what is assigned to, for sets change in place. */
  private Term.Value members(String function, Path target) {
    List<Term> arguments = arguments(function);
    if (!(arguments.get(0) instanceof Term.PathTerm set) || !set.path().equals(target)) {
      throw StatementErrors.otherSetFunctionTarget(function);
    }
    if (arguments.get(1) instanceof Term.Value members) {
      return members;
    }
    throw tokens.unexpected();
  }
}
