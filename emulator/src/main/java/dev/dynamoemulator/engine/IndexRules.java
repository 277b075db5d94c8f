package dev.dynamoemulator.engine;

import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.Collection;

/** What reading an index demands (items.md §1.4, §6). */
public final class IndexRules {

  private IndexRules() {}

  /**
   * The table's secondary index of that name, which must exist and be complete.
   *
   * @param operation the one that is to read it
   */
  public static IndexSchema readable(TableSchema table, String name, String operation) {
    IndexSchema index = table.index(name);
    if (table.vectorIndex(name) != null) {
      throw IndexErrors.unsupportedIndexType(operation);
    }
    if (index == null) {
      throw IndexErrors.unknownIndex(name);
    }
    if (!index.isReadable()) {
      throw IndexErrors.backfillingIndex(name);
    }
    return index;
  }

  /**
   * @param index the index that is read; null for the table
   */
  public static void checkConsistency(IndexSchema index, boolean isConsistent) {
    if (index != null && index.isGlobal() && isConsistent) {
      throw IndexErrors.consistentReadOfGlobalIndex();
    }
  }

  /** Checks that entries of the index hold all of the attributes. */
  public static void checkProjected(
      TableSchema table, IndexSchema index, Collection<String> attributes) {
    String missing = unprojected(table, index, attributes);
    if (missing != null) {
      throw IndexErrors.notProjected(index.name(), missing);
    }
  }

  /** The first of the attributes that entries of the index do not hold; null when they hold all. */
  public static String unprojected(
      TableSchema table, IndexSchema index, Collection<String> attributes) {
    for (String attribute : attributes) {
      if (!IndexUpkeep.isProjected(table, index, attribute)) {
        return attribute;
      }
    }
    return null;
  }
}
