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
        && countSince(now.minus(SWITCH_WINDOW), switches) >= SWITCHES_TO_ON_DEMAND) {
      throw UpdateTableErrors.tooManySwitchesToOnDemand(SWITCHES_TO_ON_DEMAND);
    }
  }

  static void checkClassChanges(TableDescription table, TableUpdateRequest update, Instant now) {
    if (update.tableClass() != null
        && table.tableClass() != null
        && countSince(now.minus(CLASS_WINDOW), table.tableClass().updates()) >= CLASS_CHANGES) {
      throw UpdateTableErrors.tooManyClassChanges(CLASS_CHANGES);
    }
  }

  private static long countSince(Instant start, List<Instant> changes) {
    return changes.stream().filter(change -> change.isAfter(start)).count();
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
