package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.TableSchema;

/**
 * Writes the size estimate of item collections, which only tables with a local index have (items.md
 * §4.3).
 */
final class CollectionMetrics {

  private CollectionMetrics() {}

  static boolean areWanted(Struct input) {
    return "SIZE".equals(input.string("ReturnItemCollectionMetrics"));
  }

  /** Writes the member of a single write, if it is wanted and there is a local index. */
  static void write(ResponseWriter out, Struct input, TableSchema table, Attributes key) {
    if (areWanted(input) && table.hasLocalIndex()) {
      out.object("ItemCollectionMetrics", metrics -> writeMembers(metrics, table, key));
    }
  }

  static void writeMembers(ResponseWriter out, TableSchema table, Attributes key) {
    KeyAttribute partitionKey = table.key().partitionKey().get(0);
    out.object(
        "ItemCollectionKey",
        attributes -> attributes.attributeValue(partitionKey.name(), key.get(partitionKey.name())));
    out.numbers("SizeEstimateRangeGB", 0.0, 1.0);
  }
}
