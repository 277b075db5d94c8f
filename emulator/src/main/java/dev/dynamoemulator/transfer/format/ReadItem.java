package dev.dynamoemulator.transfer.format;

import dev.dynamoemulator.model.Item;

/**
 * An item as a file gives it, not yet checked against its table.
 *
 * @param item null when it has a fault
 * @param fault what is wrong with it; null when nothing is
 */
public record ReadItem(Item item, String fault) {

  static ReadItem of(Item item) {
    return new ReadItem(item, null);
  }

  static ReadItem faulty(String fault) {
    return new ReadItem(null, fault);
  }
}
