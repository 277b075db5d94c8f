package dev.dynamoemulator.stream;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.table.Table;

/**
 * A write that changed an item.
 *
 * @param partitionHash the hash of its partition key, which decides on the shard
 * @param oldItem the item before; null when there was none
 * @param newItem the item afterwards; null when it was deleted
 * @param isByTimeToLive whether it was deleted because it had expired
 */
public record ItemChange(
    Table table,
    int partitionHash,
    StoredItem oldItem,
    StoredItem newItem,
    boolean isByTimeToLive) {

  EventName eventName() {
    if (oldItem == null) {
      return EventName.INSERT;
    }
    return newItem == null ? EventName.REMOVE : EventName.MODIFY;
  }
}
