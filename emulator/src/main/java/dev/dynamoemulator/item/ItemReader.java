package dev.dynamoemulator.item;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks over the binary form of an item ({@link ItemEncoder}). For one thread. */
final class ItemReader {

  private static final AttributeType[] TYPES = AttributeType.values();

  /** The type that a list of floats has here; {@link #readType} makes it L. */
  static final int FLOATS = TYPES.length;

  final byte[] bytes;
  int position;

  /** Whether the value whose type was read last is a list of floats. */
  private boolean isFloats;

  ItemReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int readInt() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[position++];
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  AttributeType readType() {
    int type = bytes[position++];
    isFloats = type == FLOATS;
    return isFloats ? AttributeType.L : TYPES[type];
  }

  boolean isFloats() {
    return isFloats;
  }

  String readString() {
    int length = readInt();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  byte[] readBytes() {
    int length = readInt();
    byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return copy;
  }

  boolean readBoolean() {
    return bytes[position++] != 0;
  }

  /** Steps over the length of a container and returns the number of what it holds. */
  int readCount() {
    position += 4;
    return readInt();
  }

  /** Reads a name and says whether it is the given one. */
  boolean isNamed(String name) {
    int length = readInt();
    int start = position;
    position += length;
    if (name.length() > length) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        return name.equals(new String(bytes, start, length, StandardCharsets.UTF_8));
      }
      if (c != bytes[start + i]) {
        return false;
      }
    }
    return name.length() == length;
  }

  void skipValue() {
    switch (readType()) {
      case S, N, B -> {
        int length = readInt();
        position += length;
      }
      case BOOL -> position++;
      case NULL -> {}
      case SS, NS, BS, L, M -> position = readEnd();
    }
  }

  /** Reads the length of a container: where it ends. */
  int readEnd() {
    int length =
        (bytes[position] & 0xFF) << 24
            | (bytes[position + 1] & 0xFF) << 16
            | (bytes[position + 2] & 0xFF) << 8
            | bytes[position + 3] & 0xFF;
    position += 4;
    return position + length;
  }

  float floatAt(int offset) {
    return Float.intBitsToFloat(
        bytes[offset] & 0xFF
            | (bytes[offset + 1] & 0xFF) << 8
            | (bytes[offset + 2] & 0xFF) << 16
            | bytes[offset + 3] << 24);
  }

  /** Where the floats of a value are; null when it is no list of floats. */
  PackedFloats readFloats() {
    readType();
    if (!isFloats) {
      return null;
    }
    int end = readEnd();
    int count = readInt();
    return new PackedFloats(end - count * Float.BYTES, count, readInt());
  }

  private AttributeValue.L readNumbers() {
    FloatList.Numbers numbers = new FloatList.Numbers(this);
    List<AttributeValue> elements = new ArrayList<>(numbers.count());
    for (int i = 0; i < numbers.count(); i++) {
      elements.add(new AttributeValue.N(numbers.read(i)));
    }
    return new AttributeValue.L(elements);
  }

  AttributeValue readValue() {
    return switch (readType()) {
      case S -> new AttributeValue.S(readString());
      case N -> new AttributeValue.N(DynamoNumber.fromEncoded(readBytes()));
      case B -> new AttributeValue.B(Binary.wrap(readBytes()));
      case BOOL -> AttributeValue.Bool.of(readBoolean());
      case NULL -> AttributeValue.Null.INSTANCE;
      case SS -> {
        int count = readCount();
        List<String> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          members.add(readString());
        }
        yield new AttributeValue.SS(members);
      }
      case NS -> {
        int count = readCount();
        List<DynamoNumber> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          members.add(DynamoNumber.fromEncoded(readBytes()));
        }
        yield new AttributeValue.NS(members);
      }
      case BS -> {
        int count = readCount();
        List<Binary> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          members.add(Binary.wrap(readBytes()));
        }
        yield new AttributeValue.BS(members);
      }
      case L -> {
        if (isFloats) {
          yield readNumbers();
        }
        int count = readCount();
        List<AttributeValue> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          elements.add(readValue());
        }
        yield new AttributeValue.L(elements);
      }
      case M -> {
        int count = readCount();
        Map<String, AttributeValue> entries = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
          entries.put(readString(), readValue());
        }
        yield new AttributeValue.M(entries);
      }
    };
  }
}
