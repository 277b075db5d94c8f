package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.replication.Consistency;
import dev.dynamoemulator.replication.ReplicaChange;
import dev.dynamoemulator.replication.ReplicaOverrides;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The members of a request that concern other regions (tables.md §9). */
final class ReplicaUpdates {

  private static final String UPDATES = "ReplicaUpdates";
  private static final String WITNESSES = "GlobalTableWitnessUpdates";
  private static final List<String> ACTIONS = List.of("Create", "Update", "Delete");
  private static final List<String> WITNESS_ACTIONS = List.of("Create", "Delete");

  private ReplicaUpdates() {}

  static void checkForeignRegions(Struct input, String localRegion) {
    for (Struct update : updates(input, UPDATES)) {
      for (String action : ACTIONS) {
        if (update.has(action) && localRegion.equals(region(update, action))) {
          throw UpdateTableErrors.localRegionInReplicaUpdates();
        }
      }
    }
  }

  static void checkOneActionEach(Struct input) {
    for (Struct update : updates(input, UPDATES)) {
      if (ACTIONS.stream().filter(update::has).count() != 1) {
        throw UpdateTableErrors.notOneReplicaAction();
      }
    }
    for (Struct update : updates(input, WITNESSES)) {
      if (WITNESS_ACTIONS.stream().filter(update::has).count() != 1) {
        throw UpdateTableErrors.notOneWitnessAction();
      }
    }
  }

  /** Replicas and witness are all in different regions, which exist. */
  static void checkRegions(Struct input, String localRegion) {
    Set<String> named = new HashSet<>(Set.of(localRegion));
    for (Struct update : updates(input, UPDATES)) {
      checkRegion(update, ACTIONS, named, localRegion);
    }
    for (Struct update : updates(input, WITNESSES)) {
      checkRegion(update, WITNESS_ACTIONS, named, localRegion);
    }
  }

  private static void checkRegion(
      Struct update, List<String> actions, Set<String> named, String localRegion) {
    for (String action : actions) {
      if (update.has(action)) {
        String region = region(update, action);
        if (!Regions.areNeighbours(localRegion, region)) {
          throw UpdateTableErrors.unknownRegion(region);
        }
        if (!named.add(region)) {
          throw UpdateTableErrors.regionNamedTwice(region);
        }
      }
    }
  }

  /** Consistency is chosen with the first replicas, and only strong consistency has witnesses. */
  static void checkConsistency(ReplicaChange change) {
    if (change.consistency() != null && change.created().isEmpty()) {
      throw UpdateTableErrors.consistencyWithoutReplicas();
    }
    if (change.createdWitness() != null && change.consistency() != Consistency.STRONG) {
      throw UpdateTableErrors.witnessWithoutStrongConsistency();
    }
  }

  /**
   * @param local the account and region of the table
   */
  static ReplicaChange of(Struct input, Namespace local) {
    List<ReplicaChange.Settings> created = new ArrayList<>();
    List<ReplicaChange.Settings> updated = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (Struct update : updates(input, UPDATES)) {
      if (update.has("Create")) {
        created.add(settings(update.struct("Create"), local));
      } else if (update.has("Update")) {
        updated.add(settings(update.struct("Update"), local));
      } else {
        deleted.add(region(update, "Delete"));
      }
    }
    String consistency = input.string("MultiRegionConsistency");
    return new ReplicaChange(
        created,
        updated,
        deleted,
        consistency == null ? null : Consistency.valueOf(consistency),
        witness(input, "Create"),
        witness(input, "Delete"));
  }

  private static String witness(Struct input, String action) {
    for (Struct update : updates(input, WITNESSES)) {
      if (update.has(action)) {
        return region(update, action);
      }
    }
    return null;
  }

  private static ReplicaChange.Settings settings(Struct action, Namespace local) {
    String tableClass = action.string("TableClassOverride");
    List<Struct> indexes = action.structs("GlobalSecondaryIndexes");
    return new ReplicaChange.Settings(
        new Namespace(local.account(), action.string("RegionName")),
        new ReplicaOverrides(
            action.string("KMSMasterKeyId"),
            readUnits(action),
            maxReadUnits(action),
            tableClass == null ? null : TableClass.valueOf(tableClass),
            indexes == null
                ? List.of()
                : indexes.stream()
                    .map(
                        index ->
                            new ReplicaOverrides.OfIndex(
                                index.string("IndexName"), readUnits(index), maxReadUnits(index)))
                    .toList()));
  }

  private static Long readUnits(Struct action) {
    Struct override = action.struct("ProvisionedThroughputOverride");
    return override == null ? null : override.longNumber("ReadCapacityUnits");
  }

  private static Long maxReadUnits(Struct action) {
    Struct override = action.struct("OnDemandThroughputOverride");
    return override == null ? null : override.longNumber("MaxReadRequestUnits");
  }

  private static String region(Struct update, String action) {
    return update.struct(action).string("RegionName");
  }

  private static List<Struct> updates(Struct input, String member) {
    List<Struct> updates = input.structs(member);
    return updates == null ? List.of() : updates;
  }
}
