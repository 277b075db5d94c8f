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
    GlobalTable globalTable = globalTables.find(caller.account(), name);
    if (globalTable == null || globalTable.isCurrent()) {
      throw GlobalTableErrors.globalTableNotFound(name);
    }
    return globalTable;
  }
}
