package dev.dynamoemulator.engine;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Traffic;
import java.util.concurrent.locks.Lock;

/**
 * Carries out writes. An item's lock is held from reading it to committing item, index entries and
 * stream record as one batch, which makes conditional writes linearizable. Thread-safe.
 */
final class Writer {

  private final Storage storage;
  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final IndexUpkeep indexes;
  private final SizeLedger sizes;
  private final ChangeLog changeLog;
  private final Traffic traffic;
  private final Limits limits;

  Writer(
      Storage storage,
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      SizeLedger sizes,
      ChangeLog changeLog,
      Traffic traffic,
      Limits limits) {
    this.storage = storage;
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.indexes = new IndexUpkeep(storage, keys);
    this.sizes = sizes;
    this.changeLog = changeLog;
    this.traffic = traffic;
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
        PendingWrite write = pending(sizes.open(schema), action);
        WriteResult result = prepare(write, table, item.itemKey(), action);
        commit(write);
        return result;
      }
    } finally {
      gate.unlock();
    }
  }

  /** The service pays for the deletion of expired items itself (tables.md §11.2). */
  private PendingWrite pending(SizeChanges changes, WriteAction action) {
    return new PendingWrite(
        changes, action instanceof WriteAction.Expire ? Traffic.NONE : traffic, 1);
  }

  /** Commits all or nothing. The caller holds the locks of the items. */
  void commit(PendingWrite write) {
    if (!write.isEmpty()) {
      try (ChangeLog.Recording recording = write.record(changeLog)) {
        storage.commit(write.batch());
      }
      sizes.apply(write.sizes());
    }
    write.count();
  }

  /** Adds what an action changes. The caller holds the item's lock. */
  WriteResult prepare(PendingWrite write, Table table, byte[] itemKey, WriteAction action) {
    TableSchema schema = table.schema();
    write.admit(schema, action.key());
    byte[] oldBytes = storage.get(schema.collection(), itemKey);
    StoredItem old = oldBytes == null ? null : StoredItem.fromBytes(oldBytes);
    if (action.condition() != null
        && !action.condition().isTrue(old == null ? Attributes.NONE : old)) {
      useUnchanged(write, schema, action, old).count();
      throw WriteErrors.conditionFailed(action.returnsOldOnFailure() ? old : null);
    }
    if (action instanceof WriteAction.Insert && old != null) {
      throw WriteErrors.duplicateItem();
    }
    ConsumedCapacity capacity = new ConsumedCapacity();
    if (!changesItem(action, old)) {
      useUnchanged(write, schema, action, old);
      capacity.addTable(ConsumedCapacity.writeUnits(old == null ? 0 : old.size()));
      return new WriteResult(old, old, capacity);
    }
    Item item = newItem(schema, old, action);
    StoredItem stored = item == null ? null : StoredItem.of(item, schema.vectorAttributes());
    int size = Math.max(old == null ? 0 : old.size(), stored == null ? 0 : stored.size());
    long units = ConsumedCapacity.writeUnits(size);
    capacity.addTable(units);
    write.useTable(schema, action.key(), units);
    replace(write, table, new ItemReplacement(itemKey, old, item, stored), capacity);
    addChange(write, table, itemKey, old, stored, origin(action));
    return new WriteResult(old, stored, capacity);
  }

  /**
   * Adds what makes an item the same as one of another region. The caller holds the item's lock.
   *
   * @param copied the item afterwards; null when it was deleted there
   * @param isFollowed whether change logs see it
   */
  void prepareCopy(
      PendingWrite write, Table table, byte[] itemKey, StoredItem copied, boolean isFollowed) {
    byte[] oldBytes = storage.get(table.schema().collection(), itemKey);
    StoredItem old = oldBytes == null ? null : StoredItem.fromBytes(oldBytes);
    Item item = copied == null ? null : copied.toItem();
    replace(write, table, new ItemReplacement(itemKey, old, item, copied), new ConsumedCapacity());
    if (isFollowed) {
      addChange(write, table, itemKey, old, copied, ItemChange.Origin.REPLICATION);
    }
  }

  private void replace(
      PendingWrite write, Table table, ItemReplacement change, ConsumedCapacity capacity) {
    TableSchema schema = table.schema();
    if (change.stored() != null) {
      write.batch().put(schema.collection(), change.itemKey(), change.stored().bytes());
    } else if (change.old() != null) {
      write.batch().remove(schema.collection(), change.itemKey());
    }
    write.sizes().replaced(schema.collection(), change.old(), change.stored());
    indexes.update(schema, change, write, capacity);
  }

  private void addChange(
      PendingWrite write,
      Table table,
      byte[] itemKey,
      StoredItem old,
      StoredItem stored,
      ItemChange.Origin origin) {
    if (!changeLog.follows(table)) {
      return;
    }
    boolean isRewrite = PendingWrite.isSame(old, stored);
    if (!isRewrite || changeLog.followsRewrites(table)) {
      write.addChange(
          new ItemChange(
              table, itemKey, PartitionHash.leading(itemKey), old, stored, origin, isRewrite));
    }
  }

  /** A write that leaves the item as it is, or fails for its sake, uses capacity all the same. */
  private static PendingWrite useUnchanged(
      PendingWrite write, TableSchema table, WriteAction action, StoredItem old) {
    write.useTable(table, action.key(), ConsumedCapacity.writeUnits(old == null ? 0 : old.size()));
    return write;
  }

  /** An item that expired may have been rescued by an update before it was found. */
  private static boolean changesItem(WriteAction action, StoredItem old) {
    if (action instanceof WriteAction.Expire expire) {
      return old != null && expire.expiry().hasPassed(old);
    }
    return !(action instanceof WriteAction.ConditionCheck);
  }

  private static ItemChange.Origin origin(WriteAction action) {
    return action instanceof WriteAction.Expire
        ? ItemChange.Origin.TIME_TO_LIVE
        : ItemChange.Origin.REQUEST;
  }

  private Item newItem(TableSchema table, StoredItem old, WriteAction action) {
    if (action instanceof WriteAction.Put put) {
      return put.item();
    }
    if (action instanceof WriteAction.Insert insert) {
      return insert.item();
    }
    if (action instanceof WriteAction.UpdateItem update) {
      Item before = old == null ? update.key() : old.toItem();
      Item updated = old == null ? update.update().create(before) : update.update().apply(before);
      if (updated == null) {
        return null;
      }
      KeyRules.checkUpdatedIndexKeys(table, before, updated);
      if (updated.size() > limits.itemSize()) {
        throw WriteErrors.updatedItemTooLarge();
      }
      return updated;
    }
    return null;
  }
}
