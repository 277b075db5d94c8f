package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.ProjectionType;
import dev.dynamoemulator.table.TableSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps index entries in step with the item that they belong to, and counts what that costs
 * (items.md §5.3). The caller holds the item's lock. Thread-safe.
 */
final class IndexUpkeep {

  private final Storage storage;
  private final KeyCodec keys;

  IndexUpkeep(Storage storage, KeyCodec keys) {
    this.storage = storage;
    this.keys = keys;
  }

  /**
   * Adds to the batch what changes in every index when an item is written.
   *
   * @param old the item before; null when there was none
   * @param item the item afterwards, with {@code stored} its binary form; null when deleted
   */
  void update(
      WriteBatch batch,
      TableSchema table,
      byte[] itemKey,
      Attributes old,
      Item item,
      StoredItem stored,
      ConsumedCapacity capacity,
      SizeChanges sizes) {
    for (IndexSchema index : table.indexes()) {
      byte[] oldKey = old == null ? null : keys.entryKey(index, old, itemKey);
      byte[] newKey = item == null ? null : keys.entryKey(index, item, itemKey);
      boolean keepsPlace = newKey != null && Arrays.equals(oldKey, newKey);
      StoredItem oldEntry = oldKey == null ? null : entryAt(index, oldKey);
      if (oldEntry != null && !keepsPlace) {
        batch.remove(index.collection(), oldKey);
        sizes.replaced(index.collection(), oldEntry, null);
        capacity.addIndex(index, ConsumedCapacity.writeUnits(oldEntry.size()));
      }
      if (newKey != null) {
        StoredItem entry = entry(table, index, item, stored);
        if (!keepsPlace || oldEntry == null) {
          batch.put(index.collection(), newKey, entry.bytes());
          sizes.replaced(index.collection(), null, entry);
          capacity.addIndex(index, ConsumedCapacity.writeUnits(entry.size()));
        } else if (!isSameItem(oldEntry, entry)) {
          batch.put(index.collection(), newKey, entry.bytes());
          sizes.replaced(index.collection(), oldEntry, entry);
          int size = Math.max(oldEntry.size(), entry.size());
          capacity.addIndex(index, ConsumedCapacity.writeUnits(size));
        }
      }
    }
  }

  /** What the index holds of an item: keys and projected attributes. */
  static StoredItem entry(TableSchema table, IndexSchema index, Item item, StoredItem stored) {
    if (index.projection().type() == ProjectionType.ALL) {
      return stored;
    }
    Map<String, AttributeValue> projected = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (isProjected(table, index, name)) {
                projected.put(name, value);
              }
            });
    return StoredItem.of(Item.of(projected));
  }

  /** Whether entries of the index hold that attribute of their items. */
  static boolean isProjected(TableSchema table, IndexSchema index, String attribute) {
    return index.projection().type() == ProjectionType.ALL
        || table.key().contains(attribute)
        || index.key().contains(attribute)
        || index.projection().nonKeyAttributes().contains(attribute);
  }

  /** Whether both hold equal attributes, in whatever order. */
  static boolean isSameItem(StoredItem one, StoredItem other) {
    return one.equals(other) || one.size() == other.size() && one.toItem().equals(other.toItem());
  }

  private StoredItem entryAt(IndexSchema index, byte[] key) {
    byte[] bytes = storage.get(index.collection(), key);
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }
}
