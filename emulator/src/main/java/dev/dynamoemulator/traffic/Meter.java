package dev.dynamoemulator.traffic;

import dev.dynamoemulator.model.Attributes;

/** Watches a table, or a global index, whose capacity is its own. Thread-safe. */
public interface Meter {

  /**
   * Called before items are read or written.
   *
   * @param key holds the key attributes of the table or index; {@link Attributes#NONE} when no
   *     certain item is meant
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no capacity left
   */
  void admit(Access access, Attributes key);

  /**
   * Called afterwards.
   *
   * @param key as above
   * @param units the capacity that was used
   */
  void count(Access access, Attributes key, double units);
}
