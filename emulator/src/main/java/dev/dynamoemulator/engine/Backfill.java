package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.IndexBuilder;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Fills a new index from the items that were there before. Every item is read again under its lock,
 * so that a write which came in between wins. Items that cannot be in the index are left out
 * without an error (tables.md §6.3). Thread-safe.
 */
final class Backfill implements IndexBuilder {

  private final Storage storage;
  private final KeyCodec keys;
  private final ItemLocks locks;
  private final SizeLedger sizes;

  Backfill(Storage storage, KeyCodec keys, ItemLocks locks, SizeLedger sizes) {
    this.storage = storage;
    this.keys = keys;
    this.locks = locks;
    this.sizes = sizes;
  }

  @Override
  public void backfill(Table table, IndexSchema index) {
    TableSchema schema = table.schema();
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor items = snapshot.range(schema.collection(), null, null, false);
      while (items.next() && isWanted(table, index)) {
        add(table, index, items.key());
      }
    }
  }

  /** False once the index or its table is being deleted. */
  private static boolean isWanted(Table table, IndexSchema index) {
    if (table.isDropped()) {
      return false;
    }
    IndexSchema current = table.schema().index(index.name());
    return current != null && current.collection().equals(index.collection());
  }

  private void add(Table table, IndexSchema index, byte[] itemKey) {
    Lock gate = table.gate().readLock();
    gate.lock();
    try {
      TableSchema schema = table.schema();
      try (Held held = locks.lock(new ItemReference(schema.collection(), itemKey))) {
        byte[] bytes = storage.get(schema.collection(), itemKey);
        if (bytes == null || !isWanted(table, index)) {
          return;
        }
        StoredItem item = StoredItem.fromBytes(bytes);
        List<AttributeValue> indexKey = KeyRules.indexKey(index.key(), item);
        if (indexKey == null) {
          return;
        }
        byte[] entryKey = keys.entryKey(index, indexKey, itemKey);
        if (storage.get(index.collection(), entryKey) != null) {
          return;
        }
        SizeChanges changes = sizes.open(schema);
        StoredItem entry = IndexUpkeep.entry(schema, index, item.toItem(), item);
        changes.replaced(index.collection(), null, entry);
        storage.commit(new WriteBatch().put(index.collection(), entryKey, entry.bytes()));
        sizes.apply(changes);
      }
    } finally {
      gate.unlock();
    }
  }
}
