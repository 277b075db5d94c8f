package dev.dynamoemulator.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the names and values of one request into a parsed condition. Elementary conditions are taken
 * from left to right, each with all its checks: undefined placeholders, the number of arguments, a
 * repeated first operand, the types of the operands (expressions.md §5.3, rows 7 to 10).
 *
 * <p>Recursion follows operators and functions, of which an expression has 300 at most.
 */
final class ConditionBinder {

  private final ExpressionKind kind;
  private final Placeholders placeholders;
  private final OperandChecks checks;

  ConditionBinder(ExpressionKind kind, Placeholders placeholders) {
    this.kind = kind;
    this.placeholders = placeholders;
    this.checks = new OperandChecks(kind);
  }

  Condition bind(ConditionSyntax syntax) {
    if (syntax instanceof ConditionSyntax.And and) {
      return new Condition.And(bindAll(and.conditions()));
    }
    if (syntax instanceof ConditionSyntax.Or or) {
      return new Condition.Or(bindAll(or.conditions()));
    }
    if (syntax instanceof ConditionSyntax.Not not) {
      return new Condition.Not(bind(not.condition()));
    }
    if (syntax instanceof ConditionSyntax.Comparison comparison) {
      return bindComparison(comparison);
    }
    if (syntax instanceof ConditionSyntax.Between between) {
      return bindBetween(between);
    }
    if (syntax instanceof ConditionSyntax.In in) {
      return bindIn(in);
    }
    return bindCall((CallSyntax) syntax);
  }

  private List<Condition> bindAll(List<ConditionSyntax> conditions) {
    List<Condition> bound = new ArrayList<>(conditions.size());
    for (ConditionSyntax condition : conditions) {
      bound.add(bind(condition));
    }
    return bound;
  }

  private Condition bindComparison(ConditionSyntax.Comparison syntax) {
    Comparator comparator = syntax.comparator();
    List<Operand> operands = operands(null, List.of(syntax.left(), syntax.right()));
    checks.checkDistinct(comparator.symbol(), operands);
    checks.checkSizes(operands);
    if (comparator.needsOrder()) {
      checks.checkOrdered(comparator.symbol(), operands);
    }
    return new Condition.Comparison(comparator, operands.get(0), operands.get(1));
  }

  private Condition bindBetween(ConditionSyntax.Between syntax) {
    List<Operand> operands =
        operands(null, List.of(syntax.operand(), syntax.lower(), syntax.upper()));
    checks.checkSizes(operands);
    checks.checkOrdered("BETWEEN", operands);
    checks.checkDistinct("BETWEEN", operands);
    checks.checkBounds(operands.get(1), operands.get(2));
    return new Condition.Between(operands.get(0), operands.get(1), operands.get(2));
  }

  private Condition bindIn(ConditionSyntax.In syntax) {
    List<OperandSyntax> all = new ArrayList<>(syntax.list().size() + 1);
    all.add(syntax.operand());
    all.addAll(syntax.list());
    List<Operand> operands = operands(null, all);
    checks.checkDistinct("IN", operands);
    checks.checkSizes(operands);
    return new Condition.In(operands.get(0), operands.subList(1, operands.size()));
  }

  private Condition bindCall(CallSyntax call) {
    List<Operand> operands = operands(call, call.arguments());
    checks.checkDistinct(call.name(), operands);
    checks.checkSizes(operands);
    return switch (call.function()) {
      case ATTRIBUTE_EXISTS ->
          new Condition.AttributeExists(checks.path(call.name(), operands.get(0)));
      case ATTRIBUTE_NOT_EXISTS ->
          new Condition.AttributeNotExists(checks.path(call.name(), operands.get(0)));
      case ATTRIBUTE_TYPE ->
          new Condition.HasType(operands.get(0), checks.typeName(call.name(), operands.get(1)));
      case BEGINS_WITH -> {
        checks.checkPrefix(call.name(), operands);
        yield new Condition.BeginsWith(operands.get(0), operands.get(1));
      }
      case CONTAINS -> new Condition.Contains(operands.get(0), operands.get(1));
      case SIZE, IF_NOT_EXISTS, LIST_APPEND ->
          throw new IllegalStateException(call.name() + " is no condition");
    };
  }

  /**
   * @param call the function whose arguments these are; null for the operands of an operator
   */
  private List<Operand> operands(CallSyntax call, List<OperandSyntax> syntax) {
    CallSyntax wrong = wrongCall(call, syntax);
    if (wrong != null) {
      syntax.forEach(this::checkDefined);
      throw ExpressionErrors.wrongOperandCount(kind, wrong.name(), wrong.arguments().size());
    }
    List<Operand> operands = new ArrayList<>(syntax.size());
    for (OperandSyntax operand : syntax) {
      operands.add(operand(operand));
    }
    return operands;
  }

  private Operand operand(OperandSyntax syntax) {
    if (syntax instanceof PathSyntax path) {
      return path.bind(kind, placeholders);
    }
    if (syntax instanceof OperandSyntax.Value value) {
      return new Literal(placeholders.value(kind, value.placeholder()));
    }
    return new Size(operand(((CallSyntax) syntax).arguments().get(0)));
  }

  /** The first call with a wrong number of arguments, inner ones before outer ones; or null. */
  private static CallSyntax wrongCall(CallSyntax call, List<OperandSyntax> operands) {
    for (OperandSyntax operand : operands) {
      if (operand instanceof CallSyntax inner) {
        CallSyntax wrong = wrongCall(inner, inner.arguments());
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return call != null && call.hasWrongArgumentCount() ? call : null;
  }

  private void checkDefined(OperandSyntax syntax) {
    if (syntax instanceof CallSyntax call) {
      call.arguments().forEach(this::checkDefined);
    } else {
      operand(syntax);
    }
  }
}
