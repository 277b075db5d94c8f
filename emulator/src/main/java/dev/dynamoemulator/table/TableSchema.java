package dev.dynamoemulator.table;

import java.util.List;

/**
 * What reading and writing items need to know of a table. Immutable; a change of the table makes a
 * new one.
 *
 * @param indexes all indexes that hold entries, in alphabetical order of their names
 * @param collection the storage collection of its items, never used again for another table
 */
public record TableSchema(
    String tableName, KeySchema key, List<IndexSchema> indexes, String collection) {

  public TableSchema {
    indexes = List.copyOf(indexes);
  }

  /** The index of that name, or null. */
  public IndexSchema index(String name) {
    for (IndexSchema index : indexes) {
      if (index.name().equals(name)) {
        return index;
      }
    }
    return null;
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
