package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.TableDescription;

/** What an update may do to the stream of an existing table (tables.md §6.1). */
final class StreamUpdateChecks {

  private StreamUpdateChecks() {}

  static void check(TableDescription table, StreamSetting setting) {
    if (setting == null) {
      return;
    }
    boolean isEnabled = table.stream() != null && table.stream().isEnabled();
    if (setting.isEnabled() && isEnabled) {
      throw UpdateTableErrors.streamAlreadyEnabled(table.name());
    }
    if (!setting.isEnabled() && !isEnabled) {
      throw UpdateTableErrors.noStreamToDisable(table.name());
    }
  }
}
