package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.IndexRules;
import dev.dynamoemulator.engine.KeyRange;
import dev.dynamoemulator.engine.Page;
import dev.dynamoemulator.engine.ReadPlan;
import dev.dynamoemulator.engine.StartKeyErrors;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.ValueFault;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;

/**
 * What Query and Scan have in common, checked as far as the request alone allows.
 *
 * @param filter null for none
 * @param projection ProjectionExpression or AttributesToGet; null for neither
 * @param startKey the ExclusiveStartKey with sound values; null for none
 */
record PageParameters(
    Struct input, Condition filter, Selection selection, Projection projection, Item startKey) {

  /** Reads the ExclusiveStartKey and checks its values. */
  static Item startKey(Struct input) {
    AttributeMap startKey = input.attributeMap("ExclusiveStartKey");
    if (startKey == null) {
      return null;
    }
    if (startKey.hasFault()) {
      throw isWrapped(startKey.firstFault().kind())
          ? StartKeyErrors.invalidValue(startKey.fault())
          : ItemErrors.invalidValue(startKey.fault());
    }
    return startKey.toItem();
  }

  /** Whether the text of a fault is put behind that of an invalid key (data-model.md §6). */
  private static boolean isWrapped(ValueFault.Kind fault) {
    return switch (fault) {
      case NO_DATATYPE, FALSE_NULL, EMPTY_STRING_SET, EMPTY_BINARY_SET, SEVERAL_DATATYPES -> true;
      case INVALID_NUMBER, EMPTY_NUMBER_SET, DUPLICATE_MEMBERS, INVALID_ATTRIBUTE_NAME -> false;
    };
  }

  /**
   * The index that is read; null for the table itself.
   *
   * @param operation the one that is to read it
   */
  IndexSchema index(TableSchema table, String operation) {
    String name = input.string("IndexName");
    return name == null ? null : IndexRules.readable(table, name, operation);
  }

  void checkConsistency(IndexSchema index) {
    IndexRules.checkConsistency(index, input.isTrue("ConsistentRead"));
  }

  /**
   * @param index the index that is read; null for the table
   */
  ReadPlan plan(TableSchema table, IndexSchema index, KeyRange range, boolean isDescending) {
    Integer limit = input.integer("Limit");
    return new ReadPlan(
        table,
        index,
        range,
        isDescending,
        filter,
        limit == null ? 0 : limit,
        input.isTrue("ConsistentRead"),
        selection.needsWholeItems(table, index, projection),
        selection == Selection.COUNT);
  }

  Reply reply(Page page) {
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
