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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps index entries in step with the item that they belong to, and counts what that costs
 * (items.md §5.3). The caller holds the item's lock. Thread-safe.
 */
final class IndexUpkeep {

  private final Storage storage;
  private final KeyCodec keys;
  private final VectorUpkeep vectors;

  IndexUpkeep(Storage storage, KeyCodec keys) {
    this.storage = storage;
    this.keys = keys;
    this.vectors = new VectorUpkeep(storage, keys);
  }

  /** Adds what changes in every index when an item is written. */
  void update(
      TableSchema table, ItemReplacement change, PendingWrite write, ConsumedCapacity capacity) {
    WriteBatch batch = write.batch();
    SizeChanges sizes = write.sizes();
    for (IndexSchema index : table.indexes()) {
      byte[] oldKey = null;
      byte[] newKey = null;
      List<AttributeValue> oldValues = indexKey(index, change.old());
      List<AttributeValue> newValues = indexKey(index, change.item());
      if (oldValues != null) {
        oldKey = keys.entryKey(index, oldValues, change.itemKey());
      }
      boolean keepsPlace = newValues != null && newValues.equals(oldValues);
      if (newValues != null) {
        newKey = keepsPlace ? oldKey : keys.entryKey(index, newValues, change.itemKey());
      }
      StoredItem oldEntry = oldKey == null ? null : entryAt(index, oldKey, change.old());
      if (oldEntry != null && !keepsPlace) {
        batch.remove(index.collection(), oldKey);
        sizes.replaced(index.collection(), oldEntry, null);
        use(index, oldEntry, ConsumedCapacity.writeUnits(oldEntry.size()), write, capacity);
      }
      if (newKey != null) {
        StoredItem replaced = keepsPlace ? oldEntry : null;
        StoredItem entry = entry(table, index, change.item(), change.stored());
        if (replaced == null || !isSameItem(replaced, entry)) {
          batch.put(index.collection(), newKey, entry.bytes());
          sizes.replaced(index.collection(), replaced, entry);
          int size = Math.max(replaced == null ? 0 : replaced.size(), entry.size());
          use(index, entry, ConsumedCapacity.writeUnits(size), write, capacity);
        }
      }
    }
    vectors.update(table, change, batch, sizes, capacity);
  }

  private static void use(
      IndexSchema index,
      StoredItem entry,
      long units,
      PendingWrite write,
      ConsumedCapacity capacity) {
    write.useIndex(index, entry, units);
    capacity.addIndex(index, units);
  }

  private static List<AttributeValue> indexKey(IndexSchema index, Attributes item) {
    return item == null ? null : IndexKeyRules.indexKey(index.key(), item);
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

  /** The entry of an item; null while the index is being filled and has not come to it. */
  private StoredItem entryAt(IndexSchema index, byte[] key, StoredItem item) {
    if (index.isReadable() && index.projection().type() == ProjectionType.ALL) {
      return item;
    }
    byte[] bytes = storage.get(index.collection(), key);
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }
}
