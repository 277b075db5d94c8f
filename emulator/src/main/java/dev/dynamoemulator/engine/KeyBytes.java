package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a storage key out of components whose byte order is DynamoDB's order. A component ends in
 * a mark that sorts below whatever may continue it, so that components can follow one another:
 * strings and binaries in 00 01 with inner 00 written as 00 FF, numbers, whose inner bytes are
 * never 00, in 00. For one thread.
 */
final class KeyBytes {

  private static final byte ESCAPE = 0;
  private static final byte ESCAPED_ZERO = (byte) 0xFF;
  private static final byte END = 1;

  private byte[] buffer = new byte[64];
  private int length;

  KeyBytes append(byte[] bytes) {
    return append(bytes, bytes.length);
  }

  /** Appends the first bytes. */
  KeyBytes append(byte[] bytes, int count) {
    ensure(count);
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
    return this;
  }

  /** Appends a key attribute's value with its end mark. */
  KeyBytes component(AttributeValue value) {
    return component(value.type(), raw(value));
  }

  /**
   * The same of a value whose bytes are at hand.
   *
   * @param raw as {@link #raw} gives them
   */
  KeyBytes component(AttributeType type, byte[] raw) {
    open(type, raw);
    ensure(2);
    buffer[length++] = ESCAPE;
    if (type != AttributeType.N) {
      buffer[length++] = END;
    }
    return this;
  }

  /** Appends a value without its end mark: the start of every component that begins with it. */
  KeyBytes open(AttributeValue value) {
    return open(value.type(), raw(value));
  }

  private KeyBytes open(AttributeType type, byte[] raw) {
    if (type == AttributeType.N) {
      return append(raw);
    }
    ensure(2 * raw.length);
    for (byte b : raw) {
      buffer[length++] = b;
      if (b == ESCAPE) {
        buffer[length++] = ESCAPED_ZERO;
      }
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(buffer, length);
  }

  /** The bytes of a key attribute's value; for a number its order-preserving form. */
  static byte[] raw(AttributeValue value) {
    return switch (value.type()) {
      case S -> ((AttributeValue.S) value).value().getBytes(StandardCharsets.UTF_8);
      case N -> ((AttributeValue.N) value).value().encoded();
      case B -> ((AttributeValue.B) value).value().bytes();
      default -> throw new IllegalArgumentException("not a key type: " + value.type());
    };
  }

  /** The smallest key above every key that starts with the prefix; null when there is none. */
  static byte[] successor(byte[] prefix) {
    int last = prefix.length - 1;
    while (last >= 0 && prefix[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    byte[] successor = Arrays.copyOf(prefix, last + 1);
    successor[last]++;
    return successor;
  }

  /** The smallest key above this one. */
  static byte[] next(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  private void ensure(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
