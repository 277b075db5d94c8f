package dev.dynamoemulator.item;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An item in its binary form: measured, filtered and written as JSON without building the values
 * that nobody asks for. Immutable and thread-safe.
 */
public final class StoredItem implements Attributes {

  private final byte[] bytes;

  private StoredItem(byte[] bytes) {
    this.bytes = bytes;
  }

  public static StoredItem of(Item item) {
    return new StoredItem(ItemEncoder.encode(item, Set.of()));
  }

  /**
   * The same with vectors whose {@link #floats} are there, if nearly all of their elements are
   * numbers that floats are called.
   */
  public static StoredItem of(Item item, Set<String> vectorAttributes) {
    return new StoredItem(ItemEncoder.encode(item, vectorAttributes));
  }

  /** Takes bytes that {@link #bytes()} gave out; more may follow behind them. */
  public static StoredItem fromBytes(byte[] bytes) {
    return new StoredItem(bytes);
  }

  /** The binary form, not a copy: the caller must not change it. */
  public byte[] bytes() {
    return bytes;
  }

  /** The size in bytes that DynamoDB counts (data-model.md §3). */
  public int size() {
    return new ItemReader(bytes).readInt();
  }

  @Override
  public AttributeValue get(String name) {
    ItemReader reader = new ItemReader(bytes);
    reader.readInt();
    for (int left = reader.readInt(); left > 0; left--) {
      if (reader.isNamed(name)) {
        return reader.readValue();
      }
      reader.skipValue();
    }
    return null;
  }

  /** Where the floats of a list of numbers are; null when it is not held as such. */
  public PackedFloats floats(String name) {
    ItemReader reader = new ItemReader(bytes);
    reader.readInt();
    for (int left = reader.readInt(); left > 0; left--) {
      if (reader.isNamed(name)) {
        return reader.readFloats();
      }
      reader.skipValue();
    }
    return null;
  }

  public Item toItem() {
    return toItem(name -> true);
  }

  /** The item with those of its attributes that are wanted. */
  public Item toItem(Predicate<String> wanted) {
    ItemReader reader = new ItemReader(bytes);
    reader.readInt();
    int count = reader.readInt();
    Map<String, AttributeValue> attributes = new LinkedHashMap<>(count * 2);
    for (int left = count; left > 0; left--) {
      String name = reader.readString();
      if (wanted.test(name)) {
        attributes.put(name, reader.readValue());
      } else {
        reader.skipValue();
      }
    }
    return Item.of(attributes);
  }

  /**
   * Writes the attributes as the members, the only ones, of the current JSON object.
   *
   * @param json writes to {@link JsonBytes}
   */
  public void writeTo(JsonGenerator json) throws IOException {
    // Past the generator, which would want strings for the names and look at every value twice.
    json.flush();
    ItemJsonWriter.writeMembers(bytes, (JsonBytes) json.getOutputTarget());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredItem item && Arrays.equals(bytes, item.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
