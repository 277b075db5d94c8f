package dev.dynamoemulator.junit5;

/** Who shares an emulator. */
public enum Scope {
  /** The tests of a class and those of the classes nested in it. */
  CLASS,

  /**
   * Nobody. Every test works on a copy of its own, made in less than a millisecond, of what the
   * class has set up.
   */
  METHOD,

  /** All classes of the test run that declare the same. */
  JVM
}
