package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.TableSchema;

/** Checks that Query and Scan make of the parts of an ExclusiveStartKey (items.md §7.3). */
public final class StartKey {

  private StartKey() {}

  /** The number of attributes that name a position: an attribute in both keys counts once. */
  static int memberCount(TableSchema table, IndexSchema index) {
    int count = table.key().attributes().size();
    if (index != null) {
      for (KeyAttribute attribute : index.key().attributes()) {
        if (!table.key().contains(attribute.name())) {
          count++;
        }
      }
    }
    return count;
  }

  /**
   * Checks one key attribute of what is read.
   *
   * @param index the index that is read; null for the table
   */
  static void checkAttribute(
      TableSchema table, IndexSchema index, KeyAttribute attribute, Item startKey) {
    AttributeValue value = startKey.get(attribute.name());
    if (value == null) {
      throw StartKeyErrors.invalid();
    }
    if (value.type() != attribute.type()) {
      throw KeyErrors.keyDoesNotMatchSchema();
    }
    checkNotEmpty(table.key().contains(attribute.name()) ? null : index, attribute, value);
    DynamoDbException tooLong =
        KeyRules.tooLong(index == null ? table.key() : index.key(), attribute, value);
    if (tooLong != null) {
      throw tooLong;
    }
  }

  /**
   * Checks the starting key of a Scan but for the table's part: the number of members, and the
   * index key attributes.
   *
   * @param index the index that is scanned; null for the table
   * @param startKey null for none, which is right
   */
  public static void checkIndexPart(TableSchema table, IndexSchema index, Item startKey) {
    if (startKey == null) {
      return;
    }
    if (startKey.attributes().size() != memberCount(table, index)) {
      throw index == null ? StartKeyErrors.doesNotMatchTableKey() : StartKeyErrors.invalid();
    }
    if (index != null) {
      for (KeyAttribute attribute : index.key().attributes()) {
        checkAttribute(table, index, attribute, startKey);
      }
    }
  }

  /**
   * Checks the table key within the starting key.
   *
   * @param startKey null for none, which is right
   */
  public static void checkTablePart(TableSchema table, Item startKey) {
    if (startKey == null) {
      return;
    }
    for (KeyAttribute attribute : table.key().attributes()) {
      AttributeValue value = startKey.get(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw StartKeyErrors.doesNotMatchTableKey();
      }
      checkNotEmpty(null, attribute, value);
      DynamoDbException tooLong = KeyRules.tooLong(table.key(), attribute, value);
      if (tooLong != null) {
        throw StartKeyErrors.invalidValue(tooLong.getMessage());
      }
    }
  }

  private static void checkNotEmpty(
      IndexSchema index, KeyAttribute attribute, AttributeValue value) {
    if (KeyRules.isEmpty(value)) {
      throw StartKeyErrors.emptyKeyValue(
          attribute.name(), attribute.type(), index == null ? null : index.name());
    }
  }
}
