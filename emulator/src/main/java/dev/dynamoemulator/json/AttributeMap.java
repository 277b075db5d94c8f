package dev.dynamoemulator.json;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.util.Map;

/**
 * A map of attribute values as a request gave it. A value that breaks a rule of data-model.md §6
 * does not fail the reading, because other faults may outrank it; the first one is kept here.
 *
 * @param values all names in the order given; the value of a faulty one is meaningless
 * @param faultyName the first name whose value breaks a rule; null when there is none
 * @param firstFault what is wrong with it; null when there is none
 * @param depth the levels of nesting, a scalar counting as 1; 0 for an empty map
 */
public record AttributeMap(
    Map<String, AttributeValue> values, String faultyName, ValueFault firstFault, int depth) {

  public boolean hasFault() {
    return firstFault != null;
  }

  /** What is wrong with it, as the service words it; null when there is no fault. */
  public String fault() {
    return firstFault == null ? null : firstFault.text();
  }

  /** The values as an item. Only to be called when there is no fault. */
  public Item toItem() {
    return Item.of(values);
  }
}
