package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;

/** Refuses members whose feature this emulator lacks, rather than pretending a success. */
final class EmulatedFeatures {

  private EmulatedFeatures() {}

  static void checkAbsent(Struct input, String member) {
    if (input.has(member)) {
      throw TableDefinitionErrors.notEmulated(member);
    }
  }

  /** The parts of UpdateTable that concern other accounts. */
  static void checkUpdate(Struct input) {
    checkAbsent(input, "GlobalTableSettingsReplicationMode");
  }
}
