package dev.dynamoemulator.expression;

import java.util.List;

/** A condition as written, before names and values are put in; parentheses have left no trace. */
sealed interface ConditionSyntax
    permits ConditionSyntax.And,
        ConditionSyntax.Or,
        ConditionSyntax.Not,
        ConditionSyntax.Comparison,
        ConditionSyntax.Between,
        ConditionSyntax.In,
        CallSyntax {

  record And(List<ConditionSyntax> conditions) implements ConditionSyntax {}

  record Or(List<ConditionSyntax> conditions) implements ConditionSyntax {}

  record Not(ConditionSyntax condition) implements ConditionSyntax {}

  record Comparison(Comparator comparator, OperandSyntax left, OperandSyntax right)
      implements ConditionSyntax {}

  record Between(OperandSyntax operand, OperandSyntax lower, OperandSyntax upper)
      implements ConditionSyntax {}

  record In(OperandSyntax operand, List<OperandSyntax> list) implements ConditionSyntax {}
}
