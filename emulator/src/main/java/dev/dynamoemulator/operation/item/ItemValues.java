package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.WriteErrors;
import dev.dynamoemulator.expression.EvaluationErrors;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.model.Item;

/** Checks of the attribute values that a request gives, before any table is looked at. */
final class ItemValues {

  private static final int LEVELS = 32;

  private ItemValues() {}

  /** An item to be written, or a key: its values are checked, not its fit to a table. */
  static Item checked(AttributeMap attributes) {
    if (attributes.hasFault()) {
      throw ItemErrors.invalidValue(attributes.fault());
    }
    if (attributes.depth() > LEVELS) {
      throw EvaluationErrors.nestingTooDeep();
    }
    return attributes.toItem();
  }

  static void checkDepth(AttributeMap attributes) {
    if (attributes.depth() > LEVELS) {
      throw EvaluationErrors.nestingTooDeep();
    }
  }

  static void checkSize(Item item, int maximum) {
    if (item.size() > maximum) {
      throw WriteErrors.itemTooLarge();
    }
  }
}
