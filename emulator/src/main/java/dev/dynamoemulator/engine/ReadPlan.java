package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;

/**
 * How a page is read: the common form of Query, Scan and PartiQL's SELECT.
 *
 * @param index the index to read; null for the table itself
 * @param range the keys to walk over, the starting key already taken into account
 * @param filter what items must satisfy to be returned; null for all
 * @param limit the number of items to evaluate at most; 0 for no limit
 * @param fetchesItems whether whole items are fetched from the table for the entries of a local
 *     index
 * @param countsOnly whether items are counted and not returned
 */
public record ReadPlan(
    TableSchema table,
    IndexSchema index,
    KeyRange range,
    boolean isDescending,
    Condition filter,
    int limit,
    boolean isConsistent,
    boolean fetchesItems,
    boolean countsOnly) {

  String collection() {
    return index == null ? table.collection() : index.collection();
  }
}
