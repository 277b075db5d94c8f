package dev.dynamoemulator.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes the members of an answer as JSON. */
final class AdminAnswer {

  private static final JsonFactory JSON = new JsonFactory();

  private AdminAnswer() {}

  static WireResponse of(int status, Map<String, ?> members) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(body)) {
      write(members, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return WireResponse.json(status, body.toByteArray());
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName(member.getKey().toString());
        write(member.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof AttributeValue attribute) {
      AttributeWriter.write(json, attribute);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(value.toString());
    }
  }
}
