package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.stream.ChangeLog;
import dev.dynamoemulator.stream.ItemChange;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableStream;
import java.util.ArrayList;
import java.util.List;

/** What a write or transaction is about to commit, and what follows from that. For one thread. */
final class PendingWrite {

  private final WriteBatch batch = new WriteBatch();
  private final SizeChanges sizes;
  private final List<ItemChange> changes = new ArrayList<>(0);

  PendingWrite(SizeChanges sizes) {
    this.sizes = sizes;
  }

  WriteBatch batch() {
    return batch;
  }

  SizeChanges sizes() {
    return sizes;
  }

  /** Notes what the table's stream is to show; a write that changes nothing is not shown. */
  void addChange(
      Table table, byte[] itemKey, StoredItem old, StoredItem item, boolean isByTimeToLive) {
    TableStream stream = table.description().stream();
    if (stream == null || !stream.isEnabled() || isSame(old, item)) {
      return;
    }
    int partitionHash = PartitionHash.leading(itemKey);
    changes.add(new ItemChange(table, partitionHash, old, item, isByTimeToLive));
  }

  private static boolean isSame(StoredItem old, StoredItem item) {
    return old == null || item == null ? old == item : IndexUpkeep.isSameItem(old, item);
  }

  /**
   * Adds the stream records. Only now, at the commit, because a transaction may be held between
   * prepare and commit, and numbered records hold up the readers of their stream.
   */
  ChangeLog.Recording record(ChangeLog changeLog) {
    return changes.isEmpty() ? ChangeLog.Recording.NONE : changeLog.record(batch, changes);
  }
}
