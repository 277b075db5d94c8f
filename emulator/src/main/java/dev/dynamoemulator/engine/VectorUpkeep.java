package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps the entries of vector indexes in step with the item that they belong to, and counts what
 * that costs (vector-search.md §3, §5). The caller holds the item's lock. Thread-safe.
 */
final class VectorUpkeep {

  private final Storage storage;
  private final KeyCodec keys;

  VectorUpkeep(Storage storage, KeyCodec keys) {
    this.storage = storage;
    this.keys = keys;
  }

  /** Adds to the batch what changes in every vector index when an item is written. */
  void update(
      TableSchema table,
      ItemReplacement change,
      WriteBatch batch,
      SizeChanges sizes,
      ConsumedCapacity capacity) {
    for (VectorIndex index : table.vectorIndexes()) {
      byte[] oldKey = entryKey(keys, index, change.old(), change.itemKey());
      byte[] newKey = entryKey(keys, index, change.item(), change.itemKey());
      byte[] old = oldKey == null ? null : storage.get(index.collection(), oldKey);
      byte[] entry =
          newKey == null ? null : VectorEntry.of(table, index, change.item(), change.stored());
      boolean keepsPlace = old != null && entry != null && Arrays.equals(oldKey, newKey);
      if (keepsPlace && VectorEntry.isSame(index, old, entry)) {
        continue;
      }
      if (old != null && !keepsPlace) {
        batch.remove(index.collection(), oldKey);
        capacity.addVectorIndex(index.name(), VectorEntry.size(index, old));
      }
      if (entry != null) {
        batch.put(index.collection(), newKey, entry);
        int replaced = keepsPlace ? VectorEntry.size(index, old) : 0;
        int size = Math.max(replaced, VectorEntry.size(index, entry));
        capacity.addVectorIndex(index.name(), size);
      }
      sizes.replaced(index.collection(), stored(old), stored(entry));
    }
  }

  private static StoredItem stored(byte[] entry) {
    return entry == null ? null : StoredItem.fromBytes(entry);
  }

  /** Where the index keeps the entry of an item; null when it has no place there. */
  static byte[] entryKey(KeyCodec keys, VectorIndex index, Attributes item, byte[] itemKey) {
    List<AttributeValue> partitionKey = item == null ? null : VectorRules.partitionKey(index, item);
    return partitionKey == null ? null : keys.vectorEntryKey(partitionKey, itemKey);
  }
}
