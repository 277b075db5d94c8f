package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.GlobalTables;
import dev.dynamoemulator.replication.ReplicaLifecycle;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;

/** What the operations on global tables share. */
public record GlobalAccess(
    Catalogue catalogue,
    TableLifecycle lifecycle,
    GlobalTables globalTables,
    ReplicaLifecycle replicas,
    AutoScaling scaling) {

  /**
   * The account's global table of the legacy version.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when there is none
   */
  GlobalTable legacy(Namespace caller, String name) {
    GlobalTable globalTable = findLegacy(caller, name);
    if (globalTable == null) {
      throw GlobalTableErrors.globalTableNotFound(name);
    }
    return globalTable;
  }

  /** The same, or null when there is none. */
  GlobalTable findLegacy(Namespace caller, String name) {
    return globalTables.allLegacy(caller.account()).stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
