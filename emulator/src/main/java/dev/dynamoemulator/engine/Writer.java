package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.concurrent.locks.Lock;

/**
 * Carries out writes. An item's lock is held from reading it to committing item and index entries
 * as one batch, which makes conditional writes linearizable. Thread-safe.
 */
final class Writer {

  private final Storage storage;
  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final IndexUpkeep indexes;
  private final SizeLedger sizes;
  private final Limits limits;

  Writer(
      Storage storage,
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      SizeLedger sizes,
      Limits limits) {
    this.storage = storage;
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.indexes = new IndexUpkeep(storage, keys);
    this.sizes = sizes;
    this.limits = limits;
  }

  WriteResult write(Table table, WriteAction action) {
    Lock gate = table.gate().readLock();
    gate.lock();
    try {
      TableSchema schema = table.schema();
      ItemReference item =
          new ItemReference(schema.collection(), keys.itemKey(schema.key(), action.key()));
      try (Held held = locks.lock(item)) {
        if (table.isDropped()) {
          throw WriteErrors.tableNotFound();
        }
        if (ongoing.contains(item)) {
          throw TransactionErrors.conflict();
        }
        WriteBatch batch = new WriteBatch();
        SizeChanges sizeChanges = sizes.open(schema);
        WriteResult result = prepare(batch, sizeChanges, schema, item.itemKey(), action);
        storage.commit(batch);
        sizes.apply(sizeChanges);
        return result;
      }
    } finally {
      gate.unlock();
    }
  }

  /** Adds an action's changes to the batch. The caller holds the item's lock. */
  WriteResult prepare(
      WriteBatch batch,
      SizeChanges sizeChanges,
      TableSchema table,
      byte[] itemKey,
      WriteAction action) {
    byte[] oldBytes = storage.get(table.collection(), itemKey);
    StoredItem old = oldBytes == null ? null : StoredItem.fromBytes(oldBytes);
    if (action.condition() != null
        && !action.condition().isTrue(old == null ? Attributes.NONE : old)) {
      throw WriteErrors.conditionFailed(action.returnsOldOnFailure() ? old : null);
    }
    if (action instanceof WriteAction.Insert && old != null) {
      throw WriteErrors.duplicateItem(action.returnsOldOnFailure() ? old : null);
    }
    ConsumedCapacity capacity = new ConsumedCapacity();
    if (action instanceof WriteAction.ConditionCheck) {
      capacity.addTable(ConsumedCapacity.writeUnits(old == null ? 0 : old.size()));
      return new WriteResult(old, old, capacity);
    }
    Item item = newItem(table, old, action);
    StoredItem stored = item == null ? null : StoredItem.of(item);
    int size = Math.max(old == null ? 0 : old.size(), stored == null ? 0 : stored.size());
    capacity.addTable(ConsumedCapacity.writeUnits(size));
    if (stored != null) {
      batch.put(table.collection(), itemKey, stored.bytes());
    } else if (old != null) {
      batch.remove(table.collection(), itemKey);
    }
    sizeChanges.replaced(table.collection(), old, stored);
    indexes.update(batch, table, itemKey, old, item, stored, capacity, sizeChanges);
    return new WriteResult(old, stored, capacity);
  }

  private Item newItem(TableSchema table, StoredItem old, WriteAction action) {
    if (action instanceof WriteAction.Put put) {
      return put.item();
    }
    if (action instanceof WriteAction.Insert insert) {
      return insert.item();
    }
    if (action instanceof WriteAction.UpdateItem update) {
      if (old == null && !update.update().createsItem()) {
        return null;
      }
      Item before = old == null ? update.key() : old.toItem();
      Item updated = update.update().apply(before);
      KeyRules.checkUpdatedIndexKeys(table, before, updated);
      if (updated.size() > limits.itemSize()) {
        throw WriteErrors.updatedItemTooLarge();
      }
      return updated;
    }
    return null;
  }
}
