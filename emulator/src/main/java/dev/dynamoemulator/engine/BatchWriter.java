package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries out independent writes of different items. They promise no atomicity, but one commit for
 * all is the cheapest. Thread-safe.
 */
final class BatchWriter {

  private final KeyCodec keys;
  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final Writer writer;
  private final SizeLedger sizes;

  BatchWriter(
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      Writer writer,
      SizeLedger sizes) {
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.sizes = sizes;
  }

  /** The results in the order given; null for a write that met a transaction and was not done. */
  List<WriteResult> write(List<TableWrite> writes) {
    try (Held gates = TableGates.enter(tables(writes))) {
      List<ItemReference> items = items(writes);
      try (Held held = locks.lockAll(items)) {
        PendingWrite pending = new PendingWrite(new SizeChanges());
        List<WriteResult> results = new ArrayList<>(writes.size());
        for (int i = 0; i < writes.size(); i++) {
          ItemReference item = items.get(i);
          results.add(ongoing.contains(item) ? null : prepare(pending, writes.get(i), item));
        }
        writer.commit(pending);
        return results;
      }
    }
  }

  private WriteResult prepare(PendingWrite pending, TableWrite write, ItemReference item) {
    sizes.open(write.table().schema());
    return writer.prepare(pending, write.table(), item.itemKey(), write.action());
  }

  private static Set<Table> tables(List<TableWrite> writes) {
    Set<Table> tables = new HashSet<>();
    for (TableWrite write : writes) {
      tables.add(write.table());
    }
    return tables;
  }

  private List<ItemReference> items(List<TableWrite> writes) {
    List<ItemReference> items = new ArrayList<>(writes.size());
    for (TableWrite write : writes) {
      TableSchema table = write.table().schema();
      items.add(
          new ItemReference(table.collection(), keys.itemKey(table.key(), write.action().key())));
    }
    return items;
  }
}
