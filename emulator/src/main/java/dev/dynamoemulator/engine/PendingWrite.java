package dev.dynamoemulator.engine;

import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Access;
import dev.dynamoemulator.traffic.Meter;
import dev.dynamoemulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;

/** What a write or transaction is about to commit, and what follows from that. For one thread. */
final class PendingWrite {

  private final WriteBatch batch = new WriteBatch();
  private final SizeChanges sizes;
  private final Traffic traffic;
  private final int tableFactor;
  private final List<ItemChange> changes = new ArrayList<>(0);
  private List<Use> uses = List.of();

  /** Capacity that is used when the write is committed. */
  private record Use(Meter meter, Attributes key, double units) {}

  /** A write that uses nobody's capacity. */
  PendingWrite(SizeChanges sizes) {
    this(sizes, Traffic.NONE, 1);
  }

  /**
   * @param tableFactor how often the units of tables count: twice in a transaction (items.md §5)
   */
  PendingWrite(SizeChanges sizes, Traffic traffic, int tableFactor) {
    this.sizes = sizes;
    this.traffic = traffic;
    this.tableFactor = tableFactor;
  }

  /** Fails when the table has no capacity left. */
  void admit(TableSchema table, Attributes key) {
    Meter meter = traffic.meter(table.collection());
    if (meter != null) {
      meter.admit(Access.WRITE, key);
    }
  }

  /** Notes what the admitted write of an item uses of its table. */
  void useTable(TableSchema table, Attributes key, double units) {
    Meter meter = traffic.meter(table.collection());
    if (meter != null) {
      note(new Use(meter, key, tableFactor * units));
    }
  }

  /** Notes what a write uses of an index; fails when that has no capacity left. */
  void useIndex(IndexSchema index, Attributes entry, double units) {
    Meter meter = traffic.meter(index.collection());
    if (meter != null) {
      if (index.isGlobal()) {
        meter.admit(Access.WRITE, entry);
      }
      note(new Use(meter, entry, units));
    }
  }

  private void note(Use use) {
    uses = uses.isEmpty() ? new ArrayList<>() : uses;
    uses.add(use);
  }

  /** Counts what the write has used. */
  void count() {
    for (Use use : uses) {
      use.meter().count(Access.WRITE, use.key(), use.units());
    }
    uses = List.of();
  }

  WriteBatch batch() {
    return batch;
  }

  SizeChanges sizes() {
    return sizes;
  }

  /** Whether there is nothing to commit and nothing to see. */
  boolean isEmpty() {
    return batch.isEmpty() && changes.isEmpty();
  }

  /** Notes what those who follow the table are to see. */
  void addChange(ItemChange change) {
    changes.add(change);
  }

  /** Whether a write leaves an item as it was, so that there is nothing to see. */
  static boolean isSame(StoredItem old, StoredItem item) {
    return old == null || item == null ? old == item : IndexUpkeep.isSameItem(old, item);
  }

  /**
   * Adds the records of the changes. Only now, at the commit, because a transaction may be held
   * between prepare and commit, and numbered records hold up the readers of their stream.
   */
  ChangeLog.Recording record(ChangeLog changeLog) {
    return changes.isEmpty() ? ChangeLog.Recording.NONE : changeLog.record(batch, changes);
  }
}
