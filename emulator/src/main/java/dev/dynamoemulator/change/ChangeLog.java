package dev.dynamoemulator.change;

import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.util.List;

/** Takes the changes of items of the tables that it follows. Thread-safe. */
public interface ChangeLog {

  /** Keeps nothing. */
  ChangeLog NONE =
      new ChangeLog() {
        @Override
        public boolean follows(Table table) {
          return false;
        }

        @Override
        public Recording record(WriteBatch batch, List<ItemChange> changes) {
          return Recording.NONE;
        }
      };

  /** Whether changes of the table's items are to be recorded. Asked for every write. */
  boolean follows(Table table);

  /**
   * Whether writes that leave an item as it was are to be recorded, too. Asked of what follows the
   * table.
   */
  default boolean followsRewrites(Table table) {
    return false;
  }

  /**
   * Adds what is to be kept of the changes to the batch, which the caller then commits. The caller
   * holds the locks of the items until then, so that what is numbered here rises in the order of an
   * item's commits.
   *
   * @param changes of tables that are followed
   * @return to be closed once the batch is committed or given up; until then nobody reads any
   *     record with the same or a higher number
   */
  Recording record(WriteBatch batch, List<ItemChange> changes);

  /**
   * Called after writes, when their locks are given back: the time for further writes that follow
   * from what was recorded. The caller answers afterwards.
   */
  default void afterWrite() {}

  /** Records that are not yet settled. */
  @FunctionalInterface
  interface Recording extends AutoCloseable {

    Recording NONE = () -> {};

    /** Several that are settled together. */
    static Recording all(List<Recording> recordings) {
      return () -> recordings.forEach(Recording::close);
    }

    @Override
    void close();
  }
}
