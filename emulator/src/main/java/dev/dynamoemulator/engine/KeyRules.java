package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionSchemaErrors;
import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What key attributes must satisfy, in DynamoDB's order (data-model.md §4), one attribute after the
 * other (dynalite: validateKey, validateItem): those of the table here, those of its indexes in
 * {@link IndexKeyRules} and {@link VectorRules}.
 */
public final class KeyRules {

  private static final int PARTITION_KEY_SIZE = 2048;
  private static final int SORT_KEY_SIZE = 1024;

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
      checkSize(key, attribute, value);
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

  /** Checks what the indexes demand of an item that is written as a whole. */
  public static void checkIndexKeys(TableSchema table, Item item) {
    IndexKeyRules.checkItem(table, item);
    VectorRules.checkItem(table, item);
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
    IndexKeyRules.checkNoEmptyKeys(table, item);
    VectorRules.checkNoEmptyKeys(table, item);
  }

  /** The same for the index keys that an update is known to write. */
  public static void checkNoEmptyKeys(TableSchema table, Update update) {
    IndexKeyRules.checkNoEmptyKeys(table, update);
    VectorRules.checkNoEmptyKeys(table, update);
  }

  static boolean isEmptyKey(KeyAttribute attribute, AttributeValue value) {
    return value != null && value.type() == attribute.type() && isEmpty(value);
  }

  /**
   * Checks what an update is known to write before any item is read: no key attribute, and to index
   * keys nothing of another type (items.md §1.1 steps 10 and 11).
   */
  public static void checkUpdate(TableSchema table, Update update) {
    Set<String> targets = update.targetAttributes();
    for (KeyAttribute attribute : table.key().attributes()) {
      if (targets.contains(attribute.name())) {
        throw ExpressionSchemaErrors.updateOfKey(attribute.name());
      }
    }
    IndexKeyRules.checkUpdate(table, update);
    VectorRules.checkUpdate(table, update);
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

  /**
   * Refuses paths below key attributes, which are scalars (expressions.md §5.4). The keys are taken
   * one after the other, the table's first.
   */
  private static void checkPaths(TableSchema table, List<Path> paths) {
    Set<String> nested = new HashSet<>();
    for (Path path : paths) {
      if (path.isNested()) {
        nested.add(path.attribute());
      }
    }
    if (nested.isEmpty()) {
      return;
    }
    for (KeyAttribute attribute : table.key().attributes()) {
      if (nested.contains(attribute.name())) {
        throw ExpressionSchemaErrors.nestedPathUnderKey(attribute.name());
      }
    }
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        if (nested.contains(attribute.name())) {
          throw ExpressionSchemaErrors.nestedPathUnderIndexKey(attribute.name());
        }
      }
    }
  }

  /** Checks what indexes demand of the attributes that an update has changed. */
  static void checkUpdatedIndexKeys(TableSchema table, Attributes old, Item updated) {
    IndexKeyRules.checkUpdated(table, old, updated);
    VectorRules.checkUpdated(table, old, updated);
  }

  /** Whether an empty string or binary, which no key may be. */
  public static boolean isEmpty(AttributeValue value) {
    return switch (value.type()) {
      case S -> ((AttributeValue.S) value).value().isEmpty();
      case B -> ((AttributeValue.B) value).value().length() == 0;
      default -> false;
    };
  }

  static void checkNotEmpty(KeyAttribute attribute, AttributeValue value) {
    if (isEmpty(value)) {
      throw KeyErrors.emptyKeyValue(attribute.name(), attribute.type());
    }
  }

  /** The attributes of one key part share its size (data-model.md §4.1: "Aggregated size"). */
  static void checkSizes(KeySchema key, Attributes item) {
    checkPartitionKeySize(size(key.partitionKey(), item));
    checkSortKeySize(size(key.sortKey(), item));
  }

  /** The fault of a value that is too long for its part of the key; null when it is not. */
  static DynamoDbException tooLong(KeySchema key, KeyAttribute attribute, AttributeValue value) {
    if (key.partitionKey().contains(attribute)) {
      return value.size() > PARTITION_KEY_SIZE
          ? KeyErrors.partitionKeyTooLong(PARTITION_KEY_SIZE)
          : null;
    }
    return value.size() > SORT_KEY_SIZE ? KeyErrors.sortKeyTooLong(SORT_KEY_SIZE) : null;
  }

  static void checkPartitionKeySize(int size) {
    if (size > PARTITION_KEY_SIZE) {
      throw KeyErrors.partitionKeyTooLong(PARTITION_KEY_SIZE);
    }
  }

  static void checkSortKeySize(int size) {
    if (size > SORT_KEY_SIZE) {
      throw KeyErrors.sortKeyTooLong(SORT_KEY_SIZE);
    }
  }

  static boolean areSizesAllowed(KeySchema key, Attributes item) {
    return areSizesAllowed(size(key.partitionKey(), item), size(key.sortKey(), item));
  }

  static boolean areSizesAllowed(int partitionKey, int sortKey) {
    return partitionKey <= PARTITION_KEY_SIZE && sortKey <= SORT_KEY_SIZE;
  }

  private static int size(List<KeyAttribute> attributes, Attributes item) {
    int size = 0;
    for (KeyAttribute attribute : attributes) {
      AttributeValue value = item.get(attribute.name());
      size += value == null ? 0 : value.size();
    }
    return size;
  }

  private static void checkKeyAttributes(KeySchema schema, Item item) {
    for (KeyAttribute attribute : schema.attributes()) {
      AttributeValue value = item.get(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw KeyErrors.keyDoesNotMatchSchema();
      }
      checkNotEmpty(attribute, value);
      checkSize(schema, attribute, value);
    }
  }

  /** A table's key has one attribute in each part, with the size of the part for itself. */
  private static void checkSize(KeySchema key, KeyAttribute attribute, AttributeValue value) {
    DynamoDbException tooLong = tooLong(key, attribute, value);
    if (tooLong != null) {
      throw tooLong;
    }
  }
}
