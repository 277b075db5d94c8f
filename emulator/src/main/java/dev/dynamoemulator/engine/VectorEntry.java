package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.PackedFloats;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Float32;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Utf8;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.vector.PackedVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a vector index stores of an item: the projected attributes and the vector as packed floats,
 * which a search reads in place. Where that is the whole item as the table stores it, it is the
 * same array of bytes, which a table in memory then holds once.
 */
final class VectorEntry {

  private VectorEntry() {}

  /**
   * The entry of an item; null when it has no vector that suits the index.
   *
   * @param stored the same item
   */
  static byte[] of(TableSchema table, VectorIndex index, Item item, StoredItem stored) {
    float[] vector = VectorRules.vector(index, item);
    if (vector == null) {
      return null;
    }
    String vectorAttribute = index.definition().vectorAttribute();
    boolean isWhole =
        item.attributes().keySet().stream()
            .allMatch(name -> name.equals(vectorAttribute) || isProjected(table, index, name));
    if (isWhole && stored.floats(vectorAttribute) != null) {
      return stored.bytes();
    }
    Map<String, AttributeValue> entry = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (isProjected(table, index, name)) {
                entry.put(name, value);
              }
            });
    entry.put(vectorAttribute, rounded(vector));
    return StoredItem.of(Item.of(entry), Set.of(vectorAttribute)).bytes();
  }

  private static AttributeValue rounded(float[] vector) {
    List<AttributeValue> elements = new ArrayList<>(vector.length);
    for (float element : vector) {
      elements.add(new AttributeValue.N(Float32.number(element)));
    }
    return new AttributeValue.L(elements);
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

  /** The projected attributes, without the vector. */
  static Item attributes(VectorIndex index, byte[] entry) {
    String vectorAttribute = index.definition().vectorAttribute();
    return StoredItem.fromBytes(entry).toItem(name -> !name.equals(vectorAttribute));
  }

  static float[] vector(VectorIndex index, byte[] entry) {
    PackedFloats floats = floats(index, entry);
    return PackedVector.read(entry, floats.offset(), floats.count());
  }

  /** The bytes that reading or writing the entry counts: its attributes and four a dimension. */
  static int size(VectorIndex index, byte[] entry) {
    return size(index, entry, floats(index, entry));
  }

  static int size(VectorIndex index, byte[] entry, PackedFloats floats) {
    int asNumbers = Utf8.length(index.definition().vectorAttribute()) + floats.size();
    return StoredItem.fromBytes(entry).size() - asNumbers + floats.count() * Float.BYTES;
  }

  static PackedFloats floats(VectorIndex index, byte[] entry) {
    return StoredItem.fromBytes(entry).floats(index.definition().vectorAttribute());
  }

  /** Whether both hold the same vector and equal attributes, in whatever order. */
  static boolean isSame(VectorIndex index, byte[] one, byte[] other) {
    return Arrays.equals(one, other)
        || Arrays.equals(vector(index, one), vector(index, other))
            && attributes(index, one).equals(attributes(index, other));
  }
}
