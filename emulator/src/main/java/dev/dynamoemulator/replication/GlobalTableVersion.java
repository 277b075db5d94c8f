package dev.dynamoemulator.replication;

/** The two generations of global tables (control-plane.md §9). */
public enum GlobalTableVersion {
  /** Made of empty tables by CreateGlobalTable. */
  LEGACY("2017.11.29"),
  /** Made by the replica updates of UpdateTable. */
  CURRENT("2019.11.21");

  private final String label;

  GlobalTableVersion(String label) {
    this.label = label;
  }

  /** As {@code GlobalTableVersion} says it. */
  public String label() {
    return label;
  }
}
