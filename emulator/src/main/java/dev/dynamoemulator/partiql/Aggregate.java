package dev.dynamoemulator.partiql;

/** The functions of several items that PartiQL has and the dialect lacks. */
enum Aggregate {
  COUNT,
  SUM,
  AVG,
  MIN,
  MAX;

  /** Whether the function is one of them, in any case. */
  static boolean isNamed(String function) {
    for (Aggregate aggregate : values()) {
      if (aggregate.name().equalsIgnoreCase(function)) {
        return true;
      }
    }
    return false;
  }
}
