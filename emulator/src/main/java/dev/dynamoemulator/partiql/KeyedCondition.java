package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A WHERE clause that names one item.
 *
 * @param key the item's key as the clause gives it
 * @param rest the other conditions; null when there are none
 */
record KeyedCondition(Item key, Condition rest) {

  /**
   * That of a statement that writes.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when not every key attribute has an
   *     equality, or one has several with different values
   */
  static KeyedCondition of(Condition where, KeySchema key) {
    checkNoNestedKey(where, key);
    KeyedCondition keyed = orNull(where, key);
    if (keyed == null) {
      throw StatementErrors.noKeyEquality();
    }
    Conjuncts others = new Conjuncts(keyed.rest());
    for (KeyAttribute attribute : key.attributes()) {
      AttributeValue other = others.takeEquality(attribute.name());
      if (other != null && !other.equals(keyed.key().get(attribute.name()))) {
        throw StatementErrors.severalKeyValues(attribute.name());
      }
    }
    return keyed;
  }

  private static void checkNoNestedKey(Condition where, KeySchema key) {
    if (where == null) {
      return;
    }
    for (Path path : where.paths()) {
      if (path.isNested() && key.contains(path.attribute())) {
        throw StatementErrors.nestedKey(path.attribute());
      }
    }
  }

  /** The same; null when not every key attribute has an equality. */
  static KeyedCondition orNull(Condition where, KeySchema key) {
    Conjuncts conjuncts = new Conjuncts(where);
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    for (KeyAttribute attribute : key.attributes()) {
      AttributeValue value = conjuncts.takeEquality(attribute.name());
      if (value == null) {
        return null;
      }
      values.put(attribute.name(), value);
    }
    return new KeyedCondition(Item.of(values), conjuncts.rest());
  }
}
