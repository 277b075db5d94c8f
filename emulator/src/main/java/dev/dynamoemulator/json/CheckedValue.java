package dev.dynamoemulator.json;

import dev.dynamoemulator.model.AttributeValue;

/**
 * One attribute value as a request gave it.
 *
 * @param value meaningless when there is a fault
 * @param firstFault the first rule of data-model.md §6 that it breaks; or null
 * @param depth the levels of nesting, a scalar counting as 1
 */
public record CheckedValue(AttributeValue value, ValueFault firstFault, int depth) {

  /** What is wrong with it, as the service words it; null when there is no fault. */
  public String fault() {
    return firstFault == null ? null : firstFault.text();
  }
}
