package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes the members of a response. For one thread. */
public final class ResponseWriter {

  private final JsonGenerator json;

  public ResponseWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Takes the attributes of an item, one by one. */
  @FunctionalInterface
  public interface AttributeSource {
    void writeTo(JsonGenerator json) throws IOException;
  }

  public JsonGenerator json() {
    return json;
  }
}
