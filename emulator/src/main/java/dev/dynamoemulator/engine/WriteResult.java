package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;

/**
 * What a write found and left behind.
 *
 * @param oldItem the item before; null when there was none
 * @param newItem the item afterwards; null when there is none
 */
public record WriteResult(StoredItem oldItem, StoredItem newItem, ConsumedCapacity capacity) {

  /** The larger of the item's sizes before and after. */
  public int largerSize() {
    int before = oldItem == null ? 0 : oldItem.size();
    int after = newItem == null ? 0 : newItem.size();
    return Math.max(before, after);
  }
}
