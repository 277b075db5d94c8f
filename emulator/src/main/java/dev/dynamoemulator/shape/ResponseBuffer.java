package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Holds the body of one response at a time and keeps its array for the next. Taken from {@link
 * ResponseBuffers}; closing gives it back. For one thread at a time.
 */
public final class ResponseBuffer implements AutoCloseable {

  private static final int INITIAL_CAPACITY = 4096;

  private final ResponseBuffers home;
  private final JsonBytes bytes = new JsonBytes(INITIAL_CAPACITY);

  ResponseBuffer(ResponseBuffers home) {
    this.home = home;
  }

  /** Replaces the content by one JSON object with the given members. */
  public ResponseBuffer writeObject(Consumer<ResponseWriter> members) {
    bytes.clear();
    try (JsonGenerator json = WireJson.generator(bytes)) {
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
    return bytes.array();
  }

  /** The number of bytes of the body. */
  public int length() {
    return bytes.length();
  }

  /** A copy of the body that outlives this buffer. */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }

  int capacity() {
    return bytes.capacity();
  }

  @Override
  public void close() {
    home.giveBack(this);
  }
}
