package dev.dynamoemulator.table;

import dev.dynamoemulator.storage.WriteBatch;

/**
 * Follows the tables of a catalogue and keeps what hangs on them in step. Implemented by the
 * packages that keep something for each table.
 */
@FunctionalInterface
public interface TableObserver {

  /**
   * Called before a change of a table is stored, one change at a time.
   *
   * @param batch takes what is to be stored together with the change
   * @param table as it is before the change, or the new table itself
   * @param after the description to be stored; null when the table is being removed
   */
  void changing(WriteBatch batch, Table table, TableDescription after);

  /**
   * Refuses a change by throwing a DynamoDbException. Every observer is asked before any is told of
   * the change.
   *
   * @param after the description to be stored; never null, as nothing keeps a table that is being
   *     deleted
   */
  default void check(Table table, TableDescription after) {}

  /**
   * Whether the items of a table that is being removed are to stay in their collection, which
   * belongs to the observer then. Asked after {@link #changing}.
   */
  default boolean keepsItems(Table table) {
    return false;
  }

  /** Called when a table was removed and nobody writes to it any more. */
  default void removed(Table table) {}
}
