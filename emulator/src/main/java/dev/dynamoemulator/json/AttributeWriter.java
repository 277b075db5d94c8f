package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Float32;
import java.io.IOException;
import java.util.Map;

/** Writes attribute values as the API does: {@code {"S":"a"}}. */
public final class AttributeWriter {

  private static final SerializableString[] DESCRIPTORS = new SerializableString[10];

  static {
    for (AttributeType type : AttributeType.values()) {
      DESCRIPTORS[type.ordinal()] = new SerializedString(type.name());
    }
  }

  private AttributeWriter() {}

  /** The attributes as one object. */
  public static void writeMap(JsonGenerator json, Map<String, AttributeValue> attributes)
      throws IOException {
    json.writeStartObject();
    writeEntries(json, attributes);
    json.writeEndObject();
  }

  /** The attributes as members of the object that is open. */
  public static void writeEntries(JsonGenerator json, Map<String, AttributeValue> attributes)
      throws IOException {
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      json.writeFieldName(attribute.getKey());
      write(json, attribute.getValue());
    }
  }

  /** One value, with its descriptor. */
  public static void write(JsonGenerator json, AttributeValue value) throws IOException {
    AttributeType type = value.type();
    json.writeStartObject();
    json.writeFieldName(DESCRIPTORS[type.ordinal()]);
    switch (type) {
      case S -> json.writeString(((AttributeValue.S) value).value());
      case N -> json.writeString(((AttributeValue.N) value).value().toString());
      case B -> writeBinary(json, ((AttributeValue.B) value).value());
      case BOOL -> json.writeBoolean(((AttributeValue.Bool) value).value());
      case NULL -> json.writeBoolean(true);
      case SS -> writeSet(json, (AttributeValue.SS) value);
      case NS -> writeSet(json, (AttributeValue.NS) value);
      case BS -> writeSet(json, (AttributeValue.BS) value);
      case L -> writeList(json, (AttributeValue.L) value);
      case M -> writeMap(json, ((AttributeValue.M) value).entries());
    }
    json.writeEndObject();
  }

  /** An entry whose value is a list of floats, printed as the service does: with a fraction. */
  public static void writeFloats(JsonGenerator json, String name, AttributeValue.L list)
      throws IOException {
    json.writeFieldName(name);
    json.writeStartObject();
    json.writeFieldName(DESCRIPTORS[AttributeType.L.ordinal()]);
    json.writeStartArray();
    for (AttributeValue element : list.elements()) {
      json.writeStartObject();
      json.writeFieldName(DESCRIPTORS[AttributeType.N.ordinal()]);
      json.writeString(Float32.toString(Float32.of(((AttributeValue.N) element).value())));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSet(JsonGenerator json, AttributeValue.SS set) throws IOException {
    json.writeStartArray();
    for (String member : set.members()) {
      json.writeString(member);
    }
    json.writeEndArray();
  }

  private static void writeSet(JsonGenerator json, AttributeValue.NS set) throws IOException {
    json.writeStartArray();
    for (DynamoNumber member : set.members()) {
      json.writeString(member.toString());
    }
    json.writeEndArray();
  }

  private static void writeSet(JsonGenerator json, AttributeValue.BS set) throws IOException {
    json.writeStartArray();
    for (Binary member : set.members()) {
      writeBinary(json, member);
    }
    json.writeEndArray();
  }

  private static void writeList(JsonGenerator json, AttributeValue.L list) throws IOException {
    json.writeStartArray();
    for (AttributeValue element : list.elements()) {
      write(json, element);
    }
    json.writeEndArray();
  }

  private static void writeBinary(JsonGenerator json, Binary binary) throws IOException {
    json.writeBinary(binary.bytes());
  }
}
