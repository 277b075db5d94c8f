package dev.dynamoemulator.table;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The key of a table or index. A table and a local index have one partition key attribute and at
 * most one sort key attribute; a global index up to four of each (tables.md §4).
 */
public record KeySchema(List<KeyAttribute> partitionKey, List<KeyAttribute> sortKey) {

  public KeySchema {
    partitionKey = List.copyOf(partitionKey);
    sortKey = List.copyOf(sortKey);
  }

  /** The HASH attributes, then the RANGE attributes. */
  public List<KeyAttribute> attributes() {
    if (sortKey.isEmpty()) {
      return partitionKey;
    }
    List<KeyAttribute> attributes = new ArrayList<>(partitionKey);
    attributes.addAll(sortKey);
    return Collections.unmodifiableList(attributes);
  }

  /** The key attributes of an item, which has them all. */
  public Item of(Attributes item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    for (KeyAttribute attribute : partitionKey) {
      key.put(attribute.name(), item.get(attribute.name()));
    }
    for (KeyAttribute attribute : sortKey) {
      key.put(attribute.name(), item.get(attribute.name()));
    }
    return Item.of(key);
  }

  public boolean contains(String attribute) {
    return attribute(attribute) != null;
  }

  /** The key attribute of that name, or null. */
  public KeyAttribute attribute(String name) {
    for (KeyAttribute attribute : partitionKey) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    for (KeyAttribute attribute : sortKey) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }
}
