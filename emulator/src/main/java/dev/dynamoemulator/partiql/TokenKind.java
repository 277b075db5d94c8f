package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Comparator;

/** What a token of a statement is. */
enum TokenKind {
  KEYWORD("keyword"),
  NAME("identifier"),
  QUOTED_NAME("identifier"),
  STRING("string"),
  NUMBER("number"),
  PARAMETER("?"),
  OPEN("("),
  CLOSE(")"),
  OPEN_BRACKET("["),
  CLOSE_BRACKET("]"),
  OPEN_BRACE("{"),
  CLOSE_BRACE("}"),
  OPEN_SET("<<"),
  CLOSE_SET(">>"),
  COMMA(","),
  DOT("."),
  COLON(":"),
  SEMICOLON(";"),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  PERCENT("%"),
  CONCATENATION("||"),
  EQ("="),
  NE("<>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  UNKNOWN("character"),
  END("end of statement");

  private final String description;

  TokenKind(String description) {
    this.description = description;
  }

  /** How messages name a token of this kind. */
  String description() {
    return description;
  }

  /** The comparator that the token stands for; null when it is none. */
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

  /** Whether it is an operator of PartiQL that stands between two values and compares nothing. */
  boolean isCalculation() {
    return switch (this) {
      case PLUS, MINUS, STAR, SLASH, PERCENT, CONCATENATION -> true;
      default -> false;
    };
  }
}
