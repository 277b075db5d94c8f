package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.IndexBuilder;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.OnlineIndex;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Fills a new index from the items that were there before. Every item is read again under its lock,
 * so that a write which came in between wins. Items that cannot be in the index are left out
 * without an error (tables.md §6.3, vector-search.md §3.7). Thread-safe.
 */
final class Backfill implements IndexBuilder {

  /** Where an index keeps what of an item. */
  private record Entry(byte[] key, byte[] value) {}

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
  public void backfill(Table table, OnlineIndex index) {
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor items = snapshot.range(table.schema().collection(), null, null, false);
      while (items.next() && isWanted(table, index)) {
        add(table, index, items.key());
      }
    }
  }

  /** False once the index or its table is being deleted. */
  private static boolean isWanted(Table table, OnlineIndex index) {
    return !table.isDropped() && table.schema().lists(index.collection());
  }

  private void add(Table table, OnlineIndex index, byte[] itemKey) {
    Lock gate = table.gate().readLock();
    gate.lock();
    try {
      TableSchema schema = table.schema();
      try (Held held = locks.lock(new ItemReference(schema.collection(), itemKey))) {
        byte[] bytes = storage.get(schema.collection(), itemKey);
        if (bytes == null || !isWanted(table, index)) {
          return;
        }
        Entry entry = entry(schema, index, itemKey, StoredItem.fromBytes(bytes));
        if (entry != null && storage.get(index.collection(), entry.key()) == null) {
          add(schema, index, entry);
        }
      }
    } finally {
      gate.unlock();
    }
  }

  private void add(TableSchema schema, OnlineIndex index, Entry entry) {
    SizeChanges changes = sizes.open(schema);
    changes.replaced(index.collection(), null, StoredItem.fromBytes(entry.value()));
    storage.commit(new WriteBatch().put(index.collection(), entry.key(), entry.value()));
    sizes.apply(changes);
  }

  /** What the index is to hold of an item; null for nothing. */
  private Entry entry(TableSchema table, OnlineIndex index, byte[] itemKey, StoredItem item) {
    return index instanceof VectorIndex vectorIndex
        ? entry(table, vectorIndex, itemKey, item)
        : entry(table, table.index(index.name()), itemKey, item);
  }

  private Entry entry(TableSchema table, IndexSchema index, byte[] itemKey, StoredItem item) {
    List<AttributeValue> indexKey = IndexKeyRules.indexKey(index.key(), item);
    if (indexKey == null) {
      return null;
    }
    StoredItem entry = IndexUpkeep.entry(table, index, item.toItem(), item);
    return new Entry(keys.entryKey(index, indexKey, itemKey), entry.bytes());
  }

  private Entry entry(TableSchema table, VectorIndex index, byte[] itemKey, StoredItem stored) {
    Item item = stored.toItem();
    byte[] key = VectorUpkeep.entryKey(keys, index, item, itemKey);
    byte[] value = key == null ? null : VectorEntry.of(table, index, item, stored);
    return value == null ? null : new Entry(key, value);
  }
}
