package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.WriteBatch;

/** A write of an item in another region, which is to be done here unless a later one came first. */
public interface ReplicatedWrite {

  /** Where the item stands in the table's collection, here as there. Must not be changed. */
  byte[] itemKey();

  /** The item afterwards; null when it was deleted. */
  StoredItem item();

  /** Whether change logs see the write. */
  boolean isFollowed();

  /** Whether no later write came first. Asked while the item is locked. */
  boolean isNewest();

  /**
   * Adds to the batch that is committed next what else is to be stored.
   *
   * @param isWritten whether the item is written in the same batch
   */
  void settle(WriteBatch batch, boolean isWritten);
}
