package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.ComparisonOperator;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.KeyCondition;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How the items of a SELECT are found in a table or index (partiql.md §4.1).
 *
 * @param queries what to query for, one after the other; null to scan
 * @param filter the conditions that this leaves to be tested; null when there are none
 */
record AccessPath(List<KeyConditions> queries, Condition filter) {

  /**
   * @param where null when there is no WHERE clause
   * @throws dev.dynamoemulator.model.DynamoDbException when a partition key is compared with a
   *     value of another type
   */
  static AccessPath of(Condition where, KeySchema key, Ordering ordering) {
    Conjuncts conjuncts = new Conjuncts(where);
    List<List<KeyCondition>> partitions = List.of(List.of());
    for (KeyAttribute attribute : key.partitionKey()) {
      Collection<AttributeValue> values = conjuncts.takeValues(attribute.name());
      if (values == null) {
        return new AccessPath(null, where);
      }
      values.forEach(value -> StatementKeys.checkType(attribute, value));
      partitions = combined(partitions, attribute, ordering.sorted(attribute.name(), values));
    }
    List<KeyCondition> sort = sortConditions(conjuncts, key);
    List<KeyConditions> queries = new ArrayList<>(partitions.size());
    for (List<KeyCondition> partition : partitions) {
      List<KeyCondition> conditions = new ArrayList<>(partition);
      conditions.addAll(sort);
      queries.add(KeyConditions.of(conditions));
    }
    return new AccessPath(queries, conjuncts.rest());
  }

  /** Each of the combinations so far with each of the values. */
  private static List<List<KeyCondition>> combined(
      List<List<KeyCondition>> combinations, KeyAttribute attribute, List<AttributeValue> values) {
    List<List<KeyCondition>> combined = new ArrayList<>(combinations.size() * values.size());
    for (List<KeyCondition> combination : combinations) {
      for (AttributeValue value : values) {
        List<KeyCondition> longer = new ArrayList<>(combination);
        longer.add(new KeyCondition(attribute.name(), ComparisonOperator.EQ, List.of(value)));
        combined.add(longer);
      }
    }
    SelectPlan.checkPartitionCount(combined.size());
    return combined;
  }

  /** From the left without gaps, all but the last by equality. */
  private static List<KeyCondition> sortConditions(Conjuncts conjuncts, KeySchema key) {
    List<KeyCondition> conditions = new ArrayList<>();
    for (KeyAttribute attribute : key.sortKey()) {
      KeyCondition condition = conjuncts.takeKeyCondition(attribute.name());
      if (condition == null) {
        break;
      }
      condition.values().forEach(value -> StatementKeys.checkType(attribute, value));
      conditions.add(condition);
      if (condition.operator() != ComparisonOperator.EQ) {
        break;
      }
    }
    return conditions;
  }
}
