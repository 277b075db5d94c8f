package dev.dynamoemulator.expression;

/** One action of an update expression as written. */
sealed interface ActionSyntax {

  PathSyntax target();

  record Set(PathSyntax target, OperandSyntax value) implements ActionSyntax {}

  record Remove(PathSyntax target) implements ActionSyntax {}

  /**
   * @param value a value placeholder
   */
  record Add(PathSyntax target, String value) implements ActionSyntax {}

  /**
   * @param value a value placeholder
   */
  record Delete(PathSyntax target, String value) implements ActionSyntax {}
}
