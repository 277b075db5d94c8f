package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Comparator;
import dev.dynamoemulator.expression.Path;
import java.util.List;

/** A condition as written, before parameters are put in. Immutable. */
sealed interface Predicate extends Expression {

  record And(List<Predicate> predicates) implements Predicate {}

  record Or(List<Predicate> predicates) implements Predicate {}

  record Not(Predicate predicate) implements Predicate {}

  record Comparison(Comparator comparator, Term left, Term right) implements Predicate {}

  record Between(Term operand, Term lower, Term upper) implements Predicate {}

  record In(Term operand, List<Term> list) implements Predicate {}

  record Is(Path path, TypeTest test) implements Predicate {}

  record Call(ConditionFunction function, List<Term> arguments) implements Predicate {}
}
