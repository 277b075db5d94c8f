package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.List;

/** The member {@code ReplicaUpdates} of a request (tables.md §9). */
final class ReplicaUpdates {

  private static final List<String> ACTIONS = List.of("Create", "Update", "Delete");

  private ReplicaUpdates() {}

  static void checkForeignRegions(Struct input, String localRegion) {
    for (Struct update : updates(input)) {
      for (String action : ACTIONS) {
        if (update.has(action) && localRegion.equals(update.struct(action).string("RegionName"))) {
          throw UpdateTableErrors.localRegionInReplicaUpdates();
        }
      }
    }
  }

  static boolean createsReplica(Struct input) {
    return updates(input).stream().anyMatch(update -> update.has("Create"));
  }

  static boolean isPresent(Struct input) {
    return !updates(input).isEmpty();
  }

  private static List<Struct> updates(Struct input) {
    List<Struct> updates = input.structs("ReplicaUpdates");
    return updates == null ? List.of() : updates;
  }
}
