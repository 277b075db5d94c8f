package dev.dynamoemulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.ResponseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes an error as the service words it on the wire (protocol.md §3). */
final class ErrorBody {

  private ErrorBody() {}

  static void write(DynamoDbException error, ResponseWriter out) {
    out.string("__type", error.code().wireType());
    out.optionalString(error.code().messageMember(), error.getMessage());
    try {
      writeMembers(error.members(), out.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeMembers(Map<?, ?> members, JsonGenerator json) throws IOException {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      json.writeFieldName(member.getKey().toString());
      writeValue(member.getValue(), json);
    }
  }

  private static void writeValue(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Item item) {
      AttributeWriter.writeMap(json, item.attributes());
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      writeMembers(members, json);
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        writeValue(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(value.toString());
    }
  }
}
