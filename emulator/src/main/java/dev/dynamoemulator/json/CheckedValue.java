package dev.dynamoemulator.json;

import dev.dynamoemulator.model.AttributeValue;

/**
 * One attribute value as a request gave it.
 *
 * @param value meaningless when there is a fault
 * @param fault the first rule of data-model.md §6 that it breaks, as the service words it; or null
 * @param depth the levels of nesting, a scalar counting as 1
 */
public record CheckedValue(AttributeValue value, String fault, int depth) {}
