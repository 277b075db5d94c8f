package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.DeletionProtection;
import dev.dynamoemulator.table.TableDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often the settings of a table may change (tables.md §6). */
final class SettingUpdateChecks {

  private static final int SWITCHES_TO_ON_DEMAND = 4;
  private static final Duration SWITCH_WINDOW = Duration.ofHours(24);
  private static final int CLASS_CHANGES = 2;
  private static final Duration CLASS_WINDOW = Duration.ofDays(30);
  private static final Duration PROTECTION_PAUSE = Duration.ofSeconds(15);

  private SettingUpdateChecks() {}

  static void checkSwitchesToOnDemand(
      TableDescription table, TableUpdateRequest update, Instant now) {
    List<Instant> switches = table.billing().switchesToPayPerRequest();
    if (update.becomesOnDemand(table)
        && isExhausted(SWITCHES_TO_ON_DEMAND, SWITCH_WINDOW, switches, now)) {
      throw UpdateTableErrors.tooManySwitchesToOnDemand(
          SWITCHES_TO_ON_DEMAND,
          last(switches),
          next(SWITCHES_TO_ON_DEMAND, SWITCH_WINDOW, switches));
    }
  }

  static void checkClassChanges(TableDescription table, TableUpdateRequest update, Instant now) {
    if (update.tableClass() == null || table.tableClass() == null) {
      return;
    }
    List<Instant> changes = table.tableClass().updates();
    if (isExhausted(CLASS_CHANGES, CLASS_WINDOW, changes, now)) {
      throw UpdateTableErrors.tooManyClassChanges(
          CLASS_CHANGES, last(changes), next(CLASS_CHANGES, CLASS_WINDOW, changes));
    }
  }

  private static boolean isExhausted(
      int limit, Duration window, List<Instant> changes, Instant now) {
    return changes.size() >= limit && now.isBefore(next(limit, window, changes));
  }

  /** When the first of the last changes, of which there are so many, leaves the window. */
  private static Instant next(int limit, Duration window, List<Instant> changes) {
    return changes.get(changes.size() - limit).plus(window);
  }

  private static Instant last(List<Instant> changes) {
    return changes.get(changes.size() - 1);
  }

  static void checkDeletionProtection(
      TableDescription table, TableUpdateRequest update, Instant now) {
    DeletionProtection current = table.deletionProtection();
    if (update.deletionProtection() != null
        && update.deletionProtection() != current.isEnabled()
        && current.changed() != null
        && now.isBefore(current.changed().plus(PROTECTION_PAUSE))) {
      throw UpdateTableErrors.deletionProtectionChangedRecently();
    }
  }
}
