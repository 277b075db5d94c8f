package dev.dynamoemulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of one item, or of a part of one such as its key. Immutable. */
public final class Item implements Attributes {

  public static final Item EMPTY = new Item(Map.of());

  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = attributes;
  }

  /** Takes ownership of the map: the caller must not change it afterwards. */
  public static Item of(Map<String, AttributeValue> attributes) {
    return attributes.isEmpty() ? EMPTY : new Item(Collections.unmodifiableMap(attributes));
  }

  @Override
  public AttributeValue get(String name) {
    return attributes.get(name);
  }

  /** The attributes in the order in which they were given. */
  public Map<String, AttributeValue> attributes() {
    return attributes;
  }

  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  /** The size in bytes that DynamoDB counts: names and values (data-model.md §3). */
  public int size() {
    int size = 0;
    for (Map.Entry<String, AttributeValue> entry : attributes.entrySet()) {
      size += Utf8.length(entry.getKey()) + entry.getValue().size();
    }
    return size;
  }

  /** A mutable copy of the attributes. */
  public Map<String, AttributeValue> toMap() {
    return new LinkedHashMap<>(attributes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Item item && attributes.equals(item.attributes);
  }

  @Override
  public int hashCode() {
    return attributes.hashCode();
  }

  @Override
  public String toString() {
    return attributes.toString();
  }
}
