package dev.dynamoemulator.item;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoNumber;
import java.io.IOException;
import java.util.Arrays;

/** Copies a binary item to JSON, value by value. For one thread. */
final class ItemJsonWriter {

  /** The names of the types, encoded once. */
  private static final SerializableString[] DESCRIPTORS =
      Arrays.stream(AttributeType.values())
          .map(type -> new SerializedString(type.name()))
          .toArray(SerializableString[]::new);

  private final ItemReader reader;
  private final JsonGenerator json;

  ItemJsonWriter(ItemReader reader, JsonGenerator json) {
    this.reader = reader;
    this.json = json;
  }

  void writeAttributes() throws IOException {
    reader.readInt();
    writeNamedValues(reader.readInt());
  }

  private void writeNamedValues(int count) throws IOException {
    for (int left = count; left > 0; left--) {
      json.writeFieldName(reader.readString());
      writeValue();
    }
  }

  private void writeValue() throws IOException {
    AttributeType type = reader.readType();
    json.writeStartObject();
    json.writeFieldName(DESCRIPTORS[type.ordinal()]);
    switch (type) {
      case S -> writeText();
      case N -> writeNumber();
      case B -> writeBinary();
      case BOOL -> json.writeBoolean(reader.readBoolean());
      case NULL -> json.writeBoolean(true);
      case SS -> {
        int count = startArray();
        for (int left = count; left > 0; left--) {
          writeText();
        }
        json.writeEndArray();
      }
      case NS -> {
        int count = startArray();
        for (int left = count; left > 0; left--) {
          writeNumber();
        }
        json.writeEndArray();
      }
      case BS -> {
        int count = startArray();
        for (int left = count; left > 0; left--) {
          writeBinary();
        }
        json.writeEndArray();
      }
      case L -> {
        int count = startArray();
        for (int left = count; left > 0; left--) {
          writeValue();
        }
        json.writeEndArray();
      }
      case M -> {
        json.writeStartObject();
        writeNamedValues(reader.readCount());
        json.writeEndObject();
      }
    }
    json.writeEndObject();
  }

  private int startArray() throws IOException {
    json.writeStartArray();
    return reader.readCount();
  }

  private void writeText() throws IOException {
    int length = reader.readInt();
    json.writeUTF8String(reader.bytes, reader.position, length);
    reader.position += length;
  }

  private void writeNumber() throws IOException {
    byte[] digits = DynamoNumber.fromEncoded(reader.readBytes()).toAscii();
    json.writeRawUTF8String(digits, 0, digits.length);
  }

  private void writeBinary() throws IOException {
    int length = reader.readInt();
    json.writeBinary(reader.bytes, reader.position, length);
    reader.position += length;
  }
}
