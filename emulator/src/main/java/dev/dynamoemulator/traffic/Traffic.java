package dev.dynamoemulator.traffic;

/** Knows who watches which tables and indexes. Thread-safe. */
@FunctionalInterface
public interface Traffic {

  /** Nobody watches anything. */
  Traffic NONE = collection -> null;

  /**
   * Asked for every access, so it must be quick.
   *
   * @param collection the storage collection of a table or index; that of a local index stands for
   *     its table
   * @return who watches it; null for nobody
   */
  Meter meter(String collection);
}
