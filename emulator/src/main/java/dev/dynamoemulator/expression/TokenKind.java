package dev.dynamoemulator.expression;

/** The kinds of tokens (expressions.md §4). */
enum TokenKind {
  NAME,
  NAME_PLACEHOLDER,
  VALUE_PLACEHOLDER,
  DIGITS,
  AND,
  OR,
  NOT,
  BETWEEN,
  IN,
  SET,
  REMOVE,
  ADD,
  DELETE,
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE,
  PLUS,
  MINUS,
  OPEN,
  CLOSE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  DOT,
  COMMA,
  /** A character that begins no other token. */
  UNKNOWN,
  END;

  /** The comparator that this token stands for, or null. */
  Comparator comparator() {
    return switch (this) {
      case EQ -> Comparator.EQ;
      case NE -> Comparator.NE;
      case LT -> Comparator.LT;
      case LE -> Comparator.LE;
      case GT -> Comparator.GT;
      case GE -> Comparator.GE;
      default -> null;
    };
  }
}
