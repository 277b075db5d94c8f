package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.table.ReplicaWriter;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.Replica;
import dev.dynamoemulator.scaling.TableScaling;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.Table;

/** Writes the settings of all replicas of a global table of version 2017.11.29 (§9.12). */
final class SettingsWriter {

  private final GlobalAccess access;

  SettingsWriter(GlobalAccess access) {
    this.access = access;
  }

  /**
   * @param status of the replicas; null for the present one of each
   */
  void write(ResponseWriter out, GlobalTable globalTable, String status) {
    out.string("GlobalTableName", globalTable.name());
    out.objects(
        "ReplicaSettings",
        globalTable.replicas(),
        (element, replica) -> writeReplica(element, globalTable, replica, status));
  }

  private void writeReplica(
      ResponseWriter out, GlobalTable globalTable, Replica replica, String status) {
    Table table = access.replicas().table(globalTable, replica.region());
    out.string("RegionName", replica.region());
    out.string("ReplicaStatus", status == null ? ReplicaWriter.status(replica, table) : status);
    if (table == null) {
      return;
    }
    TableScaling scaling = access.scaling().of(table);
    CapacityUnits units = table.description().capacity().provisioned().units();
    writeBilling(out, table.description().billing());
    out.number("ReplicaProvisionedReadCapacityUnits", units.read());
    ScalingWriter.write(out, "ReplicaProvisionedReadCapacityAutoScalingSettings", scaling.read());
    out.number("ReplicaProvisionedWriteCapacityUnits", units.write());
    ScalingWriter.write(out, "ReplicaProvisionedWriteCapacityAutoScalingSettings", scaling.write());
    out.optionalObjects(
        "ReplicaGlobalSecondaryIndexSettings",
        table.description().globalIndexes(),
        (element, index) -> writeIndex(element, index, scaling.index(index.name())));
    ReplicaWriter.writeTableClass(out, table.description().tableClass());
  }

  private static void writeBilling(ResponseWriter out, Billing billing) {
    if (billing.isSummarised()) {
      out.object(
          "ReplicaBillingModeSummary",
          summary -> {
            summary.string("BillingMode", billing.mode().name());
            if (billing.lastUpdateToPayPerRequest() != null) {
              summary.timestamp(
                  "LastUpdateToPayPerRequestDateTime",
                  billing.lastUpdateToPayPerRequest().toEpochMilli());
            }
          });
    }
  }

  private static void writeIndex(ResponseWriter out, GlobalIndex index, TableScaling.Pair scaling) {
    CapacityUnits units = index.capacity().provisioned().units();
    out.string("IndexName", index.name());
    out.string("IndexStatus", index.status().name());
    out.number("ProvisionedReadCapacityUnits", units.read());
    ScalingWriter.write(out, "ProvisionedReadCapacityAutoScalingSettings", scaling.read());
    out.number("ProvisionedWriteCapacityUnits", units.write());
    ScalingWriter.write(out, "ProvisionedWriteCapacityAutoScalingSettings", scaling.write());
  }
}
