package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/**
 * Fills a table that nobody else writes to: items with their index entries and sizes, many in one
 * commit and in the order of their keys. Putting an item that is there already replaces it, so that
 * a load which was interrupted can be repeated. Followers of the table are not told. For one
 * thread.
 */
public final class TableLoad {

  private static final int ITEMS_AT_ONCE = 500;
  private static final int BYTES_AT_ONCE = 1024 * 1024;

  /** The more items are put in order, the fewer pages of the store does each commit change. */
  private static final long MOST_GATHERED = 64 * 1024 * 1024;

  /** What an item takes besides its bytes. */
  private static final int OVERHEAD = 128;

  private final Storage storage;
  private final KeyCodec keys;
  private final SizeLedger sizes;
  private final IndexUpkeep indexes;
  private final Table table;
  private final LoadProgress progress;
  private final TableSchema schema;
  private final List<KeyedItem> gathered = new ArrayList<>();
  private final long bytesGathered = Math.min(MOST_GATHERED, Runtime.getRuntime().maxMemory() / 8);
  private long gatheredBytes;
  private PendingWrite pending;
  private int pendingItems;
  private int pendingBytes;

  private record KeyedItem(byte[] key, StoredItem item) {}

  /**
   * @param progress stored with the last commit of every flush
   */
  TableLoad(Storage storage, KeyCodec keys, SizeLedger sizes, Table table, LoadProgress progress) {
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
   * Adds an item with all key attributes of the table in their types. It is no part of what is
   * written meanwhile.
   */
  public void put(StoredItem loaded) {
    if (gatheredBytes >= bytesGathered) {
      flush();
    }
    Set<String> vectors = schema.vectorAttributes();
    StoredItem item = vectors.isEmpty() ? loaded : StoredItem.of(loaded.toItem(), vectors);
    gathered.add(new KeyedItem(keys.itemKey(schema.key(), item), item));
    gatheredBytes += OVERHEAD + item.bytes().length;
  }

  /** Writes what has been gathered. Progress is told of in the last commit. */
  public void flush() {
    // Equal keys stay in their order, so that the last one counts.
    gathered.sort((one, other) -> Arrays.compareUnsigned(one.key(), other.key()));
    byte[] last = null;
    for (KeyedItem next : gathered) {
      if (pendingItems == ITEMS_AT_ONCE
          || pendingBytes >= BYTES_AT_ONCE
          || Arrays.equals(last, next.key())) {
        commit(LoadProgress.NONE);
      }
      write(next.key(), next.item());
      last = next.key();
    }
    commit(progress);
    gathered.clear();
    gatheredBytes = 0;
  }

  private void write(byte[] itemKey, StoredItem item) {
    byte[] present = storage.get(schema.collection(), itemKey);
    StoredItem old = present == null ? null : StoredItem.fromBytes(present);
    pending.batch().put(schema.collection(), itemKey, item.bytes());
    pending.sizes().replaced(schema.collection(), old, item);
    if (schema.hasIndexes()) {
      Item attributes = item.toItem();
      ItemReplacement change = new ItemReplacement(itemKey, old, attributes, item);
      indexes.update(schema, change, pending, new ConsumedCapacity());
    }
    pendingItems++;
    pendingBytes += item.bytes().length;
  }

  private void commit(LoadProgress companion) {
    Lock gate = table.gate().readLock();
    gate.lock();
    try {
      if (!pending.batch().isEmpty() && !table.isDropped()) {
        Runnable whenStored = companion.addTo(pending.batch());
        storage.commit(pending.batch());
        sizes.apply(pending.sizes());
        whenStored.run();
      }
    } finally {
      gate.unlock();
    }
    pending = new PendingWrite(sizes.open(schema));
    pendingItems = 0;
    pendingBytes = 0;
  }
}
