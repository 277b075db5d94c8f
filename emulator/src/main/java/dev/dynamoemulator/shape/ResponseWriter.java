package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes the members of a response, one call a member. Methods named {@code optional…} leave a null
 * value out; the others take none. For one thread.
 */
public final class ResponseWriter {

  private final JsonGenerator json;

  public ResponseWriter(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The attributes of an item, wherever they are stored.
   *
   * <p>{@code writeTo} writes each attribute as a member of the object that is open and gets no
   * other; it writes no braces.
   */
  @FunctionalInterface
  public interface AttributeSource {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Something that the generator does. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  public JsonGenerator json() {
    return json;
  }

  public void string(String name, String value) {
    write(() -> json.writeStringField(name, value));
  }

  public void optionalString(String name, String value) {
    if (value != null) {
      string(name, value);
    }
  }

  public void number(String name, long value) {
    write(() -> json.writeNumberField(name, value));
  }

  public void number(String name, double value) {
    write(() -> json.writeNumberField(name, value));
  }

  /** A number by its text. */
  public void decimal(String name, String digits) {
    write(
        () -> {
          json.writeFieldName(name);
          json.writeNumber(digits);
        });
  }

  /** A list of numbers. */
  public void numbers(String name, double... values) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (double value : values) {
            json.writeNumber(value);
          }
          json.writeEndArray();
        });
  }

  public void optionalNumber(String name, Number value) {
    if (value instanceof Double || value instanceof Float) {
      number(name, value.doubleValue());
    } else if (value != null) {
      number(name, value.longValue());
    }
  }

  public void bool(String name, boolean value) {
    write(() -> json.writeBooleanField(name, value));
  }

  public void optionalBool(String name, Boolean value) {
    if (value != null) {
      bool(name, value);
    }
  }

  /** Seconds of the epoch with the milliseconds as a fraction (tables.md §1.1). */
  public void timestamp(String name, long epochMillis) {
    write(
        () -> {
          json.writeFieldName(name);
          json.writeNumber(seconds(epochMillis));
        });
  }

  public void optionalTimestamp(String name, Long epochMillis) {
    if (epochMillis != null) {
      timestamp(name, epochMillis);
    }
  }

  /** By hand because doubles of this size print with an exponent. */
  private static String seconds(long epochMillis) {
    long fraction = 1000 + Math.floorMod(epochMillis, 1000L);
    return Math.floorDiv(epochMillis, 1000L) + "." + Long.toString(fraction).substring(1);
  }

  /** A member that is an object; the members given are its own. */
  public void object(String name, Consumer<ResponseWriter> members) {
    write(() -> json.writeObjectFieldStart(name));
    members.accept(this);
    write(json::writeEndObject);
  }

  /** A member that is a list; what is given writes its elements. */
  public void array(String name, Consumer<ResponseWriter> elements) {
    write(() -> json.writeArrayFieldStart(name));
    elements.accept(this);
    write(json::writeEndArray);
  }

  /** An object as the next element of the list that is open. */
  public void element(Consumer<ResponseWriter> members) {
    write(json::writeStartObject);
    members.accept(this);
    write(json::writeEndObject);
  }

  /** A list of objects, each made of one value. */
  public <T> void objects(
      String name, Collection<? extends T> values, BiConsumer<ResponseWriter, T> members) {
    array(name, out -> values.forEach(value -> element(object -> members.accept(object, value))));
  }

  /** A list of objects that is left out when null or empty. */
  public <T> void optionalObjects(
      String name, Collection<? extends T> values, BiConsumer<ResponseWriter, T> members) {
    if (values != null && !values.isEmpty()) {
      objects(name, values, members);
    }
  }

  public void strings(String name, Collection<String> values) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  public void optionalStrings(String name, Collection<String> values) {
    if (values != null) {
      strings(name, values);
    }
  }

  public void stringMap(String name, Map<String, String> entries) {
    object(name, out -> entries.forEach(out::string));
  }

  public void attributeValue(String name, AttributeValue value) {
    write(
        () -> {
          json.writeFieldName(name);
          AttributeWriter.write(json, value);
        });
  }

  public void attributeMap(String name, Item item) {
    write(
        () -> {
          json.writeFieldName(name);
          AttributeWriter.writeMap(json, item.attributes());
        });
  }

  public void optionalAttributeMap(String name, Item item) {
    if (item != null) {
      attributeMap(name, item);
    }
  }

  public void attributeMap(String name, AttributeSource attributes) {
    write(
        () -> {
          json.writeFieldName(name);
          writeItem(attributes);
        });
  }

  public void optionalAttributeMap(String name, AttributeSource attributes) {
    if (attributes != null) {
      attributeMap(name, attributes);
    }
  }

  /** A list of items. */
  public void attributeMaps(String name, Collection<? extends AttributeSource> items) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (AttributeSource item : items) {
            writeItem(item);
          }
          json.writeEndArray();
        });
  }

  /** A list of items. */
  public void items(String name, Collection<Item> items) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (Item item : items) {
            AttributeWriter.writeMap(json, item.attributes());
          }
          json.writeEndArray();
        });
  }

  private void writeItem(AttributeSource attributes) throws IOException {
    json.writeStartObject();
    attributes.writeTo(json);
    json.writeEndObject();
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
