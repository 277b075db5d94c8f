package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.AttributeValues;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The ORDER BY clause of a SELECT, which may have no keys (partiql.md §4.3). Immutable. */
record Ordering(List<OrderKey> keys) {

  /**
   * Checks what the clause demands of the rest of the statement.
   *
   * @param where null when there is no WHERE clause
   * @param key that of the table or index that is read
   */
  void check(Condition where, KeySchema key) {
    if (keys.isEmpty()) {
      return;
    }
    if (where == null) {
      throw StatementErrors.orderWithoutWhere();
    }
    Conjuncts conjuncts = new Conjuncts(where);
    boolean leavesPartitionsUnordered = false;
    for (KeyAttribute attribute : key.partitionKey()) {
      Collection<AttributeValue> values = conjuncts.takeValues(attribute.name());
      if (values == null) {
        throw StatementErrors.orderWithoutPartitionKey();
      }
      leavesPartitionsUnordered |= values.size() > 1 && !isOn(attribute.name());
    }
    for (OrderKey order : keys) {
      if (order.path().isNested() || !key.contains(order.path().attribute())) {
        throw StatementErrors.orderByNoKey(order.path().attribute());
      }
    }
    if (leavesPartitionsUnordered) {
      throw StatementErrors.severalPartitionsNotOrdered();
    }
  }

  private boolean isOn(String attribute) {
    return keys.stream().anyMatch(order -> order.isOn(attribute));
  }

  /** The partition key values in the order in which their partitions are read. */
  List<AttributeValue> sorted(String attribute, Collection<AttributeValue> values) {
    List<AttributeValue> sorted = new ArrayList<>(values);
    for (OrderKey order : keys) {
      if (order.isOn(attribute)) {
        Comparator<AttributeValue> ascending = AttributeValues::compare;
        sorted.sort(order.isDescending() ? ascending.reversed() : ascending);
      }
    }
    return sorted;
  }

  /** Whether partitions are read against the order of their sort keys. */
  boolean isDescending(KeySchema key) {
    for (OrderKey order : keys) {
      for (KeyAttribute attribute : key.sortKey()) {
        if (order.isOn(attribute.name())) {
          return order.isDescending();
        }
      }
    }
    return false;
  }
}
