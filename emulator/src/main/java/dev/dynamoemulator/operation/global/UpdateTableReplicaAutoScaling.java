package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.global.ScalingMembers.Dimension;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.Replica;
import dev.dynamoemulator.scaling.TableScaling;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the auto scaling of a table's write capacity, which all replicas share, and of their read
 * capacity, which each has of its own (§10). A table without replicas takes it, too: that is how
 * its writes come to be scaled before it gets any.
 */
public final class UpdateTableReplicaAutoScaling implements Operation {

  private static final String WRITE = "ProvisionedWriteCapacityAutoScalingUpdate";
  private static final String INDEXES = "GlobalSecondaryIndexUpdates";
  private static final String REPLICAS = "ReplicaUpdates";
  private static final String REPLICA_INDEXES = "ReplicaGlobalSecondaryIndexUpdates";
  private static final ScalingMembers WRITING =
      new ScalingMembers(Dimension.WRITE, WRITE, INDEXES, WRITE);
  private static final ScalingMembers READING =
      new ScalingMembers(
          Dimension.READ,
          "ReplicaProvisionedReadCapacityAutoScalingUpdate",
          REPLICA_INDEXES,
          "ProvisionedReadCapacityAutoScalingUpdate");

  private final GlobalAccess access;
  private final ScalingWriter writer;

  public UpdateTableReplicaAutoScaling(GlobalAccess access) {
    this.access = access;
    this.writer = new ScalingWriter(access.replicas(), access.scaling());
  }

  @Override
  public String name() {
    return "UpdateTableReplicaAutoScaling";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    if (!input.has(WRITE) && !input.has(INDEXES) && !input.has(REPLICAS)) {
      throw GlobalTableErrors.nothingToChange();
    }
    WRITING.check(input);
    list(input, REPLICAS).forEach(READING::check);
    return () -> update(request.namespace(), input);
  }

  private Reply update(Namespace caller, Struct input) {
    Table table = access.catalogue().tableInAnyState(caller, input.string("TableName"));
    TableState.checkSettled(table.description());
    Map<String, Table> replicas = replicas(table);
    checkReplicas(input, replicas);
    checkIndexes(input, table);
    for (Table replica : replicas.values()) {
      access.scaling().change(replica, settings -> changed(settings, input, replica));
    }
    return out -> writer.write(out, table, "UPDATING");
  }

  /** The account's tables by their regions. */
  private Map<String, Table> replicas(Table table) {
    Map<String, Table> replicas = new TreeMap<>();
    replicas.put(table.namespace().region(), table);
    GlobalTable globalTable = access.replicas().of(table.namespace(), table.name());
    if (globalTable != null) {
      for (Replica replica : globalTable.replicas()) {
        Table other = access.replicas().table(globalTable, replica.region());
        boolean isOwn = replica.namespace().account().equals(table.namespace().account());
        if (other != null && isOwn) {
          replicas.put(replica.region(), other);
        }
      }
    }
    return replicas;
  }

  private static void checkReplicas(Struct input, Map<String, Table> replicas) {
    for (Struct replica : list(input, REPLICAS)) {
      if (!replicas.containsKey(replica.string("RegionName"))) {
        throw GlobalTableErrors.scalingOfUnknownReplica();
      }
    }
  }

  private static void checkIndexes(Struct input, Table table) {
    List<Struct> indexes = new ArrayList<>(list(input, INDEXES));
    for (Struct replica : list(input, REPLICAS)) {
      indexes.addAll(list(replica, REPLICA_INDEXES));
    }
    for (Struct index : indexes) {
      String name = index.string("IndexName");
      if (name == null || table.description().globalIndex(name) == null) {
        throw GlobalTableErrors.scalingOfUnknownIndex(name);
      }
    }
  }

  private static TableScaling changed(TableScaling settings, Struct input, Table table) {
    TableScaling changed = WRITING.change(settings, input, table);
    for (Struct replica : list(input, REPLICAS)) {
      if (replica.string("RegionName").equals(table.namespace().region())) {
        changed = READING.change(changed, replica, table);
      }
    }
    return changed;
  }

  private static List<Struct> list(Struct parent, String member) {
    List<Struct> elements = parent.structs(member);
    return elements == null ? List.of() : elements;
  }
}
