package dev.dynamoemulator.expression;

import java.util.List;

/**
 * An entry of the legacy parameter Expected; every member is null when the request leaves it out.
 */
public record ExpectedAttribute(
    SuppliedValue value,
    Boolean exists,
    ComparisonOperator comparisonOperator,
    List<SuppliedValue> attributeValueList) {}
