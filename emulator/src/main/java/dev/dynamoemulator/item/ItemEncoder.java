package dev.dynamoemulator.item;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the binary form of an item. For one thread and one item.
 *
 * <pre>
 * item    := size count { name value }      size: the bytes that DynamoDB counts
 * name    := length UTF-8
 * value   := type payload
 * payload := S, N, B: length bytes | BOOL: one byte | NULL: nothing
 *          | sets, L, M: int32 bytes to follow, count, then members, values or name-value pairs
 *          | floats, a form of L: int32 bytes to follow, count, size, exceptions, floats
 * exceptions := count { index length bytes }
 * </pre>
 *
 * <p>Sizes, counts and lengths are unsigned base-128 integers, least significant group first.
 */
final class ItemEncoder {

  private final Set<String> vectorAttributes;
  private byte[] buffer;
  private int position;

  private ItemEncoder(Set<String> vectorAttributes, int capacity) {
    this.vectorAttributes = vectorAttributes;
    this.buffer = new byte[capacity];
  }

  /**
   * @param vectorAttributes those that are to be lists of floats if they can be
   */
  static byte[] encode(Item item, Set<String> vectorAttributes) {
    int size = item.size();
    ItemEncoder encoder =
        new ItemEncoder(vectorAttributes, size + 8 * item.attributes().size() + 16);
    encoder.writeInt(size);
    encoder.writeInt(item.attributes().size());
    for (Map.Entry<String, AttributeValue> attribute : item.attributes().entrySet()) {
      encoder.writeString(attribute.getKey());
      encoder.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    return encoder.bytes();
  }

  private void writeAttribute(String name, AttributeValue value) {
    FloatList floats =
        value instanceof AttributeValue.L list && vectorAttributes.contains(name)
            ? FloatList.of(list)
            : null;
    if (floats == null) {
      writeValue(value);
    } else {
      writeFloats(floats, ((AttributeValue.L) value).elements());
    }
  }

  private byte[] bytes() {
    return position == buffer.length ? buffer : Arrays.copyOf(buffer, position);
  }

  private void writeValue(AttributeValue value) {
    writeByte(value.type().ordinal());
    switch (value.type()) {
      case S -> writeString(((AttributeValue.S) value).value());
      case N -> writeBytes(((AttributeValue.N) value).value().encoded());
      case B -> writeBytes(((AttributeValue.B) value).value().bytes());
      case BOOL -> writeByte(((AttributeValue.Bool) value).value() ? 1 : 0);
      case NULL -> {}
      case SS -> {
        List<String> members = ((AttributeValue.SS) value).members();
        int start = startContainer(members.size());
        for (String member : members) {
          writeString(member);
        }
        endContainer(start);
      }
      case NS -> {
        List<DynamoNumber> members = ((AttributeValue.NS) value).members();
        int start = startContainer(members.size());
        for (DynamoNumber member : members) {
          writeBytes(member.encoded());
        }
        endContainer(start);
      }
      case BS -> {
        List<Binary> members = ((AttributeValue.BS) value).members();
        int start = startContainer(members.size());
        for (Binary member : members) {
          writeBytes(member.bytes());
        }
        endContainer(start);
      }
      case L -> {
        List<AttributeValue> elements = ((AttributeValue.L) value).elements();
        int start = startContainer(elements.size());
        for (AttributeValue element : elements) {
          writeValue(element);
        }
        endContainer(start);
      }
      case M -> {
        Map<String, AttributeValue> entries = ((AttributeValue.M) value).entries();
        int start = startContainer(entries.size());
        for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
          writeString(entry.getKey());
          writeValue(entry.getValue());
        }
        endContainer(start);
      }
    }
  }

  private void writeFloats(FloatList list, List<AttributeValue> elements) {
    writeByte(ItemReader.FLOATS);
    int start = startContainer(list.floats().length);
    writeInt(list.size());
    writeInt(list.exceptions().size());
    for (int index : list.exceptions()) {
      writeInt(index);
      writeBytes(((AttributeValue.N) elements.get(index)).value().encoded());
    }
    ensure(list.floats().length * Float.BYTES);
    for (float element : list.floats()) {
      int bits = Float.floatToRawIntBits(element);
      buffer[position++] = (byte) bits;
      buffer[position++] = (byte) (bits >>> 8);
      buffer[position++] = (byte) (bits >>> 16);
      buffer[position++] = (byte) (bits >>> 24);
    }
    endContainer(start);
  }

  private int startContainer(int count) {
    ensure(4);
    int start = position;
    position += 4;
    writeInt(count);
    return start;
  }

  private void endContainer(int start) {
    int length = position - start - 4;
    buffer[start] = (byte) (length >>> 24);
    buffer[start + 1] = (byte) (length >>> 16);
    buffer[start + 2] = (byte) (length >>> 8);
    buffer[start + 3] = (byte) length;
  }

  private void writeString(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) >= 0x80) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
    writeInt(length);
    ensure(length);
    for (int i = 0; i < length; i++) {
      buffer[position + i] = (byte) text.charAt(i);
    }
    position += length;
  }

  private void writeBytes(byte[] bytes) {
    writeInt(bytes.length);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, position, bytes.length);
    position += bytes.length;
  }

  private void writeInt(int value) {
    ensure(5);
    int rest = value;
    while (rest >= 0x80) {
      buffer[position++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[position++] = (byte) rest;
  }

  private void writeByte(int value) {
    ensure(1);
    buffer[position++] = (byte) value;
  }

  private void ensure(int more) {
    if (position + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + more));
    }
  }
}
