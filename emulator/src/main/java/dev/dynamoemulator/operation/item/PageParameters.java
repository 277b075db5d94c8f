package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.KeyRange;
import dev.dynamoemulator.engine.ReadPlan;
import dev.dynamoemulator.engine.StartKeyErrors;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.ValueFault;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;

/** Checks and parameters that Query and Scan share. */
final class PageParameters {

  private PageParameters() {}

  /** The ExclusiveStartKey with sound values; null when there is none. */
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
      case INVALID_NUMBER, EMPTY_NUMBER_SET, DUPLICATE_MEMBERS, LONG_ATTRIBUTE_NAME -> false;
    };
  }

  /** The index that is read; null for the table itself. */
  static IndexSchema index(Struct input, TableSchema table) {
    String name = input.string("IndexName");
    if (name == null) {
      return null;
    }
    IndexSchema index = table.index(name);
    if (index == null) {
      throw ItemErrors.unknownIndex(name);
    }
    if (!index.isReadable()) {
      throw ItemErrors.backfillingIndex(name);
    }
    return index;
  }

  static void checkConsistency(Struct input, IndexSchema index) {
    if (index != null && index.isGlobal() && input.isTrue("ConsistentRead")) {
      throw ItemErrors.consistentReadOfGlobalIndex();
    }
  }

  static ReadPlan plan(
      Struct input,
      TableSchema table,
      IndexSchema index,
      KeyRange range,
      boolean isDescending,
      Condition filter,
      Selection selection,
      Projection projection) {
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
}
