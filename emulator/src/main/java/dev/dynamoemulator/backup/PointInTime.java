package dev.dynamoemulator.backup;

import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.table.TableSchema;
import java.time.Instant;

/**
 * The past of a table with point-in-time recovery, as far as its window reaches back. It ends with
 * the moment at which this was made: it sees no later writes, and goes on when the table is deleted
 * or its recovery switched off. Must be closed. Thread-safe; its cursors are each for one thread,
 * and not to be used after it is closed.
 *
 * <p>Changes are told apart to the millisecond. All changes of one transaction have the same time.
 */
public final class PointInTime implements AutoCloseable {

  private final Snapshot snapshot;
  private final TableSchema table;
  private final PointInTimeRecovery recovery;
  private final long presentItems;

  PointInTime(
      Snapshot snapshot, TableSchema table, PointInTimeRecovery recovery, long presentItems) {
    this.snapshot = snapshot;
    this.table = table;
    this.recovery = recovery;
    this.presentItems = presentItems;
  }

  /** How far it reaches. */
  public PointInTimeRecovery recovery() {
    return recovery;
  }

  /** The number of items at the end of that past, within what was written while this was made. */
  public long presentItems() {
    return presentItems;
  }

  /** All items as they were after the changes of that moment. */
  public ItemCursor items(Instant moment) {
    return new PastItems(
        ItemPast.ofAll(snapshot, table.collection(), recovery.historyId()), moment.toEpochMilli());
  }

  /**
   * What happened to each item that changed.
   *
   * @param from the moment of the first changes to be seen
   * @param to the moment of the first changes that are not
   */
  public NetChangeCursor changes(Instant from, Instant to) {
    return new NetChangeCursor(
        ItemPast.ofChanged(snapshot, table.collection(), recovery.historyId()),
        table.key(),
        from,
        to);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
