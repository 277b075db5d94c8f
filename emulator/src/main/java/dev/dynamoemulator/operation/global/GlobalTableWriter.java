package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.table.ReplicaWriter;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.ReplicaStatus;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.ResponseWriter;

/** Writes a {@code GlobalTableDescription}. */
final class GlobalTableWriter {

  private GlobalTableWriter() {}

  /**
   * @param caller whose global table it is, which need not have a replica any more
   */
  static void write(
      ResponseWriter out,
      Namespace caller,
      GlobalTable globalTable,
      String status,
      TableReplicas replicas) {
    out.object(
        "GlobalTableDescription",
        description -> {
          description.objects(
              "ReplicationGroup",
              globalTable.replicas(),
              new ReplicaWriter(replicas, globalTable)::write);
          description.string("GlobalTableArn", arn(caller, globalTable.name()));
          description.timestamp("CreationDateTime", globalTable.created().toEpochMilli());
          description.string("GlobalTableStatus", status);
          description.string("GlobalTableName", globalTable.name());
        });
  }

  /** An ARN without a region. */
  private static String arn(Namespace caller, String name) {
    return "arn:" + caller.partition() + ":dynamodb::" + caller.account() + ":global-table/" + name;
  }

  /** New while all of its replicas are, and updated while some are. */
  static String status(GlobalTable globalTable) {
    if (globalTable.isSettled()) {
      return "ACTIVE";
    }
    boolean isNew =
        globalTable.replicas().stream()
            .allMatch(replica -> replica.status() == ReplicaStatus.CREATING);
    return isNew ? "CREATING" : "UPDATING";
  }
}
