package dev.dynamoemulator.json;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON in the making, as bytes of UTF-8: what a generator writes to, and those who have the bytes
 * of names and texts at hand, for whom a generator is a detour. For one thread at a time.
 */
public final class JsonBytes extends OutputStream {

  private static final byte[] HEX_DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  /** A one in each of eight bytes; times a byte, that byte eight times. */
  private static final long ONES = 0x0101010101010101L;

  private static final long HIGHEST_BITS = 0x80 * ONES;

  /** For each byte 0 when it stands for itself, else the letter of its escape. */
  private static final byte[] ESCAPES = escapes();

  private byte[] bytes;
  private int length;

  /**
   * @param capacity to begin with
   */
  public JsonBytes(int capacity) {
    this.bytes = new byte[capacity];
  }

  private static byte[] escapes() {
    byte[] escapes = new byte[256];
    Arrays.fill(escapes, 0, ' ', (byte) 'u');
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    escapes['\b'] = 'b';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\f'] = 'f';
    escapes['\r'] = 'r';
    return escapes;
  }

  /** The array that begins with the JSON, not a copy; valid until the next change. */
  public byte[] array() {
    return bytes;
  }

  /** The number of bytes of the JSON. */
  public int length() {
    return length;
  }

  /** The number of bytes that the array has room for. */
  public int capacity() {
    return bytes.length;
  }

  /** Begins anew, in the same array. */
  public void clear() {
    length = 0;
  }

  /** A copy that outlives this one. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** The JSON as text. */
  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    reserve(1);
    bytes[length++] = (byte) b;
  }

  @Override
  public void write(byte[] json) {
    write(json, 0, json.length);
  }

  @Override
  public void write(byte[] json, int from, int count) {
    reserve(count);
    System.arraycopy(json, from, bytes, length, count);
    length += count;
  }

  /** Writes a string with its quotes. */
  public void writeString(byte[] utf8, int from, int count) {
    reserve(count + 2);
    bytes[length++] = '"';
    int end = from + count;
    int start = from;
    while (true) {
      int plain = plainEnd(utf8, start, end);
      write(utf8, start, plain - start);
      if (plain == end) {
        break;
      }
      writeEscape(utf8[plain]);
      start = plain + 1;
    }
    write('"');
  }

  /** Where the bytes end that stand for themselves. Looks at eight at a time while it can. */
  private static int plainEnd(byte[] utf8, int from, int end) {
    ByteBuffer eights = ByteBuffer.wrap(utf8);
    int i = from;
    while (i <= end - Long.BYTES && arePlain(eights.getLong(i))) {
      i += Long.BYTES;
    }
    while (i < end && ESCAPES[utf8[i] & 0xFF] == 0) {
      i++;
    }
    return i;
  }

  /** Whether none of eight bytes needs an escape; the highest bit of each says so in the end. */
  private static boolean arePlain(long eight) {
    long quotes = eight ^ '"' * ONES;
    long backslashes = eight ^ '\\' * ONES;
    long wanting =
        (eight - ' ' * ONES & ~eight)
            | (quotes - ONES & ~quotes)
            | (backslashes - ONES & ~backslashes);
    return (wanting & HIGHEST_BITS) == 0;
  }

  private void writeEscape(byte ascii) {
    reserve(6);
    byte escape = ESCAPES[ascii];
    bytes[length++] = '\\';
    bytes[length++] = escape;
    if (escape == 'u') {
      bytes[length++] = '0';
      bytes[length++] = '0';
      bytes[length++] = HEX_DIGITS[ascii >> 4];
      bytes[length++] = HEX_DIGITS[ascii & 0xF];
    }
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
