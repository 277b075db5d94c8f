package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.AttributeValues;
import dev.dynamoemulator.expression.Comparator;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionOrigin;
import dev.dynamoemulator.expression.Literal;
import dev.dynamoemulator.expression.Operand;
import dev.dynamoemulator.expression.OperandChecks;
import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the parameters of one request into a condition, with the checks that condition expressions
 * make of their operands (partiql.md §6). Recursion follows that of the parser.
 */
final class ConditionBinder {

  private static final OperandChecks CHECKS = new OperandChecks(ExpressionOrigin.STATEMENT);

  private final List<AttributeValue> parameters;

  ConditionBinder(List<AttributeValue> parameters) {
    this.parameters = parameters;
  }

  Condition bind(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return new Condition.And(bindAll(and.predicates()));
    }
    if (predicate instanceof Predicate.Or or) {
      return new Condition.Or(bindAll(or.predicates()));
    }
    if (predicate instanceof Predicate.Not not) {
      return new Condition.Not(bind(not.predicate()));
    }
    if (predicate instanceof Predicate.Comparison comparison) {
      return comparison(comparison);
    }
    if (predicate instanceof Predicate.Between between) {
      return between(between);
    }
    if (predicate instanceof Predicate.In in) {
      return in(in);
    }
    if (predicate instanceof Predicate.Is is) {
      return is(is);
    }
    return call((Predicate.Call) predicate);
  }

  private List<Condition> bindAll(List<Predicate> predicates) {
    List<Condition> conditions = new ArrayList<>(predicates.size());
    for (Predicate predicate : predicates) {
      conditions.add(bind(predicate));
    }
    return conditions;
  }

  private Condition comparison(Predicate.Comparison comparison) {
    Comparator comparator = comparison.comparator();
    List<Operand> operands = operands(List.of(comparison.left(), comparison.right()));
    CHECKS.checkDistinct(comparator.symbol(), operands);
    CHECKS.checkSizes(operands);
    if (comparator.needsOrder()) {
      CHECKS.checkOrdered(comparator.symbol(), operands);
    }
    return new Condition.Comparison(comparator, operands.get(0), operands.get(1));
  }

  private Condition between(Predicate.Between between) {
    List<Operand> operands = operands(List.of(between.operand(), between.lower(), between.upper()));
    CHECKS.checkSizes(operands);
    CHECKS.checkOrdered("BETWEEN", operands);
    CHECKS.checkDistinct("BETWEEN", operands);
    CHECKS.checkBounds(operands.get(1), operands.get(2));
    return new Condition.Between(operands.get(0), operands.get(1), operands.get(2));
  }

  private Condition in(Predicate.In in) {
    List<Term> terms = new ArrayList<>(in.list().size() + 1);
    terms.add(in.operand());
    terms.addAll(in.list());
    List<Operand> operands = operands(terms);
    CHECKS.checkDistinct("IN", operands);
    CHECKS.checkSizes(operands);
    return new Condition.In(operands.get(0), operands.subList(1, operands.size()));
  }

  private static Condition is(Predicate.Is is) {
    if (is.test() == TypeTest.MISSING) {
      return new Condition.AttributeNotExists(is.path());
    }
    return new Condition.HasType(is.path(), is.test().type());
  }

  private Condition call(Predicate.Call call) {
    String name = call.function().functionName();
    List<Operand> operands = operands(call.arguments());
    CHECKS.checkDistinct(name, operands);
    CHECKS.checkSizes(operands);
    return switch (call.function()) {
      case ATTRIBUTE_EXISTS -> new Condition.AttributeExists(CHECKS.path(name, operands.get(0)));
      case ATTRIBUTE_NOT_EXISTS ->
          new Condition.AttributeNotExists(CHECKS.path(name, operands.get(0)));
      case BEGINS_WITH -> {
        CHECKS.checkPrefix(name, operands);
        yield new Condition.BeginsWith(operands.get(0), operands.get(1));
      }
      case CONTAINS -> new Condition.Contains(operands.get(0), operands.get(1));
      case ATTRIBUTE_TYPE ->
          new Condition.HasType(operands.get(0), CHECKS.typeName(name, operands.get(1)));
    };
  }

  private List<Operand> operands(List<Term> terms) {
    List<Operand> operands = new ArrayList<>(terms.size());
    for (Term term : terms) {
      operands.add(operand(term));
    }
    return operands;
  }

  private Operand operand(Term term) {
    Operand operand = term.operand(parameters);
    if (operand instanceof Literal literal) {
      AttributeValues.checkNesting(literal.value());
    }
    return operand;
  }
}
