package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Holds the body of one response at a time and keeps its array for the next. Taken from {@link
 * ResponseBuffers}; closing gives it back. For one thread at a time.
 */
public final class ResponseBuffer implements AutoCloseable {

  private static final int INITIAL_CAPACITY = 4096;

  private final ResponseBuffers home;
  private byte[] bytes = new byte[INITIAL_CAPACITY];
  private int length;

  ResponseBuffer(ResponseBuffers home) {
    this.home = home;
  }

  /** Replaces the content by one JSON object with the given members. */
  public ResponseBuffer writeObject(Consumer<ResponseWriter> members) {
    length = 0;
    try (JsonGenerator json = WireJson.generator(new Filling())) {
      json.writeStartObject();
      members.accept(new ResponseWriter(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The array that begins with the body, not a copy; valid until the next write or close. */
  public byte[] array() {
    return bytes;
  }

  /** The number of bytes of the body. */
  public int length() {
    return length;
  }

  /** A copy of the body that outlives this buffer. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  int capacity() {
    return bytes.length;
  }

  @Override
  public void close() {
    home.giveBack(this);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  private final class Filling extends OutputStream {

    @Override
    public void write(int b) {
      reserve(1);
      bytes[length++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
      reserve(count);
      System.arraycopy(source, offset, bytes, length, count);
      length += count;
    }
  }
}
