package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;

/**
 * What a write makes of one item.
 *
 * @param old the item before; null when there was none
 * @param item the item afterwards; null when there is none
 * @param stored its binary form; null with it
 */
record ItemReplacement(byte[] itemKey, StoredItem old, Item item, StoredItem stored) {}
