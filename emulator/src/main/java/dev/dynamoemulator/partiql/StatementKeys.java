package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;

/** Whether key attributes fit their table, in the words that statements have for it. */
public final class StatementKeys {

  private StatementKeys() {}

  /** Checks the key that a WHERE clause gives. */
  public static void check(KeySchema schema, Item key) {
    checkTypes(schema, key);
    KeyRules.checkKey(schema, key);
  }

  static void checkPresent(KeySchema schema, Item item) {
    for (KeyAttribute attribute : schema.attributes()) {
      if (item.get(attribute.name()) == null) {
        throw StatementErrors.missingKey(attribute.name());
      }
    }
  }

  static void checkTypes(KeySchema schema, Item item) {
    for (KeyAttribute attribute : schema.attributes()) {
      checkType(attribute, item.get(attribute.name()));
    }
  }

  static void checkType(KeyAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.type()) {
      throw StatementErrors.keyTypeMismatch(attribute.name());
    }
  }
}
