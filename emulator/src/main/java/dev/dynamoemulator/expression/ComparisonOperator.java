package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;

/** The operators of legacy conditions, which key conditions of either form use too. */
public enum ComparisonOperator {
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
  BETWEEN,
  IN,
  BEGINS_WITH,
  CONTAINS,
  NOT_CONTAINS,
  NULL,
  NOT_NULL;

  /** Whether a key condition can use it (legacy.md §4). */
  public boolean isIndexable() {
    return switch (this) {
      case EQ, LT, LE, GT, GE, BETWEEN, BEGINS_WITH -> true;
      case NE, IN, CONTAINS, NOT_CONTAINS, NULL, NOT_NULL -> false;
    };
  }

  boolean needsValue() {
    return this != NULL && this != NOT_NULL;
  }

  boolean accepts(int values) {
    return switch (this) {
      case NULL, NOT_NULL -> values == 0;
      case BETWEEN -> values == 2;
      case IN -> values >= 1;
      default -> values == 1;
    };
  }

  /** The table of legacy.md §3.3. */
  boolean accepts(AttributeType type) {
    return switch (this) {
      case LT, LE, GT, GE, BETWEEN, IN -> type.isKeyType();
      case BEGINS_WITH -> type == AttributeType.S || type == AttributeType.B;
      case CONTAINS, NOT_CONTAINS ->
          type.isKeyType() || type == AttributeType.BOOL || type == AttributeType.NULL;
      case EQ, NE, NULL, NOT_NULL -> true;
    };
  }

  static ComparisonOperator of(Comparator comparator) {
    return switch (comparator) {
      case EQ -> EQ;
      case NE -> NE;
      case LT -> LT;
      case LE -> LE;
      case GT -> GT;
      case GE -> GE;
    };
  }
}
