package dev.dynamoemulator.expression;

/** An operand as written, before names and values are put in. */
sealed interface OperandSyntax
    permits OperandSyntax.Value, OperandSyntax.Calculation, PathSyntax, CallSyntax {

  /** A value placeholder, colon included. */
  record Value(String placeholder) implements OperandSyntax {}

  /** A sum or difference; only updates have them. */
  record Calculation(Arithmetic.Operator operator, OperandSyntax left, OperandSyntax right)
      implements OperandSyntax {}
}
