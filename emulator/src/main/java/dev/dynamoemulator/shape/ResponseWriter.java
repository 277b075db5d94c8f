package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes the members of a response. For one thread. */
public final class ResponseWriter {

  private final JsonGenerator json;

  public ResponseWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Takes the attributes of an item, one by one. */
  @FunctionalInterface
  public interface AttributeSource {
    void writeTo(JsonGenerator json) throws IOException;
  }

  public JsonGenerator json() {
    return json;
  }

  public void string(String member, String value) {
    write(() -> json.writeStringField(member, value));
  }

  public void number(String member, long value) {
    write(() -> json.writeNumberField(member, value));
  }

  public void bool(String member, boolean value) {
    write(() -> json.writeBooleanField(member, value));
  }

  /** A time as epoch seconds with the milliseconds as their fraction. */
  public void timestamp(String member, Instant value) {
    write(() -> json.writeNumberField(member, value.toEpochMilli() / 1000.0));
  }

  public void strings(String member, Iterable<String> values) {
    write(
        () -> {
          json.writeArrayFieldStart(member);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  public void object(String member, Runnable members) {
    write(
        () -> {
          json.writeObjectFieldStart(member);
          members.run();
          json.writeEndObject();
        });
  }

  /** A list of objects, one for each value. */
  public <T> void objects(String member, Iterable<T> values, Consumer<T> members) {
    write(
        () -> {
          json.writeArrayFieldStart(member);
          for (T value : values) {
            json.writeStartObject();
            members.accept(value);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
