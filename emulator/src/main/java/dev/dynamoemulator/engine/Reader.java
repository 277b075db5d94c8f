package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads items and pages of them, each page from one moment of the store. Thread-safe. */
final class Reader {

  private final Storage storage;
  private final KeyCodec keys;
  private final Limits limits;

  Reader(Storage storage, KeyCodec keys, Limits limits) {
    this.storage = storage;
    this.keys = keys;
    this.limits = limits;
  }

  /** The item of that key, or null. */
  StoredItem get(TableSchema table, Attributes key) {
    byte[] bytes = storage.get(table.collection(), keys.itemKey(table.key(), key));
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }

  /** The items of those keys as they were at one moment; null where there is none. */
  List<StoredItem> getAll(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    List<StoredItem> items = new ArrayList<>(itemKeys.size());
    try (Snapshot snapshot = storage.snapshot()) {
      for (int i = 0; i < itemKeys.size(); i++) {
        items.add(get(snapshot, tables.get(i), itemKeys.get(i)));
      }
    }
    return items;
  }

  Page read(ReadPlan plan) {
    return read(List.of(plan)).page();
  }

  /** Reads the plans one after the other until the page is full. */
  PlanPage read(List<ReadPlan> plans) {
    int last = 0;
    try (Snapshot snapshot = storage.snapshot()) {
      PageReading reading = new PageReading(snapshot);
      reading.read(plans.get(last));
      while (!reading.isOver() && last + 1 < plans.size()) {
        last++;
        reading.read(plans.get(last));
      }
      return new PlanPage(reading.page(), last);
    }
  }

  /** A page that is being read. */
  private final class PageReading {

    private final Snapshot snapshot;
    private final List<StoredItem> items = new ArrayList<>();
    private final ConsumedCapacity capacity = new ConsumedCapacity();
    private int count;
    private int scannedCount;
    private long bytes;
    private Item lastEvaluatedKey;

    PageReading(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    boolean isOver() {
      return lastEvaluatedKey != null;
    }

    Page page() {
      return new Page(items, count, scannedCount, lastEvaluatedKey, capacity);
    }

    void read(ReadPlan plan) {
      long bytesBefore = bytes;
      EntryCursor cursor =
          snapshot.range(
              plan.collection(), plan.range().from(), plan.range().to(), plan.isDescending());
      while (lastEvaluatedKey == null && cursor.next()) {
        evaluate(plan, StoredItem.fromBytes(cursor.value()));
      }
      double units = ConsumedCapacity.readUnits(bytes - bytesBefore, plan.isConsistent());
      if (plan.index() == null) {
        capacity.addTable(units);
      } else {
        capacity.addIndex(plan.index(), units);
      }
    }

    private void evaluate(ReadPlan plan, StoredItem entry) {
      StoredItem item = plan.fetchesItems() ? fetch(plan, entry) : entry;
      scannedCount++;
      bytes += entry.size();
      if (plan.filter() == null || plan.filter().isTrue(item)) {
        count++;
        if (!plan.countsOnly()) {
          items.add(item);
        }
      }
      if (scannedCount == plan.limit() || bytes >= limits.pageSize()) {
        lastEvaluatedKey = position(plan.table(), plan.index(), entry);
      }
    }

    private StoredItem fetch(ReadPlan plan, StoredItem entry) {
      StoredItem item = get(snapshot, plan.table(), entry);
      capacity.addTable(ConsumedCapacity.readUnits(item.size(), plan.isConsistent()));
      return item;
    }
  }

  /** The attributes that say where a page ended: table key and index key (items.md §7.2). */
  static Item position(TableSchema table, IndexSchema index, Attributes entry) {
    Map<String, AttributeValue> position = new LinkedHashMap<>();
    collect(table.key(), entry, position);
    if (index != null) {
      collect(index.key(), entry, position);
    }
    return Item.of(position);
  }

  private static void collect(
      KeySchema key, Attributes entry, Map<String, AttributeValue> position) {
    for (KeyAttribute attribute : key.attributes()) {
      position.put(attribute.name(), entry.get(attribute.name()));
    }
  }

  private StoredItem get(Snapshot snapshot, TableSchema table, Attributes key) {
    byte[] bytes = snapshot.get(table.collection(), keys.itemKey(table.key(), key));
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }
}
