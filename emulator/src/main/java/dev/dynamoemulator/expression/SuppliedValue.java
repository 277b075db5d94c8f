package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;

/**
 * A value of a legacy parameter, which may be faulty: other faults can outrank that one.
 *
 * @param value meaningless when there is a fault
 * @param fault what is wrong with the value, as data-model.md §6 words it; null when nothing is
 */
public record SuppliedValue(AttributeValue value, String fault) {

  /** A value without fault. */
  public static SuppliedValue of(AttributeValue value) {
    return new SuppliedValue(value, null);
  }
}
