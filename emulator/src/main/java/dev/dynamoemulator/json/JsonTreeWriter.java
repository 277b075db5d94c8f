package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, numbers, truth values and null as JSON, with items and attribute values among
 * them; anything else as its text.
 */
public final class JsonTreeWriter {

  private JsonTreeWriter() {}

  /** Writes the members of an object that has been begun. */
  public static void writeMembers(JsonGenerator json, Map<?, ?> members) throws IOException {
    for (Map.Entry<?, ?> member : members.entrySet()) {
      json.writeFieldName(member.getKey().toString());
      write(json, member.getValue());
    }
  }

  /** Writes one value. */
  public static void write(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      writeMembers(json, members);
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Item item) {
      AttributeWriter.writeMap(json, item.attributes());
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
