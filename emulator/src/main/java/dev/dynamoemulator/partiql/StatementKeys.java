package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.model.AttributeType;
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

  /** Checks the key of an item to be inserted, one attribute after the other. */
  static void checkItem(KeySchema schema, Item item) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null) {
        throw StatementErrors.missingKey(attribute.name());
      }
      checkType(attribute, value);
    }
  }

  /** Checks the key that the WHERE clause of a write gives, in words that reads do not have. */
  static void checkScalars(KeySchema schema, Item key) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeType type = key.get(attribute.name()).type();
      if (!type.isKeyType()) {
        throw StatementErrors.keyOfNoScalar(attribute.name(), type);
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
