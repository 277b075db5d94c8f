package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
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
  private static final String READ = "ReplicaProvisionedReadCapacityAutoScalingUpdate";
  private static final String INDEX_READ = "ProvisionedReadCapacityAutoScalingUpdate";

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
    if (!input.has(WRITE)
        && !input.has("GlobalSecondaryIndexUpdates")
        && !input.has("ReplicaUpdates")) {
      throw GlobalTableErrors.nothingToChange();
    }
    ScalingRequest.check(input.struct(WRITE));
    for (Struct index : list(input, "GlobalSecondaryIndexUpdates")) {
      ScalingRequest.check(index.struct(WRITE));
    }
    for (Struct replica : list(input, "ReplicaUpdates")) {
      ScalingRequest.check(replica.struct(READ));
      for (Struct index : list(replica, "ReplicaGlobalSecondaryIndexUpdates")) {
        ScalingRequest.check(index.struct(INDEX_READ));
      }
    }
    return () -> update(request.namespace(), input);
  }

  private Reply update(Namespace caller, Struct input) {
    Table table = access.catalogue().tableInAnyState(caller, input.string("TableName"));
    TableState.checkSettled(table.description());
    Map<String, Table> replicas = replicas(table);
    checkReplicas(input, replicas);
    checkIndexes(input, table);
    for (Table replica : replicas.values()) {
      access
          .scaling()
          .change(
              replica, settings -> readings(writings(settings, input, replica), input, replica));
    }
    return out -> writer.write(out, table, "UPDATING");
  }

  /** The tables by their regions. */
  private Map<String, Table> replicas(Table table) {
    Map<String, Table> replicas = new TreeMap<>();
    replicas.put(table.namespace().region(), table);
    GlobalTable globalTable = access.replicas().of(table.namespace(), table.name());
    if (globalTable != null) {
      for (Replica replica : globalTable.replicas()) {
        Table other = access.replicas().table(globalTable, replica.region());
        if (other != null) {
          replicas.put(replica.region(), other);
        }
      }
    }
    return replicas;
  }

  private static void checkReplicas(Struct input, Map<String, Table> replicas) {
    for (Struct replica : list(input, "ReplicaUpdates")) {
      if (!replicas.containsKey(replica.string("RegionName"))) {
        throw GlobalTableErrors.scalingOfUnknownReplica();
      }
    }
  }

  private static void checkIndexes(Struct input, Table table) {
    List<Struct> indexes = new ArrayList<>(list(input, "GlobalSecondaryIndexUpdates"));
    for (Struct replica : list(input, "ReplicaUpdates")) {
      indexes.addAll(list(replica, "ReplicaGlobalSecondaryIndexUpdates"));
    }
    for (Struct index : indexes) {
      String name = index.string("IndexName");
      if (name == null || table.description().globalIndex(name) == null) {
        throw GlobalTableErrors.scalingOfUnknownIndex(name);
      }
    }
  }

  private static TableScaling writings(TableScaling settings, Struct input, Table table) {
    Namespace owner = table.namespace();
    String resource = "table/" + table.name();
    TableScaling changed = settings;
    if (input.has(WRITE)) {
      changed = changed.writing(ScalingRequest.of(input.struct(WRITE), owner, resource, "Write"));
    }
    for (Struct index : list(input, "GlobalSecondaryIndexUpdates")) {
      String name = index.string("IndexName");
      if (index.has(WRITE)) {
        changed =
            changed.writingIndex(
                name,
                ScalingRequest.of(
                    index.struct(WRITE), owner, resource + "/index/" + name, "Write"));
      }
    }
    return changed;
  }

  private static TableScaling readings(TableScaling settings, Struct input, Table table) {
    Namespace owner = table.namespace();
    String resource = "table/" + table.name();
    TableScaling changed = settings;
    for (Struct replica : list(input, "ReplicaUpdates")) {
      if (!replica.string("RegionName").equals(owner.region())) {
        continue;
      }
      if (replica.has(READ)) {
        changed = changed.reading(ScalingRequest.of(replica.struct(READ), owner, resource, "Read"));
      }
      for (Struct index : list(replica, "ReplicaGlobalSecondaryIndexUpdates")) {
        String name = index.string("IndexName");
        if (index.has(INDEX_READ)) {
          changed =
              changed.readingIndex(
                  name,
                  ScalingRequest.of(
                      index.struct(INDEX_READ), owner, resource + "/index/" + name, "Read"));
        }
      }
    }
    return changed;
  }

  private static List<Struct> list(Struct parent, String member) {
    List<Struct> elements = parent.structs(member);
    return elements == null ? List.of() : elements;
  }
}
