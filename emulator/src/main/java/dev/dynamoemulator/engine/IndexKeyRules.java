package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.KnownAssignment;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * What items must satisfy for the sake of a table's secondary indexes (data-model.md §4.4). An item
 * without an index key is not in the index; one with a wrong one is refused.
 */
final class IndexKeyRules {

  private IndexKeyRules() {}

  /** Checks an item that is written as a whole. */
  static void checkItem(TableSchema table, Item item) {
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = item.get(attribute.name());
        if (value == null) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw KeyErrors.indexKeyTypeMismatch(
              attribute.name(), attribute.type(), value.type(), index.name());
        }
        checkNotEmpty(index, attribute, value);
      }
      KeyRules.checkSizes(index.key(), item);
    }
  }

  /** Refuses empty values alone. */
  static void checkNoEmptyKeys(TableSchema table, Item item) {
    for (IndexSchema index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = item.get(attribute.name());
        if (value != null && value.type() == attribute.type()) {
          checkNotEmpty(index, attribute, value);
        }
      }
    }
  }

  private static void checkNotEmpty(
      IndexSchema index, KeyAttribute attribute, AttributeValue value) {
    if (KeyRules.isEmpty(value)) {
      throw KeyErrors.emptyIndexKeyValue(attribute.name(), attribute.type(), index.name());
    }
  }

  /** The same for what an update is known to write. */
  static void checkNoEmptyKeys(TableSchema table, Update update) {
    for (IndexSchema index : table.indexes()) {
      for (KnownAssignment assignment : update.knownAssignments()) {
        KeyAttribute attribute = index.key().attribute(assignment.attribute());
        if (attribute != null && KeyRules.isEmptyKey(attribute, assignment.value())) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(attribute.type());
        }
      }
    }
  }

  /** Checks what an update is known to write before any item is read. */
  static void checkUpdate(TableSchema table, Update update) {
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
        if (assignment.value() != null && KeyRules.isEmpty(assignment.value())) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(assignment.type());
        }
      }
    }
  }

  /** Checks the attributes that an update has changed. */
  static void checkUpdated(TableSchema table, Attributes old, Item updated) {
    for (IndexSchema index : table.indexes()) {
      boolean isChanged = false;
      for (KeyAttribute attribute : index.key().attributes()) {
        AttributeValue value = updated.get(attribute.name());
        if (value == null || value.equals(old.get(attribute.name()))) {
          continue;
        }
        if (value.type() != attribute.type()) {
          throw KeyErrors.indexKeyUpdatedToUnsupportedType();
        }
        if (KeyRules.isEmpty(value)) {
          throw KeyErrors.indexKeyUpdatedToEmptyValue(value.type());
        }
        isChanged = true;
      }
      if (isChanged && !KeyRules.areSizesAllowed(index.key(), updated)) {
        throw KeyErrors.indexKeyUpdatedBeyondSize();
      }
    }
  }

  /**
   * The values of the key attributes in the order of the schema; null when one is missing or cannot
   * be a key, so that the item is not in the index.
   */
  static List<AttributeValue> indexKey(KeySchema key, Attributes item) {
    List<KeyAttribute> attributes = key.attributes();
    List<AttributeValue> values = new ArrayList<>(attributes.size());
    for (KeyAttribute attribute : attributes) {
      AttributeValue value = item.get(attribute.name());
      if (value == null || value.type() != attribute.type() || KeyRules.isEmpty(value)) {
        return null;
      }
      values.add(value);
    }
    int partitionKeys = key.partitionKey().size();
    return KeyRules.areSizesAllowed(
            size(values.subList(0, partitionKeys)),
            size(values.subList(partitionKeys, values.size())))
        ? values
        : null;
  }

  private static int size(List<AttributeValue> values) {
    int size = 0;
    for (AttributeValue value : values) {
      size += value.size();
    }
    return size;
  }
}
