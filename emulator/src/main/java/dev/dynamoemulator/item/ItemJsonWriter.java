package dev.dynamoemulator.item;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoNumber;
import java.io.IOException;

/** Copies a binary item to JSON, value by value. For one thread. */
final class ItemJsonWriter {

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
    json.writeFieldName(type.name());
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
    json.writeString(DynamoNumber.fromEncoded(reader.readBytes()).toString());
  }

  private void writeBinary() throws IOException {
    int length = reader.readInt();
    json.writeBinary(reader.bytes, reader.position, length);
    reader.position += length;
  }
}
