package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.Held;
import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Repeats in a replica what was written in another region: with all index entries and records, and
 * without conditions. Thread-safe.
 */
final class ReplicaWriter {

  private final ItemLocks locks;
  private final OngoingTransactions ongoing;
  private final Writer writer;
  private final SizeLedger sizes;

  ReplicaWriter(ItemLocks locks, OngoingTransactions ongoing, Writer writer, SizeLedger sizes) {
    this.locks = locks;
    this.ongoing = ongoing;
    this.writer = writer;
    this.sizes = sizes;
  }

  /** The writes that met a transaction and were not done. */
  List<ReplicatedWrite> write(Table table, List<? extends ReplicatedWrite> writes) {
    List<ReplicatedWrite> refused = new ArrayList<>(0);
    try (Held gate = TableGates.enter(Set.of(table))) {
      TableSchema schema = table.schema();
      List<ItemReference> items =
          writes.stream()
              .map(write -> new ItemReference(schema.collection(), write.itemKey()))
              .toList();
      try (Held held = locks.lockAll(items)) {
        PendingWrite pending = new PendingWrite(sizes.open(schema));
        for (int i = 0; i < items.size(); i++) {
          if (ongoing.contains(items.get(i))) {
            refused.add(writes.get(i));
          } else {
            prepare(pending, table, writes.get(i));
          }
        }
        writer.commit(pending);
      }
    }
    return refused;
  }

  private void prepare(PendingWrite pending, Table table, ReplicatedWrite write) {
    boolean isNewest = write.isNewest();
    if (isNewest) {
      writer.prepareCopy(pending, table, write.itemKey(), write.item(), write.isFollowed());
    }
    write.settle(pending.batch(), isNewest);
  }
}
