package dev.dynamoemulator.engine;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.WriteBatch;
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

  /** Whether there is nothing to commit and nothing to see. */
  boolean isEmpty() {
    return batch.isEmpty() && changes.isEmpty();
  }

  /** Notes what those who follow the table are to see. */
  void addChange(ItemChange change) {
    changes.add(change);
  }

  /** Whether a write leaves an item as it was, so that there is nothing to see. */
  static boolean isSame(StoredItem old, StoredItem item) {
    return old == null || item == null ? old == item : IndexUpkeep.isSameItem(old, item);
  }

  /**
   * Adds the records of the changes. Only now, at the commit, because a transaction may be held
   * between prepare and commit, and numbered records hold up the readers of their stream.
   */
  ChangeLog.Recording record(ChangeLog changeLog) {
    return changes.isEmpty() ? ChangeLog.Recording.NONE : changeLog.record(batch, changes);
  }
}
