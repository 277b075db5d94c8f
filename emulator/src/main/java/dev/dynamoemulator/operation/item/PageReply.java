package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.Page;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.shape.Struct;

/** The answer to a Query or Scan (items.md §7.1). */
final class PageReply {

  private PageReply() {}

  static Reply of(Struct input, Selection selection, Projection projection, Page page) {
    return out -> {
      if (selection != Selection.COUNT) {
        out.attributeMaps("Items", ProjectedItem.sources(page.items(), projection));
      }
      out.number("Count", page.count());
      out.number("ScannedCount", page.scannedCount());
      out.optionalAttributeMap("LastEvaluatedKey", page.lastEvaluatedKey());
      CapacityReport.of(input).write(out, input.string("TableName"), page.capacity());
    };
  }
}
