package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;

/** Two emulators that differ in nothing but the generation of their texts (protocol.md §8). */
final class BothWordings {

  private static final String ENVELOPE = "1 validation error detected: ";

  private final ItemsFixture newer = ItemsFixture.newer();
  private final ItemsFixture older = ItemsFixture.older();

  /**
   * @param tables what both start with
   */
  static BothWordings with(Consumer<ItemsFixture> tables) {
    BothWordings both = new BothWordings();
    tables.accept(both.newer);
    tables.accept(both.older);
    return both;
  }

  /** A fault that both word alike. */
  void assertFault(String operation, String input, String text) {
    assertFaults(operation, input, text, text);
  }

  /** A fault of a single-item write that the request alone shows: the newer wording wraps it. */
  void assertEnvelopedFault(String operation, String input, String text) {
    assertFaults(operation, input, ENVELOPE + text, text);
  }

  void assertFaults(String operation, String input, String newerText, String olderText) {
    assertThat(newer.fault(operation, input)).as("newer").isEqualTo(newerText);
    assertThat(older.fault(operation, input)).as("older").isEqualTo(olderText);
  }

  /** The same request accepted by both. */
  void assertAccepted(String operation, String input) {
    newer.call(operation, input);
    older.call(operation, input);
  }
}
