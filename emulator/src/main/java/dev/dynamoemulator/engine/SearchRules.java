package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.KeyConditionErrors;
import dev.dynamoemulator.expression.SearchConditions;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.SearchAttribute;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.Map;

/** What searching a vector index demands (vector-search.md §4.3, §4.4). */
public final class SearchRules {

  private SearchRules() {}

  /** The table's vector index of that name, which must exist, be served and be complete. */
  public static VectorIndex searchable(TableSchema table, String name) {
    VectorIndex index = table.vectorIndex(name);
    if (index == null && table.index(name) != null) {
      throw IndexErrors.unsupportedIndexType("SearchVectors");
    }
    if (index == null || index.backfill() == Backfill.ALLOCATING) {
      throw IndexErrors.unknownIndex(name);
    }
    if (index.backfill() == Backfill.RUNNING) {
      throw VectorErrors.backfillingIndex(name);
    }
    return index;
  }

  public static void checkConditions(VectorIndex index, SearchConditions conditions) {
    Map<String, AttributeValue> values = conditions.values();
    if (!index.partitionKey().isEmpty() && values.isEmpty()) {
      throw VectorErrors.noHashCondition();
    }
    for (String attribute : values.keySet()) {
      if (index.definition().searchAttribute(attribute) == null) {
        throw VectorErrors.notInSearchSchema(attribute);
      }
    }
    for (KeyAttribute attribute : index.partitionKey()) {
      if (!values.containsKey(attribute.name())) {
        throw VectorErrors.noHashCondition();
      }
    }
    values.forEach(
        (attribute, value) ->
            checkValue(index, index.definition().searchAttribute(attribute), value));
  }

  /** As Query checks the values of key conditions; not established for searches. */
  private static void checkValue(
      VectorIndex index, SearchAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.attribute().type()) {
      throw KeyConditionErrors.typeMismatch();
    }
    if (attribute.isHash()) {
      if (KeyRules.isEmpty(value)) {
        throw KeyErrors.emptyIndexKeyValue(attribute.name(), value.type(), index.name());
      }
      KeyRules.checkPartitionKeySize(value.size());
    }
  }

  public static void checkDimensions(VectorIndex index, float[] vector) {
    int dimensions = index.definition().dimensions();
    if (vector.length != dimensions) {
      throw VectorErrors.wrongDimensions(vector.length, dimensions);
    }
  }
}
