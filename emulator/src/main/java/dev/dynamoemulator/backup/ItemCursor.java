package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;

/**
 * Walks over items in the order in which a Scan returns them; stands before the first one when
 * made. For one thread. What it gives is defined only after {@link #next()} returned true.
 */
public interface ItemCursor {

  /** Moves on; false when there is no further item. */
  boolean next();

  /** Where the item stands in its collection. The array must not be changed. */
  byte[] key();

  StoredItem item();
}
