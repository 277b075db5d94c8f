package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;

/** The six comparators of condition expressions (expressions.md §5.2). */
public enum Comparator {
  EQ("="),
  NE("<>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  private final String symbol;

  Comparator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** Whether operands need an order, which only strings, numbers and binaries have. */
  public boolean needsOrder() {
    return this != EQ && this != NE;
  }

  /** The comparator that says the same with the operands exchanged. */
  public Comparator flipped() {
    return switch (this) {
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
      case EQ, NE -> this;
    };
  }

  /** Whether the comparison holds; a null value is one that does not exist. */
  public boolean holds(AttributeValue left, AttributeValue right) {
    return switch (this) {
      case EQ -> AttributeValues.areEqual(left, right);
      case NE -> !AttributeValues.areEqual(left, right);
      default ->
          AttributeValues.areComparable(left, right)
              && isOrdered(AttributeValues.compare(left, right));
    };
  }

  private boolean isOrdered(int order) {
    return switch (this) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }
}
