package dev.dynamoemulator.change;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.table.Table;

/**
 * A write of an item.
 *
 * @param itemKey where the item stands in the table's collection; must not be changed
 * @param partitionHash the hash of its partition key, which decides on the shard
 * @param oldItem the item before; null when there was none
 * @param newItem the item afterwards; null when it was deleted
 * @param origin who wrote
 * @param isRewrite whether the item is as it was before
 */
public record ItemChange(
    Table table,
    byte[] itemKey,
    int partitionHash,
    StoredItem oldItem,
    StoredItem newItem,
    Origin origin,
    boolean isRewrite) {

  /** Who changed an item. */
  public enum Origin {
    /** A request. */
    REQUEST,
    /** The sweep of expired items. */
    TIME_TO_LIVE,
    /** A write in another region. */
    REPLICATION
  }

  /** What happened to the item. */
  public EventName eventName() {
    if (oldItem == null) {
      return EventName.INSERT;
    }
    return newItem == null ? EventName.REMOVE : EventName.MODIFY;
  }

  /** The item afterwards, or what it was when it was deleted. */
  public StoredItem latestItem() {
    return newItem == null ? oldItem : newItem;
  }

  /** Whether the item was deleted because it had expired. */
  public boolean isByTimeToLive() {
    return origin == Origin.TIME_TO_LIVE;
  }
}
