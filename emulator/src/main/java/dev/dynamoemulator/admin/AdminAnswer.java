package dev.dynamoemulator.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonTreeWriter;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes the members of an answer as JSON. */
final class AdminAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  private AdminAnswer() {}

  static WireResponse of(int status, Map<String, ?> members) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      JsonTreeWriter.write(json, members);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireResponse.json(status, body.toByteArray());
  }
}
