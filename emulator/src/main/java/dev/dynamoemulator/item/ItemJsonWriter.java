package dev.dynamoemulator.item;

import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Copies a binary item to JSON, value by value. By hand, since most of what a page of items costs
 * is this, and a generator wants strings for the names and looks at every character. For one
 * thread.
 */
final class ItemJsonWriter {

  /** What a value of each type begins with, up to its content. */
  private static final byte[][] BEGINNINGS =
      Arrays.stream(AttributeType.values())
          .map(type -> ascii("{\"" + type.name() + "\":"))
          .toArray(byte[][]::new);

  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  private final ItemReader reader;
  private final JsonBytes json;

  private ItemJsonWriter(ItemReader reader, JsonBytes json) {
    this.reader = reader;
    this.json = json;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Writes the attributes as the members of a JSON object, without its braces. */
  static void writeMembers(byte[] item, JsonBytes json) {
    ItemReader reader = new ItemReader(item);
    reader.readInt();
    new ItemJsonWriter(reader, json).writeNamedValues(reader.readInt());
  }

  private void writeNamedValues(int count) {
    for (int i = 0; i < count; i++) {
      separate(i);
      writeText();
      json.write(':');
      writeValue();
    }
  }

  private void separate(int index) {
    if (index > 0) {
      json.write(',');
    }
  }

  private void writeValue() {
    AttributeType type = reader.readType();
    json.write(BEGINNINGS[type.ordinal()]);
    switch (type) {
      case S -> writeText();
      case N -> writeNumber();
      case B -> writeBinary();
      case BOOL -> json.write(reader.readBoolean() ? TRUE : FALSE);
      case NULL -> json.write(TRUE);
      case SS -> writeElements(this::writeText);
      case NS -> writeElements(this::writeNumber);
      case BS -> writeElements(this::writeBinary);
      case L -> {
        if (reader.isFloats()) {
          writeNumbers();
        } else {
          writeElements(this::writeValue);
        }
      }
      case M -> {
        json.write('{');
        writeNamedValues(reader.readCount());
        json.write('}');
      }
    }
    json.write('}');
  }

  private void writeElements(Runnable element) {
    json.write('[');
    int count = reader.readCount();
    for (int i = 0; i < count; i++) {
      separate(i);
      element.run();
    }
    json.write(']');
  }

  private void writeText() {
    int length = reader.readInt();
    json.writeString(reader.bytes, reader.position, length);
    reader.position += length;
  }

  private void writeNumbers() {
    json.write('[');
    FloatList.Numbers numbers = new FloatList.Numbers(reader);
    for (int i = 0; i < numbers.count(); i++) {
      separate(i);
      json.write(BEGINNINGS[AttributeType.N.ordinal()]);
      writeNumber(numbers.read(i));
      json.write('}');
    }
    json.write(']');
  }

  private void writeNumber() {
    writeNumber(DynamoNumber.fromEncoded(reader.readBytes()));
  }

  private void writeNumber(DynamoNumber number) {
    json.write('"');
    json.write(number.toAscii());
    json.write('"');
  }

  private void writeBinary() {
    json.write('"');
    json.write(Base64.getEncoder().encode(reader.readBytes()));
    json.write('"');
  }
}
