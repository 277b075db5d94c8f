package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.Replica;
import dev.dynamoemulator.replication.ReplicaOverrides;
import dev.dynamoemulator.replication.ReplicaStatus;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableClass;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableStatus;
import java.time.Instant;
import java.util.List;

/** Writes what a description says of other regions (tables.md §8, §9.4). For one thread. */
public final class ReplicaWriter {

  private final TableReplicas replicas;
  private final GlobalTable globalTable;

  public ReplicaWriter(TableReplicas replicas, GlobalTable globalTable) {
    this.replicas = replicas;
    this.globalTable = globalTable;
  }

  /** The members of a table's description; it lists the replicas of the other regions. */
  void writeMembers(ResponseWriter out, String region) {
    out.string("GlobalTableVersion", globalTable.version().label());
    if (!globalTable.isCurrent()) {
      return;
    }
    out.objects("Replicas", globalTable.others(region), this::write);
    if (globalTable.witness() != null) {
      out.objects(
          "GlobalTableWitnesses",
          List.of(globalTable.witness()),
          (element, witness) -> {
            element.string("RegionName", witness.region());
            element.string("WitnessStatus", witness.status().name());
          });
    }
    out.string("MultiRegionConsistency", globalTable.consistency().name());
    out.string("GlobalTableSettingsReplicationMode", replicationMode());
  }

  /** As the API model describes the modes. */
  private String replicationMode() {
    return globalTable.isAcrossAccounts() ? "ENABLED" : "ENABLED_WITH_OVERRIDES";
  }

  /** The members of a {@code ReplicaDescription}. */
  public void write(ResponseWriter out, Replica replica) {
    Table table = replicas.table(globalTable, replica.region());
    out.string("RegionName", replica.region());
    out.string("ReplicaStatus", status(replica, table));
    out.string("ReplicaArn", replica.namespace().tableArn(globalTable.name()));
    ReplicaOverrides overrides = replica.overrides();
    out.optionalString("KMSMasterKeyId", overrides.keyId());
    writeOverrides(out, overrides.readUnits(), overrides.maxReadUnits());
    out.optionalObjects(
        "GlobalSecondaryIndexes",
        overrides.indexes(),
        (element, index) -> {
          element.string("IndexName", index.indexName());
          writeOverrides(element, index.readUnits(), index.maxReadUnits());
        });
    if (table != null && isWorthTelling(overrides, table.description().tableClass())) {
      writeTableClass(out, table.description().tableClass());
    }
    if (globalTable.isCurrent()) {
      out.string("GlobalTableSettingsReplicationMode", replicationMode());
    }
  }

  /** Terraform takes a class that is told for an override (aws_dynamodb_table_replica). */
  private static boolean isWorthTelling(ReplicaOverrides overrides, TableClassSummary summary) {
    return overrides.tableClass() != null
        || summary != null && summary.tableClass() != TableClass.STANDARD;
  }

  /** A replica whose table is being updated is so itself. */
  public static String status(Replica replica, Table table) {
    boolean isUpdated =
        replica.status() == ReplicaStatus.ACTIVE
            && table != null
            && table.description().status() == TableStatus.UPDATING;
    return isUpdated ? "UPDATING" : replica.status().name();
  }

  private static void writeOverrides(ResponseWriter out, Long readUnits, Long maxReadUnits) {
    if (readUnits != null) {
      out.object(
          "ProvisionedThroughputOverride",
          override -> override.number("ReadCapacityUnits", readUnits));
    }
    if (maxReadUnits != null) {
      out.object(
          "OnDemandThroughputOverride",
          override -> override.number("MaxReadRequestUnits", maxReadUnits));
    }
  }

  /** The class that a replica was given, or follows. */
  public static void writeTableClass(ResponseWriter out, TableClassSummary summary) {
    if (summary == null) {
      return;
    }
    out.object(
        "ReplicaTableClassSummary",
        member -> {
          member.string("TableClass", summary.tableClass().name());
          if (!summary.updates().isEmpty()) {
            Instant lastUpdate = summary.updates().get(summary.updates().size() - 1);
            member.timestamp("LastUpdateDateTime", lastUpdate.toEpochMilli());
          }
        });
  }
}
