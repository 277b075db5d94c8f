package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

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
    Set<String> missing = unprojected(table, index, attributes);
    if (!missing.isEmpty()) {
      throw IndexErrors.notProjected(index.name(), missing);
    }
  }

  /**
   * Checks that the filter of a Query can be answered from the index, global or local: what it
   * names is never fetched from the table.
   *
   * @param index the index that is read; null for the table
   * @param filter null for none
   */
  public static void checkFilterProjected(TableSchema table, IndexSchema index, Condition filter) {
    if (index == null || filter == null) {
      return;
    }
    Set<String> missing = unprojected(table, index, filter.attributeNames());
    if (!missing.isEmpty()) {
      throw IndexErrors.filterAttributesNotProjected(index.name(), missing);
    }
  }

  /** The attributes that entries of the index do not hold. */
  public static Set<String> unprojected(
      TableSchema table, IndexSchema index, Collection<String> attributes) {
    Set<String> missing = new HashSet<>();
    for (String attribute : attributes) {
      if (!IndexUpkeep.isProjected(table, index, attribute)) {
        missing.add(attribute);
      }
    }
    return missing;
  }

  /** The attributes of items that an index holds which does not hold all of them. */
  public static Set<String> projected(TableSchema table, IndexSchema index) {
    Set<String> projected = new HashSet<>(index.projection().nonKeyAttributes());
    table.key().attributes().forEach(key -> projected.add(key.name()));
    index.key().attributes().forEach(key -> projected.add(key.name()));
    return projected;
  }
}
