package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.ReplicaChange;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableUpdate;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Changes the settings, the capacity, the global and vector indexes or the replicas of a table
 * (tables.md §6, §9).
 */
public final class UpdateTable implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;
  private final TableDescriptionWriter descriptions;
  private final TableReplicas replicas;
  private final Environment environment;

  public UpdateTable(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableDescriptionWriter descriptions,
      TableReplicas replicas,
      Environment environment) {
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
    this.descriptions = descriptions;
    this.replicas = replicas;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "UpdateTable";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    UpdateRequestChecks.checkAsksForSomething(input);
    UpdateRequestChecks.checkUnitsOfProvisioned(input);
    CapacityChecks.checkUnitsInBounds(CapacityRequest.of(input).units());
    IndexUpdates indexes = IndexUpdates.checked(input);
    UpdateRequestChecks.checkCreatedIndexes(indexes, AttributeDefinitions.of(input));
    VectorIndexUpdates vectorIndexes = VectorIndexUpdates.checked(input);
    UpdateRequestChecks.checkStreamAndEncryption(input);
    ReplicaUpdates.checkForeignRegions(input, request.namespace().region());
    ReplicaUpdates.checkOneActionEach(input);
    ReplicaUpdates.checkRegions(input, request.namespace().region());
    ReplicaChange change = ReplicaUpdates.of(input, request.namespace());
    ReplicaUpdates.checkConsistency(change);
    return () -> update(request, TableUpdateRequest.of(input, indexes, vectorIndexes), change);
  }

  private Reply update(Request request, TableUpdateRequest update, ReplicaChange change) {
    Namespace caller = request.namespace();
    Table table = catalogue.tableInAnyState(caller, request.input().string("TableName"));
    AtomicReference<TableUpdate> applied = new AtomicReference<>();
    TableDescription updated =
        lifecycle.update(
            table,
            current -> {
              Instant now = environment.now();
              checkAgainst(current, update, caller, now);
              new ReplicaUpdateChecks(table, current, replicas, change).check(update);
              applied.set(
                  new TableUpdater(lifecycle, environment.ids(), caller).update(current, update));
              TableDescription changed = applied.get().applyTo(current, now);
              return change.isPresent() ? replicas.begin(table, changed, change) : changed;
            });
    if (applied.get() == null) {
      // Another request has deleted the table since it was found.
      throw TableErrors.tableNotFound(table.name());
    }
    GlobalTable begun = replicas.of(caller, table.name());
    replicas.synchronise(table, applied.get());
    replicas.complete(table, change);
    return out -> descriptions.write(out, "TableDescription", caller, updated, begun);
  }

  private void checkAgainst(
      TableDescription table, TableUpdateRequest update, Namespace caller, Instant now) {
    CapacityUpdateChecks.checkUnitsFitMode(table, update);
    IndexUpdateChecks.checkOneAtATime(table, update);
    IndexUpdateChecks.checkUnitsInBounds(update.indexes());
    CapacityUpdateChecks.checkUnitsOfEveryIndex(table, update);
    IndexUpdateChecks.checkUnitsFitMode(table, update);
    VectorIndexUpdateChecks.checkMode(table, update);
    CapacityUpdateChecks.checkUnitsChange(table, update);
    StreamUpdateChecks.check(table, update.stream());
    if (update.encryption() != null) {
      update.encryption().checkChanges(table.encryption(), caller, environment.ids());
    }
    IndexUpdateChecks.checkTableSettled(table, update);
    IndexUpdateChecks.checkIdle(table, update.indexes());
    IndexUpdateChecks.checkCreatedAreNew(table, update);
    IndexUpdateChecks.checkOthersExist(table, update.indexes());
    VectorIndexUpdateChecks.checkDeletedExist(table, update);
    IndexUpdateChecks.checkCount(table, update.indexes());
    VectorIndexUpdateChecks.checkCount(table, update);
    VectorIndexUpdateChecks.checkSameDimensions(table, update);
    IndexUpdateChecks.checkProjectedAttributes(table, update);
    CapacityUpdateChecks.checkDecreases(table, update, now);
    CapacityUpdateChecks.checkMaxima(table, update);
    CapacityUpdateChecks.checkWarmThroughput(table, update);
    SettingUpdateChecks.checkSwitchesToOnDemand(table, update, now);
    SettingUpdateChecks.checkClassChanges(table, update, now);
    SettingUpdateChecks.checkDeletionProtection(table, update, now);
  }
}
