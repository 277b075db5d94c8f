package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.vector.PackedVector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a vector index stores of an item: the projected attributes in their binary form, and behind
 * them the vector as packed floats. A search reads both in place.
 */
final class VectorEntry {

  private VectorEntry() {}

  /** The entry of an item; null when it has no vector that suits the index. */
  static byte[] of(TableSchema table, VectorIndex index, Item item) {
    float[] vector = VectorRules.vector(index, item);
    if (vector == null) {
      return null;
    }
    byte[] attributes = StoredItem.of(projected(table, index, item)).bytes();
    byte[] entry =
        Arrays.copyOf(attributes, attributes.length + PackedVector.length(vector.length));
    PackedVector.write(vector, entry, attributes.length);
    return entry;
  }

  private static Item projected(TableSchema table, VectorIndex index, Item item) {
    Map<String, AttributeValue> projected = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (isProjected(table, index, name)) {
                projected.put(name, value);
              }
            });
    return Item.of(projected);
  }

  /** The vector itself is held as floats only. */
  private static boolean isProjected(TableSchema table, VectorIndex index, String attribute) {
    if (attribute.equals(index.definition().vectorAttribute())) {
      return false;
    }
    return index.definition().projection().type() == ProjectionType.ALL
        || table.key().contains(attribute)
        || index.definition().searchAttribute(attribute) != null
        || index.definition().projection().nonKeyAttributes().contains(attribute);
  }

  /** The projected attributes, decoded as far as they are asked for. */
  static StoredItem attributes(byte[] entry) {
    return StoredItem.fromBytes(entry);
  }

  static int vectorOffset(VectorIndex index, byte[] entry) {
    return entry.length - PackedVector.length(index.definition().dimensions());
  }

  static float[] vector(VectorIndex index, byte[] entry) {
    return PackedVector.read(entry, vectorOffset(index, entry), index.definition().dimensions());
  }

  /** The bytes that reading or writing the entry counts: its attributes and four a dimension. */
  static int size(VectorIndex index, byte[] entry) {
    return attributes(entry).size() + index.definition().dimensions() * Float.BYTES;
  }

  /** Whether both hold the same vector and equal attributes, in whatever order. */
  static boolean isSame(VectorIndex index, byte[] one, byte[] other) {
    return Arrays.equals(one, other)
        || Arrays.equals(vector(index, one), vector(index, other))
            && IndexUpkeep.isSameItem(attributes(one), attributes(other));
  }
}
