package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bytes that the items of each table and the entries of each index take, as DynamoDB counts
 * them. What was on disk before is measured once, before its first write or when first asked for;
 * what tables and indexes leave behind is forgotten. Thread-safe.
 */
final class SizeLedger implements TableObserver {

  private final Storage storage;
  private final ConcurrentMap<String, LongAdder> sizes = new ConcurrentHashMap<>();

  SizeLedger(Storage storage) {
    this.storage = storage;
  }

  /** What was measured so far, by collection. */
  Map<String, Long> known() {
    Map<String, Long> known = new HashMap<>();
    sizes.forEach((collection, size) -> known.put(collection, size.sum()));
    return known;
  }

  /** Spares measuring what is known; to be called before anything else. */
  void learn(Map<String, Long> known) {
    known.forEach((collection, size) -> sizes.put(collection, adder(size)));
  }

  private static LongAdder adder(long size) {
    LongAdder adder = new LongAdder();
    adder.add(size);
    return adder;
  }

  /** Measures what was not measured yet; to be called before a write of the table is committed. */
  SizeChanges open(TableSchema table) {
    open(table.collection());
    for (IndexSchema index : table.indexes()) {
      open(index.collection());
    }
    for (VectorIndex index : table.vectorIndexes()) {
      open(index.collection());
    }
    return new SizeChanges();
  }

  void apply(SizeChanges changes) {
    changes.forEach((collection, bytes) -> sizes.get(collection).add(bytes));
  }

  /** Forgets indexes that go, which nobody writes to any more when they leave the description. */
  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    if (after != null) {
      List<String> gone = new ArrayList<>(table.description().collections());
      gone.removeAll(after.collections());
      gone.forEach(sizes::remove);
    }
  }

  @Override
  public void removed(Table table) {
    table.description().collections().forEach(sizes::remove);
  }

  private void open(String collection) {
    if (!sizes.containsKey(collection)) {
      sizes.computeIfAbsent(collection, this::measure);
    }
  }

  long size(String collection) {
    return storage.count(collection) == 0
        ? 0
        : sizes.computeIfAbsent(collection, this::measure).sum();
  }

  private LongAdder measure(String collection) {
    LongAdder size = new LongAdder();
    if (storage.count(collection) > 0) {
      try (Snapshot snapshot = storage.snapshot()) {
        EntryCursor items = snapshot.range(collection, null, null, false);
        while (items.next()) {
          size.add(StoredItem.fromBytes(items.value()).size());
        }
      }
    }
    return size;
  }
}
