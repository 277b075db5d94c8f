package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

/**
 * Fills a table that nobody else writes to: items with their index entries and sizes, many in one
 * commit. Putting an item that is there already replaces it, so that a load which was interrupted
 * can be repeated. Followers of the table are not told. For one thread.
 */
public final class TableLoad {

  private static final int ITEMS_AT_ONCE = 500;
  private static final int BYTES_AT_ONCE = 1024 * 1024;

  private final Storage storage;
  private final KeyCodec keys;
  private final SizeLedger sizes;
  private final IndexUpkeep indexes;
  private final Table table;
  private final Consumer<WriteBatch> progress;
  private final TableSchema schema;
  private final Set<ByteBuffer> pendingKeys = new HashSet<>();
  private PendingWrite pending;
  private int bytes;

  /**
   * @param progress adds to every commit what it is to say about how far the load has come
   */
  TableLoad(
      Storage storage,
      KeyCodec keys,
      SizeLedger sizes,
      Table table,
      Consumer<WriteBatch> progress) {
    this.storage = storage;
    this.keys = keys;
    this.sizes = sizes;
    this.indexes = new IndexUpkeep(storage, keys);
    this.table = table;
    this.progress = progress;
    this.schema = table.schema();
    this.pending = new PendingWrite(sizes.open(schema));
  }

  /**
   * Adds an item with all key attributes of the table in their types. It is no part of a commit
   * that is made meanwhile.
   */
  public void put(StoredItem item) {
    byte[] itemKey = keys.itemKey(schema.key(), item);
    if (isFull() || pendingKeys.contains(ByteBuffer.wrap(itemKey))) {
      flush();
    }
    byte[] present = storage.get(schema.collection(), itemKey);
    StoredItem old = present == null ? null : StoredItem.fromBytes(present);
    pending.batch().put(schema.collection(), itemKey, item.bytes());
    pending.sizes().replaced(schema.collection(), old, item);
    if (schema.hasIndexes()) {
      Item attributes = item.toItem();
      ItemReplacement change = new ItemReplacement(itemKey, old, attributes, item);
      indexes.update(schema, change, pending, new ConsumedCapacity());
    }
    pendingKeys.add(ByteBuffer.wrap(itemKey));
    bytes += item.bytes().length;
  }

  private boolean isFull() {
    return pendingKeys.size() == ITEMS_AT_ONCE || bytes >= BYTES_AT_ONCE;
  }

  /** Commits what is not committed yet. */
  public void flush() {
    Lock gate = table.gate().readLock();
    gate.lock();
    try {
      if (!pending.batch().isEmpty() && !table.isDropped()) {
        progress.accept(pending.batch());
        storage.commit(pending.batch());
        sizes.apply(pending.sizes());
      }
    } finally {
      gate.unlock();
    }
    pending = new PendingWrite(sizes.open(schema));
    pendingKeys.clear();
    bytes = 0;
  }
}
