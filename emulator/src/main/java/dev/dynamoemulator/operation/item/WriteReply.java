package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;

/** The answer to a single-item write (items.md §4). */
final class WriteReply {

  private WriteReply() {}

  static Reply ofPutOrDelete(Struct input, Table table, Item key, WriteResult result) {
    return out -> {
      if ("ALL_OLD".equals(input.string("ReturnValues"))) {
        writeWhole(out, result.oldItem());
      }
      writeReports(out, input, table, key, result);
    };
  }

  static Reply ofUpdate(
      Struct input, Table table, WriteAction.UpdateItem action, WriteResult result) {
    return out -> {
      switch (input.has("ReturnValues") ? input.string("ReturnValues") : "NONE") {
        case "ALL_OLD" -> writeWhole(out, result.oldItem());
        case "ALL_NEW" -> writeWhole(out, result.newItem());
        case "UPDATED_OLD" -> writePart(out, result.oldItem(), action.update().updatedOld());
        case "UPDATED_NEW" -> writePart(out, result.newItem(), action.update().updatedNew());
        default -> {}
      }
      writeReports(out, input, table, action.key(), result);
    };
  }

  private static void writeWhole(ResponseWriter out, StoredItem item) {
    if (item != null) {
      out.attributeMap("Attributes", item::writeTo);
    }
  }

  private static void writePart(ResponseWriter out, StoredItem item, Projection part) {
    if (item != null) {
      Item attributes = part.apply(item);
      if (!attributes.isEmpty()) {
        out.attributeMap("Attributes", attributes);
      }
    }
  }

  private static void writeReports(
      ResponseWriter out, Struct input, Table table, Item key, WriteResult result) {
    CapacityReport.of(input).write(out, input.string("TableName"), result.capacity());
    CollectionMetrics.write(out, input, table.schema(), key);
  }
}
