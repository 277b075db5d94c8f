package dev.dynamoemulator.junit5;

/** When the emulator goes back to a former state. */
public enum Reset {
  /**
   * Before each test, to how it was after {@code @BeforeAll}. Tests that run beside others get a
   * copy of that state instead, so that none disturbs another.
   */
  BEFORE_EACH,

  /** Never; what a test leaves behind is there in the next. */
  NEVER
}
