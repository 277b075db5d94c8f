package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the size estimate of item collections, which only tables with a local index have (items.md
 * §4.3).
 */
final class CollectionMetrics {

  private CollectionMetrics() {}

  private static boolean areWanted(Struct input) {
    return "SIZE".equals(input.string("ReturnItemCollectionMetrics"));
  }

  /** Writes the member of a single write, if it is wanted and there is a local index. */
  static void write(ResponseWriter out, Struct input, TableSchema table, Attributes key) {
    if (areWanted(input) && table.hasLocalIndex()) {
      out.object("ItemCollectionMetrics", metrics -> writeMembers(metrics, table, key));
    }
  }

  /**
   * Writes the member of a batch or transaction: one entry for every partition key that was written
   * to, by the names of the tables as the request spelled them.
   */
  static void writeAll(
      ResponseWriter out,
      Struct input,
      Map<String, Table> tables,
      Map<String, List<WriteAction>> writes) {
    if (!areWanted(input)) {
      return;
    }
    Map<String, Collection<Item>> collections = new LinkedHashMap<>();
    tables.forEach(
        (tableName, table) -> {
          Collection<Item> written = collections(table.schema(), writes.get(tableName));
          if (table.schema().hasLocalIndex() && !written.isEmpty()) {
            collections.put(tableName, written);
          }
        });
    if (!collections.isEmpty()) {
      out.object(
          "ItemCollectionMetrics",
          metrics ->
              collections.forEach(
                  (tableName, keys) ->
                      metrics.objects(
                          tableName,
                          keys,
                          (entry, key) ->
                              writeMembers(entry, tables.get(tableName).schema(), key))));
    }
  }

  /** One item of each collection that is written to. */
  private static Collection<Item> collections(TableSchema table, List<WriteAction> writes) {
    String partitionKey = table.key().partitionKey().get(0).name();
    Map<AttributeValue, Item> items = new LinkedHashMap<>();
    for (WriteAction write : writes) {
      if (!(write instanceof WriteAction.ConditionCheck)) {
        items.putIfAbsent(write.key().get(partitionKey), write.key());
      }
    }
    return items.values();
  }

  private static void writeMembers(ResponseWriter out, TableSchema table, Attributes key) {
    KeyAttribute partitionKey = table.key().partitionKey().get(0);
    out.object(
        "ItemCollectionKey",
        attributes -> attributes.attributeValue(partitionKey.name(), key.get(partitionKey.name())));
    out.numbers("SizeEstimateRangeGB", 0.0, 1.0);
  }
}
