package dev.dynamoemulator.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reading and writing items need to know of a table. Immutable; a change of the table makes a
 * new one.
 *
 * @param indexes all secondary indexes that hold entries, in alphabetical order of their names
 * @param collection the storage collection of its items, never used again for another table
 * @param vectorIndexes the same of its vector indexes
 */
public record TableSchema(
    String tableName,
    KeySchema key,
    List<IndexSchema> indexes,
    String collection,
    List<VectorIndex> vectorIndexes) {

  public TableSchema {
    indexes = List.copyOf(indexes);
    vectorIndexes = List.copyOf(vectorIndexes);
  }

  /** The secondary index of that name, or null. */
  public IndexSchema index(String name) {
    for (IndexSchema index : indexes) {
      if (index.name().equals(name)) {
        return index;
      }
    }
    return null;
  }

  /** The vector index of that name, or null. */
  public VectorIndex vectorIndex(String name) {
    for (VectorIndex index : vectorIndexes) {
      if (index.name().equals(name)) {
        return index;
      }
    }
    return null;
  }

  /** The attributes that its vector indexes search. */
  public Set<String> vectorAttributes() {
    return vectorIndexes.isEmpty()
        ? Set.of()
        : vectorIndexes.stream()
            .map(index -> index.definition().vectorAttribute())
            .collect(Collectors.toSet());
  }

  /** Whether an index keeps its entries in that collection. */
  public boolean lists(String indexCollection) {
    return indexes.stream().anyMatch(index -> index.collection().equals(indexCollection))
        || vectorIndexes.stream().anyMatch(index -> index.collection().equals(indexCollection));
  }

  /** Whether writing items may write index entries. */
  public boolean hasIndexes() {
    return !indexes.isEmpty() || !vectorIndexes.isEmpty();
  }

  public boolean hasLocalIndex() {
    for (IndexSchema index : indexes) {
      if (!index.isGlobal()) {
        return true;
      }
    }
    return false;
  }
}
