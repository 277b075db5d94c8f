package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import java.util.ArrayList;
import java.util.List;

/** Adds and removes replicas of a global table of version 2017.11.29 (§9.12). */
public final class UpdateGlobalTable implements Operation {

  private final GlobalAccess access;

  public UpdateGlobalTable(GlobalAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "UpdateGlobalTable";
  }

  @Override
  public Call check(Request request) {
    String name = request.input().string("GlobalTableName");
    List<Struct> updates = request.input().structs("ReplicaUpdates");
    checkActions(updates);
    List<String> created = regions(updates, "Create");
    List<String> deleted = regions(updates, "Delete");
    List<String> all = new ArrayList<>(created);
    all.addAll(deleted);
    LegacyReplicas.checkRegions(all, request.namespace().region());
    return () -> update(request.namespace(), name, created, deleted);
  }

  private static void checkActions(List<Struct> updates) {
    if (updates.isEmpty()) {
      throw GlobalTableErrors.noReplicaUpdates();
    }
    for (Struct update : updates) {
      if (update.has("Create") == update.has("Delete")) {
        throw GlobalTableErrors.notOneReplicaAction();
      }
    }
  }

  private static List<String> regions(List<Struct> updates, String action) {
    return updates.stream()
        .filter(update -> update.has(action))
        .map(update -> update.struct(action).string("RegionName"))
        .toList();
  }

  private Reply update(Namespace caller, String name, List<String> created, List<String> deleted) {
    GlobalTable globalTable = access.legacy(caller, name);
    checkReplicas(globalTable, created, deleted);
    LegacyReplicas replicas = new LegacyReplicas(access, caller, name);
    List<Table> tables = replicas.tables(created);
    replicas.checkEach(tables);
    LegacyReplicas.checkAlike(anyTable(globalTable), tables);
    GlobalTable changed = globalTable;
    for (String region : created) {
      changed = access.replicas().addLegacy(globalTable, new Namespace(caller.account(), region));
    }
    for (String region : deleted) {
      access.replicas().removeLegacy(globalTable, region);
      changed = changed.without(region);
    }
    GlobalTable answered = changed;
    return out -> GlobalTableWriter.write(out, caller, answered, "UPDATING", access.replicas());
  }

  private static void checkReplicas(
      GlobalTable globalTable, List<String> created, List<String> deleted) {
    for (String region : created) {
      if (globalTable.replica(region) != null) {
        throw GlobalTableErrors.replicaAlreadyExists();
      }
    }
    for (String region : deleted) {
      if (globalTable.replica(region) == null) {
        throw GlobalTableErrors.replicaNotFound();
      }
    }
  }

  private TableDescription anyTable(GlobalTable globalTable) {
    return access
        .replicas()
        .table(globalTable, globalTable.replicas().get(0).region())
        .description();
  }
}
