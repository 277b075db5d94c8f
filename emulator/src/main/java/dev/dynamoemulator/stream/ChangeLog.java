package dev.dynamoemulator.stream;

import dev.dynamoemulator.storage.WriteBatch;
import java.util.List;

/** Takes the changes of items into the streams of their tables. Thread-safe. */
@FunctionalInterface
public interface ChangeLog {

  /** Keeps nothing. */
  ChangeLog NONE = (batch, changes) -> Recording.NONE;

  /**
   * Numbers the changes and adds their records to the batch, which the caller then commits. The
   * caller holds the locks of the items until then, so that the numbers of one item's records rise
   * in the order of its commits.
   *
   * @return to be closed once the batch is committed or given up; until then nobody reads any
   *     record with the same or a higher number
   */
  Recording record(WriteBatch batch, List<ItemChange> changes);

  /** Records that are numbered and not yet settled. */
  @FunctionalInterface
  interface Recording extends AutoCloseable {

    Recording NONE = () -> {};

    @Override
    void close();
  }
}
