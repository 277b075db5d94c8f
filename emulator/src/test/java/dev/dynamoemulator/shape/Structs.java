package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.Wording;
import java.nio.charset.StandardCharsets;

/** Makes requests from JSON as the wire does, without the constraint checks. */
public final class Structs {

  private Structs() {}

  /** Single quotes are taken for double ones. */
  public static Struct of(String operation, String json) {
    return RequestDecoder.decode(
        ShapeTable.standard().input(operation),
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        Wording.NEWER);
  }
}
