package dev.dynamoemulator.expression;

/** Where an expression stands, as far as its messages show it. */
@FunctionalInterface
public interface ExpressionOrigin {

  /** A PartiQL statement, which shares checks and texts but has no parameter to name. */
  ExpressionOrigin STATEMENT = () -> "";

  /** What every fault of the expression starts with. */
  String faultPrefix();
}
