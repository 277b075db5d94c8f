package dev.dynamoemulator.table;

/** Fills an index that was added to a table with items; implemented by the engine. */
public interface IndexBuilder {

  /**
   * Adds an entry for every item that can be in the index. Writes go on meanwhile and keep the
   * index up to date from the moment that the table's schema lists it.
   */
  void backfill(Table table, OnlineIndex index);
}
