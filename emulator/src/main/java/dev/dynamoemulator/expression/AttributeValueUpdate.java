package dev.dynamoemulator.expression;

/**
 * An entry of the legacy parameter AttributeUpdates.
 *
 * @param action null when the request leaves it out, which means PUT
 * @param value null when the request leaves it out
 */
public record AttributeValueUpdate(AttributeAction action, SuppliedValue value) {}
