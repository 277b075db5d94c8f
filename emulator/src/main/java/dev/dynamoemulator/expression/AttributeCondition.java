package dev.dynamoemulator.expression;

import java.util.List;

/**
 * An entry of the legacy parameters KeyConditions, QueryFilter and ScanFilter, which the API calls
 * Condition.
 *
 * @param attributeValueList null when the request leaves it out
 */
public record AttributeCondition(
    ComparisonOperator comparisonOperator, List<SuppliedValue> attributeValueList) {

  public AttributeCondition {
    attributeValueList = attributeValueList == null ? List.of() : List.copyOf(attributeValueList);
  }
}
