package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.ComparisonOperator;
import dev.dynamoemulator.expression.KeyCondition;
import dev.dynamoemulator.expression.KeyConditionErrors;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns key conditions into the keys that a Query walks over, with the checks of conditions and
 * starting key against the schema, which alternate per key attribute (items.md §1.4 steps 13 to
 * 16). For one Query.
 */
final class QueryRange {

  private final TableSchema table;
  private final IndexSchema index;
  private final KeySchema key;
  private final KeyConditions conditions;
  private final Item startKey;

  QueryRange(TableSchema table, IndexSchema index, KeyConditions conditions, Item startKey) {
    this.table = table;
    this.index = index;
    this.key = index == null ? table.key() : index.key();
    this.conditions = conditions;
    this.startKey = startKey;
  }

  KeyRange resolve(KeyCodec keys, boolean isDescending) {
    if (key.attributes().size() <= KeyConditions.MAXIMUM) {
      conditions.checkCount(KeyConditions.MAXIMUM);
    }
    checkStartKeySize();
    List<KeyCondition> partition = partitionConditions();
    List<KeyCondition> sort = sortConditions(partition.size());
    KeyRange range = range(keys, partition, sort);
    if (startKey == null) {
      return range;
    }
    StartKey.checkTablePart(table, startKey);
    checkStartKeyWithin(keys, range, partition, !sort.isEmpty());
    return range.behind(keys.positionKey(table, index, startKey), isDescending);
  }

  private void checkStartKeySize() {
    if (startKey != null && startKey.attributes().size() != StartKey.memberCount(table, index)) {
      throw StartKeyErrors.invalid();
    }
  }

  private List<KeyCondition> partitionConditions() {
    List<KeyCondition> found = new ArrayList<>();
    for (KeyAttribute attribute : key.partitionKey()) {
      checkStartKeyAttribute(attribute);
      if (key.sortKey().isEmpty() && conditions.size() > key.partitionKey().size()) {
        throw KeyConditionErrors.unsupportedCondition();
      }
      KeyCondition condition = conditions.on(attribute.name());
      if (condition == null) {
        throw KeyConditionErrors.missingKeyElement(attribute.name());
      }
      checkTypes(attribute, condition);
      if (condition.operator() != ComparisonOperator.EQ) {
        throw KeyConditionErrors.unsupportedCondition();
      }
      checkNotEmpty(attribute, condition.value());
      KeyRules.checkPartitionKeySize(condition.value().size());
      found.add(condition);
    }
    return found;
  }

  /** Sort key attributes are used from the left without gaps, all but the last by equality. */
  private List<KeyCondition> sortConditions(int used) {
    List<KeyCondition> found = new ArrayList<>();
    int left = conditions.size() - used;
    for (KeyAttribute attribute : key.sortKey()) {
      checkStartKeyAttribute(attribute);
      if (left == 0) {
        continue;
      }
      KeyCondition condition = conditions.on(attribute.name());
      if (condition == null) {
        throw KeyConditionErrors.missingKeyElement(attribute.name());
      }
      checkTypes(attribute, condition);
      for (AttributeValue operand : condition.values()) {
        checkNotEmpty(attribute, operand);
        KeyRules.checkSortKeySize(operand.size());
      }
      left--;
      if (left > 0 && condition.operator() != ComparisonOperator.EQ) {
        throw KeyConditionErrors.unsupportedCondition();
      }
      found.add(condition);
    }
    if (left > 0) {
      throw KeyConditionErrors.unsupportedCondition();
    }
    return found;
  }

  private void checkStartKeyAttribute(KeyAttribute attribute) {
    if (startKey != null) {
      StartKey.checkAttribute(table, index, attribute, startKey);
    }
  }

  private static void checkTypes(KeyAttribute attribute, KeyCondition condition) {
    if (!condition.operator().isIndexable()) {
      throw KeyConditionErrors.notIndexable();
    }
    for (AttributeValue operand : condition.values()) {
      if (operand.type() != attribute.type()) {
        throw KeyConditionErrors.typeMismatch();
      }
    }
  }

  /** Worded by index as well as by table, as DynamoDB Local has it. */
  private void checkNotEmpty(KeyAttribute attribute, AttributeValue operand) {
    if (KeyRules.isEmpty(operand)) {
      throw index == null
          ? KeyErrors.emptyKeyValue(attribute.name(), attribute.type())
          : KeyErrors.emptyIndexKeyValue(attribute.name(), attribute.type(), index.name());
    }
  }

  private void checkStartKeyWithin(
      KeyCodec keys, KeyRange range, List<KeyCondition> partition, boolean hasSortCondition) {
    boolean isInPartition = true;
    List<AttributeValue> partitionKey = new ArrayList<>();
    for (KeyCondition condition : partition) {
      partitionKey.add(condition.value());
      isInPartition &= condition.value().equals(startKey.get(condition.attribute()));
    }
    if (!hasSortCondition) {
      if (!isInPartition) {
        throw StartKeyErrors.outsideQuery();
      }
      return;
    }
    KeyBytes inPartition = new KeyBytes().append(keys.partitionPrefix(partitionKey));
    for (KeyAttribute attribute : key.sortKey()) {
      inPartition.component(startKey.get(attribute.name()));
    }
    if (!range.contains(inPartition.toBytes())) {
      throw StartKeyErrors.failsSortKeyCondition();
    }
    if (!isInPartition) {
      throw StartKeyErrors.singleItemQuery();
    }
  }

  private KeyRange range(KeyCodec keys, List<KeyCondition> partition, List<KeyCondition> sort) {
    List<AttributeValue> partitionKey = new ArrayList<>();
    for (KeyCondition condition : partition) {
      partitionKey.add(condition.value());
    }
    byte[] prefix = keys.partitionPrefix(partitionKey);
    for (KeyCondition condition : sort) {
      if (condition.operator() != ComparisonOperator.EQ) {
        return range(prefix, condition);
      }
      prefix = component(prefix, condition.value());
    }
    return KeyRange.startingWith(prefix);
  }

  private static KeyRange range(byte[] prefix, KeyCondition condition) {
    AttributeValue first = condition.value();
    byte[] at = component(prefix, first);
    byte[] end = KeyBytes.successor(prefix);
    return switch (condition.operator()) {
      case LT -> new KeyRange(prefix, at);
      case LE -> new KeyRange(prefix, KeyBytes.successor(at));
      case GT -> new KeyRange(KeyBytes.successor(at), end);
      case GE -> new KeyRange(at, end);
      case BETWEEN ->
          new KeyRange(at, KeyBytes.successor(component(prefix, condition.values().get(1))));
      case BEGINS_WITH ->
          KeyRange.startingWith(new KeyBytes().append(prefix).open(first).toBytes());
      default -> KeyRange.startingWith(at);
    };
  }

  private static byte[] component(byte[] prefix, AttributeValue value) {
    return new KeyBytes().append(prefix).component(value).toBytes();
  }
}
