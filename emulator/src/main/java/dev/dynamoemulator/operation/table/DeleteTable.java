package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableStatus;

/** Deletes a table with all that it holds (tables.md §7). */
public final class DeleteTable implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;
  private final TableDescriptionWriter descriptions;

  private final TableReplicas replicas;

  public DeleteTable(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableDescriptionWriter descriptions,
      TableReplicas replicas) {
    this.replicas = replicas;
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
    this.descriptions = descriptions;
  }

  @Override
  public String name() {
    return "DeleteTable";
  }

  @Override
  public Call check(Request request) {
    return () -> delete(request.namespace(), request.input().string("TableName"));
  }

  private Reply delete(Namespace caller, String tableName) {
    Table table = catalogue.tableInAnyState(caller, tableName);
    checkReplica(table);
    TableDescription deleting = lifecycle.delete(table);
    return out -> descriptions.writeShort(out, "TableDescription", caller, deleting);
  }

  /** A replica may go on its own, but not the source of another, nor one of a strong table. */
  private void checkReplica(Table table) {
    GlobalTable globalTable = replicas.of(table.namespace(), table.name());
    if (globalTable == null || table.description().status() != TableStatus.ACTIVE) {
      return;
    }
    if (globalTable.isStrong()) {
      throw UpdateTableErrors.strongRegionsAreFinal();
    }
    if (replicas.wasSource(globalTable.replica(table.namespace().region()))) {
      throw UpdateTableErrors.replicaWasSource();
    }
  }
}
