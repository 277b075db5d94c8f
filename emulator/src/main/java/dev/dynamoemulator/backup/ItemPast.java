package dev.dynamoemulator.backup;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import java.util.Arrays;

/**
 * Walks over the items of a table in the order of their keys and, item by item, over the changes in
 * a history, oldest first. Stands before the first item when made. For one thread.
 */
final class ItemPast {

  private final Snapshot snapshot;
  private final String collection;

  /** The items that are there now; null when only those that changed are walked over. */
  private final Entries items;

  private final Entries changes;
  private byte[] key;
  private byte[] present;
  private boolean isAtChange;

  private ItemPast(Snapshot snapshot, String collection, Entries items, String historyId) {
    this.snapshot = snapshot;
    this.collection = collection;
    this.items = items;
    this.changes = new Entries(snapshot, History.byItem(historyId));
  }

  /** Over every item that is there now or was there since the history began. */
  static ItemPast ofAll(Snapshot snapshot, String collection, String historyId) {
    return new ItemPast(snapshot, collection, new Entries(snapshot, collection), historyId);
  }

  /** Over the items that have changed since the history began. */
  static ItemPast ofChanged(Snapshot snapshot, String collection, String historyId) {
    return new ItemPast(snapshot, collection, null, historyId);
  }

  /** Moves to the next item, before its first change. */
  boolean nextItem() {
    while (key != null && changes.isAt(key)) {
      changes.advance();
    }
    isAtChange = false;
    if (items == null) {
      key = changes.isOver() ? null : HistoryEntry.itemKeyOf(changes.key());
    } else {
      nextOfAll();
    }
    return key != null;
  }

  private void nextOfAll() {
    if (key != null && !items.isOver() && Arrays.equals(items.key(), key)) {
      items.advance();
    }
    boolean isPresent =
        !items.isOver()
            && (changes.isOver() || HistoryEntry.compareItem(changes.key(), items.key()) >= 0);
    present = isPresent ? items.value() : null;
    if (isPresent) {
      key = items.key();
    } else {
      key = changes.isOver() ? null : HistoryEntry.itemKeyOf(changes.key());
    }
  }

  byte[] key() {
    return key;
  }

  /** The item as it is now, or null. */
  StoredItem present() {
    byte[] bytes = items == null ? snapshot.get(collection, key) : present;
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }

  /** Moves to the item's next change. */
  boolean nextChange() {
    if (isAtChange) {
      changes.advance();
    }
    isAtChange = changes.isAt(key);
    return isAtChange;
  }

  /** Whether there is a change at which it stands. */
  boolean isAtChange() {
    return isAtChange;
  }

  /** When the change was made, in milliseconds of the epoch. */
  long time() {
    return HistoryEntry.time(changes.value());
  }

  /** The item before the change, or null. */
  StoredItem oldItem() {
    return HistoryEntry.oldItem(changes.value());
  }

  /** The entries of a collection; stands at the first one when made. */
  private static final class Entries {

    private final EntryCursor cursor;
    private boolean isOver;

    Entries(Snapshot snapshot, String collection) {
      this.cursor = snapshot.range(collection, null, null, false);
      advance();
    }

    void advance() {
      isOver = isOver || !cursor.next();
    }

    boolean isOver() {
      return isOver;
    }

    boolean isAt(byte[] itemKey) {
      return !isOver && HistoryEntry.compareItem(cursor.key(), itemKey) == 0;
    }

    byte[] key() {
      return cursor.key();
    }

    byte[] value() {
      return cursor.value();
    }
  }
}
