package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
  private final Traffic traffic;

  BatchWriter(
      KeyCodec keys,
      ItemLocks locks,
      OngoingTransactions ongoing,
      Writer writer,
      SizeLedger sizes,
      Traffic traffic) {
    this.keys = keys;
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.sizes = sizes;
    this.traffic = traffic;
  }

  /** The results in the order given; null for a write that was not done. */
  List<WriteResult> write(List<TableWrite> writes) {
    try (Held gates = TableGates.enter(tables(writes))) {
      List<ItemReference> items = items(writes);
      try (Held held = locks.lockAll(items)) {
        if (isWatched(writes)) {
          return writeSingly(writes, items);
        }
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

  private boolean isWatched(List<TableWrite> writes) {
    for (TableWrite write : writes) {
      if (traffic.meter(write.table().schema().collection()) != null) {
        return true;
      }
      for (IndexSchema index : write.table().schema().indexes()) {
        if (traffic.meter(index.collection()) != null) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Commits each write by itself, because a write may be refused when part of it is prepared.
   *
   * @throws DynamoDbException when every write was refused (items.md §3)
   */
  private List<WriteResult> writeSingly(List<TableWrite> writes, List<ItemReference> items) {
    List<WriteResult> results = new ArrayList<>(writes.size());
    DynamoDbException refusal = null;
    for (int i = 0; i < writes.size(); i++) {
      WriteResult result = null;
      try {
        if (!ongoing.contains(items.get(i))) {
          PendingWrite pending = new PendingWrite(new SizeChanges(), traffic, 1);
          result = prepare(pending, writes.get(i), items.get(i));
          writer.commit(pending);
        }
      } catch (DynamoDbException throttled) {
        refusal = throttled;
      }
      results.add(result);
    }
    if (refusal != null && results.stream().allMatch(Objects::isNull)) {
      throw refusal;
    }
    return results;
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
