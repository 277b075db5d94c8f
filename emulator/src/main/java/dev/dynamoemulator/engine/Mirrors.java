package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;

/**
 * Which tables of other regions take every write of a table in the same commit, so that all of them
 * are read as one. Implemented by replication. Thread-safe.
 */
public interface Mirrors {

  /** No table has any. */
  Mirrors NONE =
      new Mirrors() {
        @Override
        public List<Table> of(TableSchema table) {
          return List.of();
        }

        @Override
        public boolean mayWait() {
          return false;
        }

        @Override
        public Announcement announce(Table table, byte[] itemKey) {
          throw new IllegalArgumentException("Nobody mirrors " + table.name());
        }
      };

  /** The mirrors of a table; mostly none. Asked for every write. */
  List<Table> of(TableSchema table);

  /** Whether an announcement may have to wait at present. */
  boolean mayWait();

  /**
   * Tells the other regions that an item of a table with mirrors is about to be written. Returns
   * when it may be.
   *
   * @throws DynamoDbException when a write of the item in another region has been announced
   */
  Announcement announce(Table table, byte[] itemKey);

  /** A write that has been announced; to be closed when it is done or given up. */
  @FunctionalInterface
  interface Announcement extends AutoCloseable {
    @Override
    void close();
  }
}
