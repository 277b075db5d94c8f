package dev.dynamoemulator.table;

import java.util.List;
import java.util.stream.Stream;

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
    return Stream.concat(partitionKey.stream(), sortKey.stream()).toList();
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
