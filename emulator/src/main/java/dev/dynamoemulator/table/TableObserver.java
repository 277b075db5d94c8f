package dev.dynamoemulator.table;

import dev.dynamoemulator.storage.WriteBatch;

/**
 * Follows the tables of a catalogue and keeps what hangs on them in step. Implemented by stream.
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

  /** Called when a table is gone and nobody writes to it any more. */
  default void removed(Table table) {}
}
