package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;

/** The items of a table as they were at one moment: what came later is undone. For one thread. */
final class PastItems implements ItemCursor {

  private final ItemPast past;
  private final long lastTime;
  private StoredItem item;

  /**
   * @param lastTime the time of the last changes that are not undone
   */
  PastItems(ItemPast past, long lastTime) {
    this.past = past;
    this.lastTime = lastTime;
  }

  /** The items before every change in the history. */
  static PastItems atTheBeginning(ItemPast past) {
    return new PastItems(past, Long.MIN_VALUE);
  }

  @Override
  public boolean next() {
    item = null;
    while (item == null && past.nextItem()) {
      item = state();
    }
    return item != null;
  }

  private StoredItem state() {
    while (past.nextChange()) {
      if (past.time() > lastTime) {
        return past.oldItem();
      }
    }
    return past.present();
  }

  @Override
  public byte[] key() {
    return past.key();
  }

  @Override
  public StoredItem item() {
    return item;
  }
}
