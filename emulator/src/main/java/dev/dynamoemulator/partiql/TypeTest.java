package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeType;
import java.util.Locale;

/**
 * What {@code IS} asks of a path.
 *
 * @param type null for MISSING
 */
record TypeTest(AttributeType type) {

  static final TypeTest MISSING = new TypeTest(null);
  static final TypeTest NULL = new TypeTest(AttributeType.NULL);

  /** The test for a type named as PartiQL does; null when it is none of the dialect. */
  static TypeTest named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "STRING" -> of(AttributeType.S);
      case "NUMERIC" -> of(AttributeType.N);
      case "BLOB" -> of(AttributeType.B);
      case "BOOL", "BOOLEAN" -> of(AttributeType.BOOL);
      case "LIST" -> of(AttributeType.L);
      case "STRUCT", "TUPLE" -> of(AttributeType.M);
      default -> null;
    };
  }

  private static TypeTest of(AttributeType type) {
    return new TypeTest(type);
  }

  /** A type that PartiQL has and the dialect lacks, as messages name it; null for other names. */
  static String foreign(String name) {
    String type = name.toUpperCase(Locale.ROOT);
    return switch (type) {
      case "INT" -> "INTEGER";
      case "CHAR" -> "CHARACTER";
      case "VARCHAR" -> "CHARACTER_VARYING";
      case "INTEGER",
          "SMALLINT",
          "DECIMAL",
          "FLOAT",
          "REAL",
          "SYMBOL",
          "CHARACTER",
          "CLOB",
          "TIMESTAMP",
          "SEXP",
          "BAG" ->
          type;
      default -> null;
    };
  }
}
