package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionSchemaErrors;
import dev.dynamoemulator.expression.KnownAssignment;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;

/** What key attributes must satisfy, in DynamoDB's order (data-model.md §4). */
public final class KeyRules {

  static final int PARTITION_KEY_SIZE = 2048;
  static final int SORT_KEY_SIZE = 1024;

  private KeyRules() {}

  /** Checks the table key inside an item that PutItem or a transaction's Put writes. */
  public static void checkItem(KeySchema key, Item item) {
    for (KeyAttribute attribute : key.attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null) {
        throw KeyErrors.missingKey(attribute.name());
      }
      if (value.type() != attribute.type()) {
        throw KeyErrors.keyTypeMismatch(attribute.name(), attribute.type(), value.type());
      }
      checkNotEmpty(attribute, value);
      checkLength(key, attribute, value);
    }
  }

  /**
   * Checks the table key inside an item that BatchWriteItem writes, which is worded as for keys.
   */
  public static void checkBatchItem(KeySchema key, Item item) {
    checkKeyAttributes(key, item);
  }

  /** Checks a {@code Key} parameter: just the key attributes, in their types. */
  public static void checkKey(KeySchema schema, Item key) {
    if (key.attributes().size() != schema.attributes().size()) {
      throw KeyErrors.keyDoesNotMatchSchema();
    }
    checkKeyAttributes(schema, key);
  }

  /** Checks the index key attributes of an item that is written as a whole. */
  public static void checkIndexKeys(TableSchema table, Item item) {
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = item.get(attribute.name());
        if (value == null || table.key().contains(attribute.name())) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw KeyErrors.indexKeyTypeMismatch(
              attribute.name(), attribute.type(), value.type(), index.name());
        }
        if (isEmpty(value)) {
          throw KeyErrors.emptyIndexKeyValue(attribute.name(), value.type(), index.name());
        }
        checkLength(index.key(), attribute, value);
      }
    }
  }

  /**
   * Refuses empty values of key attributes alone: transactions report these apart from all other
   * faults of keys (transactions.md §3.3).
   */
  public static void checkNoEmptyKeys(KeySchema schema, Item key) {
    for (KeyAttribute attribute : schema.attributes()) {
      if (isEmptyKey(attribute, key.get(attribute.name()))) {
        throw KeyErrors.emptyKeyValue(attribute.name(), attribute.type());
      }
    }
  }

  /** The same for an item that is written as a whole, in whose indexes they are refused too. */
  public static void checkNoEmptyKeys(TableSchema table, Item item) {
    checkNoEmptyKeys(table.key(), item);
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        if (isEmptyKey(attribute, item.get(attribute.name()))) {
          throw KeyErrors.emptyIndexKeyValue(attribute.name(), attribute.type(), index.name());
        }
      }
    }
  }

  /** The same for the index keys that an update is known to write. */
  public static void checkNoEmptyKeys(TableSchema table, Update update) {
    for (IndexSchema index : table.indexes()) {
      for (KnownAssignment assignment : update.knownAssignments()) {
        KeyAttribute attribute = index.key().attribute(assignment.attribute());
        if (attribute != null && isEmptyKey(attribute, assignment.value())) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(attribute.type());
        }
      }
    }
  }

  private static boolean isEmptyKey(KeyAttribute attribute, AttributeValue value) {
    return value != null && value.type() == attribute.type() && isEmpty(value);
  }

  /**
   * Checks what an update is known to write before any item is read: no key attribute, and to index
   * keys nothing of another type (items.md §1.1 steps 10 and 11).
   */
  public static void checkUpdate(TableSchema table, Update update) {
    for (Path target : update.targetPaths()) {
      if (table.key().contains(target.attribute())) {
        throw ExpressionSchemaErrors.updateOfKey(target.attribute());
      }
    }
    for (IndexSchema index : table.indexes()) {
      for (KnownAssignment assignment : update.knownAssignments()) {
        KeyAttribute attribute = index.key().attribute(assignment.attribute());
        if (attribute == null) {
          continue;
        }
        if (assignment.type() != attribute.type()) {
          throw KeyErrors.indexKeyTypeMismatch(
              attribute.name(), attribute.type(), assignment.type(), index.name());
        }
        if (assignment.value() != null && isEmpty(assignment.value())) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(assignment.type());
        }
      }
    }
    checkPaths(table, update.paths());
  }

  /** Checks the paths of a condition; null for none. */
  public static void checkPaths(TableSchema table, Condition condition) {
    if (condition != null) {
      checkPaths(table, condition.paths());
    }
  }

  /** Checks the paths of a projection; null for none. */
  public static void checkPaths(TableSchema table, Projection projection) {
    if (projection != null) {
      checkPaths(table, projection.paths());
    }
  }

  /** Refuses paths below key attributes, which are scalars (expressions.md §5.4). */
  private static void checkPaths(TableSchema table, List<Path> paths) {
    for (Path path : paths) {
      if (path.isNested()) {
        if (table.key().contains(path.attribute())) {
          throw ExpressionSchemaErrors.nestedPathUnderKey(path.attribute());
        }
        for (IndexSchema index : table.indexes()) {
          if (index.key().contains(path.attribute())) {
            throw ExpressionSchemaErrors.nestedPathUnderIndexKey(path.attribute());
          }
        }
      }
    }
  }

  /** Checks the index key attributes that an update has changed. */
  static void checkUpdatedIndexKeys(TableSchema table, Attributes old, Item updated) {
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = updated.get(attribute.name());
        if (value == null || value.equals(old.get(attribute.name()))) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw KeyErrors.indexKeyUpdatedToUnsupportedType();
        }
        if (isEmpty(value)) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(value.type());
        }
        if (value.size() > maximumSize(index.key(), attribute)) {
          throw KeyErrors.indexKeyUpdatedBeyondSize();
        }
      }
    }
  }

  /** Whether the attributes hold a key that puts the item into the index. */
  static boolean isIndexed(KeySchema key, Attributes item) {
    return areKeys(key, key.partitionKey(), item) && areKeys(key, key.sortKey(), item);
  }

  /** Whether an empty string or binary, which no key may be. */
  public static boolean isEmpty(AttributeValue value) {
    return switch (value.type()) {
      case S -> ((AttributeValue.S) value).value().isEmpty();
      case B -> ((AttributeValue.B) value).value().length() == 0;
      default -> false;
    };
  }

  public static void checkNotEmpty(KeyAttribute attribute, AttributeValue value) {
    if (isEmpty(value)) {
      throw KeyErrors.emptyKeyValue(attribute.name(), value.type());
    }
  }

  static void checkLength(KeySchema key, KeyAttribute attribute, AttributeValue value) {
    int maximum = maximumSize(key, attribute);
    if (value.size() > maximum) {
      throw maximum == PARTITION_KEY_SIZE
          ? KeyErrors.partitionKeyTooLong(maximum)
          : KeyErrors.sortKeyTooLong(maximum);
    }
  }

  private static void checkKeyAttributes(KeySchema schema, Item item) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw KeyErrors.keyDoesNotMatchSchema();
      }
      checkNotEmpty(attribute, value);
      checkLength(schema, attribute, value);
    }
  }

  private static boolean areKeys(
      KeySchema key, Iterable<KeyAttribute> attributes, Attributes item) {
    for (KeyAttribute attribute : attributes) {
      AttributeValue value = item.get(attribute.name());
      if (value == null
          || value.type() != attribute.type()
          || isEmpty(value)
          || value.size() > maximumSize(key, attribute)) {
        return false;
      }
    }
    return true;
  }

  private static int maximumSize(KeySchema key, KeyAttribute attribute) {
    return key.partitionKey().contains(attribute) ? PARTITION_KEY_SIZE : SORT_KEY_SIZE;
  }
}
