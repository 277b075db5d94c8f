package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.table.KeySchema;
import java.time.Instant;

/**
 * Walks over the items that changed between two moments; stands before the first one when made.
 * Holds one item at a time, however many there are. For one thread.
 */
public final class NetChangeCursor {

  private final ItemPast past;
  private final KeySchema key;
  private final long from;
  private final long to;
  private NetChange change;

  NetChangeCursor(ItemPast past, KeySchema key, Instant from, Instant to) {
    this.past = past;
    this.key = key;
    this.from = from.toEpochMilli();
    this.to = to.toEpochMilli();
  }

  /** Moves on; false when there is no further item. */
  public boolean next() {
    change = null;
    while (change == null && past.nextItem()) {
      change = net();
    }
    return change != null;
  }

  /** Defined only after {@link #next()} returned true. */
  public NetChange change() {
    return change;
  }

  /** Null when the item did not change in that time. */
  private NetChange net() {
    boolean isChanged = false;
    StoredItem first = null;
    StoredItem known = null;
    long last = 0;
    while (past.nextChange() && past.time() < to) {
      if (past.time() >= from) {
        first = isChanged ? first : past.oldItem();
        known = past.oldItem() == null ? known : past.oldItem();
        last = past.time();
        isChanged = true;
      }
    }
    if (!isChanged) {
      return null;
    }
    StoredItem end = past.isAtChange() ? past.oldItem() : past.present();
    StoredItem keyed = known == null ? end : known;
    return new NetChange(key.of(keyed), first, end, Instant.ofEpochMilli(last));
  }
}
