package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import java.util.List;

/**
 * The condition on one key attribute.
 *
 * @param operator indexable, unless it comes from the legacy parameter, which may name any
 * @param values one; two for BETWEEN; as many as the operator takes otherwise
 */
public record KeyCondition(
    String attribute, ComparisonOperator operator, List<AttributeValue> values) {

  public KeyCondition {
    values = List.copyOf(values);
  }

  /** The only or lower value. Only to be called for an indexable operator. */
  public AttributeValue value() {
    return values.get(0);
  }
}
