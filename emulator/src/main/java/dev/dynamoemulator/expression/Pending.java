package dev.dynamoemulator.expression;

import java.util.List;

/** A part of a condition that is begun and waits for what follows: a parenthesis or an operator. */
sealed interface Pending {

  /** Whether only an operand can follow, no condition. */
  default boolean needsOperand() {
    return true;
  }

  /** An open parenthesis. */
  record Group(boolean needsOperand) implements Pending {}

  record Negation() implements Pending {
    @Override
    public boolean needsOperand() {
      return false;
    }
  }

  record Conjunction(List<ConditionSyntax> conditions) implements Pending {
    @Override
    public boolean needsOperand() {
      return false;
    }
  }

  record Disjunction(List<ConditionSyntax> conditions) implements Pending {
    @Override
    public boolean needsOperand() {
      return false;
    }
  }

  record Comparison(Comparator comparator, OperandSyntax left) implements Pending {}

  /** BETWEEN before its lower bound. */
  record LowerBound(OperandSyntax operand) implements Pending {}

  /** BETWEEN before its upper bound. */
  record UpperBound(OperandSyntax operand, OperandSyntax lower) implements Pending {}

  record InList(OperandSyntax operand, List<OperandSyntax> list) implements Pending {}

  record Call(Function function, String name, List<OperandSyntax> arguments) implements Pending {}
}
