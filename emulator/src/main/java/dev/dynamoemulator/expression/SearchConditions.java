package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The conditions of one vector search: attributes and the values that they must have, in the order
 * written. Not yet checked against a search schema. Immutable.
 */
public final class SearchConditions {

  /** A search without conditions. */
  public static final SearchConditions NONE = new SearchConditions(Map.of());

  private final Map<String, AttributeValue> values;

  private SearchConditions(Map<String, AttributeValue> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Converts the condition of a SearchConditionExpression: equalities joined by AND, whatever the
   * API's documentation says about ranges (vector-search.md §4.3).
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for the first fault, in the order of the
   *     expression
   */
  public static SearchConditions of(Condition expression) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    collect(expression, values);
    return new SearchConditions(values);
  }

  /** The values by attribute. */
  public Map<String, AttributeValue> values() {
    return values;
  }

  private static void collect(Condition condition, Map<String, AttributeValue> values) {
    if (condition instanceof Condition.And and) {
      and.conditions().forEach(each -> collect(each, values));
      return;
    }
    if (!(condition instanceof Condition.Comparison comparison)
        || comparison.comparator() != Comparator.EQ) {
      throw SearchConditionErrors.invalidComparator();
    }
    boolean isValueLeft = comparison.left() instanceof Literal;
    Path path = path(isValueLeft ? comparison.right() : comparison.left());
    Literal value = literal(isValueLeft ? comparison.left() : comparison.right());
    if (path.isNested()) {
      throw SearchConditionErrors.nestedAttribute();
    }
    if (values.put(path.attribute(), value.value()) != null) {
      throw SearchConditionErrors.repeatedAttribute();
    }
  }

  private static Path path(Operand operand) {
    if (operand instanceof Path path) {
      return path;
    }
    throw operand instanceof Literal
        ? SearchConditionErrors.noAttribute()
        : SearchConditionErrors.nestedOperation();
  }

  private static Literal literal(Operand operand) {
    if (operand instanceof Literal literal) {
      return literal;
    }
    throw operand instanceof Path
        ? SearchConditionErrors.severalAttributes()
        : SearchConditionErrors.nestedOperation();
  }
}
