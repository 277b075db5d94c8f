package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeType;
import java.util.Locale;
import java.util.Set;

/**
 * What {@code IS} asks of a path.
 *
 * @param types the types that will do; empty for MISSING
 */
record TypeTest(Set<AttributeType> types) {

  static final TypeTest MISSING = new TypeTest(Set.of());
  static final TypeTest NULL = new TypeTest(Set.of(AttributeType.NULL));

  /** The test for a type named as PartiQL or as the API does; null when there is no such type. */
  static TypeTest named(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "S", "STRING", "VARCHAR", "CHAR", "CHARACTER", "SYMBOL" -> of(AttributeType.S);
      case "N", "NUMBER", "INT", "INTEGER", "SMALLINT", "DECIMAL", "NUMERIC", "FLOAT", "REAL" ->
          of(AttributeType.N);
      case "B", "BINARY", "BLOB" -> of(AttributeType.B);
      case "BOOL", "BOOLEAN" -> of(AttributeType.BOOL);
      case "L", "LIST" -> of(AttributeType.L);
      case "M", "MAP", "STRUCT", "TUPLE" -> of(AttributeType.M);
      case "SS" -> of(AttributeType.SS);
      case "NS" -> of(AttributeType.NS);
      case "BS" -> of(AttributeType.BS);
      case "BAG", "SET" -> of(AttributeType.SS, AttributeType.NS, AttributeType.BS);
      default -> null;
    };
  }

  private static TypeTest of(AttributeType... types) {
    return new TypeTest(Set.of(types));
  }
}
