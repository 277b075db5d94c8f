package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.traffic.Access;
import dev.dynamoemulator.traffic.Meter;
import dev.dynamoemulator.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads items and pages of them, each page from one moment of the store. Thread-safe. */
final class Reader {

  private final Storage storage;
  private final KeyCodec keys;
  private final Traffic traffic;
  private final Limits limits;

  Reader(Storage storage, KeyCodec keys, Traffic traffic, Limits limits) {
    this.storage = storage;
    this.keys = keys;
    this.traffic = traffic;
    this.limits = limits;
  }

  /** The item of that key, or null. */
  StoredItem get(TableSchema table, Attributes key) {
    byte[] bytes = storage.get(table.collection(), keys.itemKey(table.key(), key));
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }

  /** The same, using the capacity of the table. */
  StoredItem get(TableSchema table, Attributes key, boolean isConsistent) {
    Meter meter = traffic.meter(table.collection());
    if (meter == null) {
      return get(table, key);
    }
    meter.admit(Access.READ, key);
    StoredItem item = get(table, key);
    int size = item == null ? 0 : item.size();
    meter.count(Access.READ, key, ConsumedCapacity.readUnits(size, isConsistent));
    return item;
  }

  /** Why the item cannot be read for want of capacity; null when it can. */
  DynamoDbException refusal(TableSchema table, Attributes key) {
    Meter meter = traffic.meter(table.collection());
    try {
      if (meter != null) {
        meter.admit(Access.READ, key);
      }
      return null;
    } catch (DynamoDbException throttled) {
      return throttled;
    }
  }

  /**
   * The items of those keys as they were at one moment, using twice the capacity; null where there
   * is none.
   */
  List<StoredItem> getAll(List<TableSchema> tables, List<? extends Attributes> itemKeys) {
    List<StoredItem> items = new ArrayList<>(itemKeys.size());
    try (Snapshot snapshot = storage.snapshot()) {
      for (int i = 0; i < itemKeys.size(); i++) {
        StoredItem item = get(snapshot, tables.get(i), itemKeys.get(i));
        items.add(item);
        Meter meter = traffic.meter(tables.get(i).collection());
        if (meter != null) {
          meter.count(Access.READ, itemKeys.get(i), ConsumedCapacity.transactionalReadUnits(item));
        }
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
    private PageUse use;

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
      use = PageUse.admitted(plan, traffic);
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
      use.end(units);
    }

    private void evaluate(ReadPlan plan, StoredItem entry) {
      use.read(entry);
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
      double units = ConsumedCapacity.readUnits(item.size(), plan.isConsistent());
      capacity.addTable(units);
      use.fetched(item, units);
      return item;
    }
  }

  /** The attributes that say where a page ended: table key and index key (items.md §7.2). */
  static Item position(TableSchema table, IndexSchema index, Attributes entry) {
    Item key = table.key().of(entry);
    if (index == null) {
      return key;
    }
    Map<String, AttributeValue> position = key.toMap();
    position.putAll(index.key().of(entry).attributes());
    return Item.of(position);
  }

  private StoredItem get(Snapshot snapshot, TableSchema table, Attributes key) {
    byte[] bytes = snapshot.get(table.collection(), keys.itemKey(table.key(), key));
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }
}
