package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import java.time.Instant;

/**
 * What became of an item between two moments, whatever it was in between.
 *
 * @param key its key attributes
 * @param oldItem the item at the first moment; null when there was none
 * @param newItem the item at the second moment; null when there was none, which may be so of both
 * @param lastWrite when it was last changed in between
 */
public record NetChange(Item key, StoredItem oldItem, StoredItem newItem, Instant lastWrite) {}
