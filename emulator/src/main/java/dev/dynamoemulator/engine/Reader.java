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
    List<StoredItem> items = new ArrayList<>();
    ConsumedCapacity capacity = new ConsumedCapacity();
    int count = 0;
    int scannedCount = 0;
    long bytes = 0;
    Item lastEvaluatedKey = null;
    try (Snapshot snapshot = storage.snapshot()) {
      EntryCursor cursor =
          snapshot.range(
              plan.collection(), plan.range().from(), plan.range().to(), plan.isDescending());
      while (lastEvaluatedKey == null && cursor.next()) {
        StoredItem entry = StoredItem.fromBytes(cursor.value());
        StoredItem item = plan.fetchesItems() ? fetch(snapshot, plan, entry, capacity) : entry;
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
    }
    double units = ConsumedCapacity.readUnits(bytes, plan.isConsistent());
    if (plan.index() == null) {
      capacity.addTable(units);
    } else {
      capacity.addIndex(plan.index(), units);
    }
    return new Page(items, count, scannedCount, lastEvaluatedKey, capacity);
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

  private StoredItem fetch(
      Snapshot snapshot, ReadPlan plan, StoredItem entry, ConsumedCapacity capacity) {
    StoredItem item = get(snapshot, plan.table(), entry);
    capacity.addTable(ConsumedCapacity.readUnits(item.size(), plan.isConsistent()));
    return item;
  }

  private StoredItem get(Snapshot snapshot, TableSchema table, Attributes key) {
    byte[] bytes = snapshot.get(table.collection(), keys.itemKey(table.key(), key));
    return bytes == null ? null : StoredItem.fromBytes(bytes);
  }
}
