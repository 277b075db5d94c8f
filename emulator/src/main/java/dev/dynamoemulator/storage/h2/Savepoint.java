package dev.dynamoemulator.storage.h2;

/** The content of an {@link H2Storage} in memory at one moment, to go back to. Immutable. */
public final class Savepoint {

  private final Medium medium;
  private final State state;

  Savepoint(Medium medium, State state) {
    this.medium = medium;
    this.state = state;
  }

  boolean isOf(Medium other) {
    return medium == other;
  }

  State state() {
    return state;
  }
}
