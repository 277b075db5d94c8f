package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Billing;
import dev.dynamoemulator.table.Encryption;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Restoration;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableStatistics;
import dev.dynamoemulator.table.TableStatus;
import dev.dynamoemulator.table.TableStream;
import java.time.Instant;

/**
 * Writes the description of a table as all operations answer it (tables.md §3.5, §6.2, §7, §8).
 * Thread-safe.
 */
public final class TableDescriptionWriter {

  private final TableStatistics statistics;
  private final TableReplicas replicas;
  private final Environment environment;

  public TableDescriptionWriter(
      TableStatistics statistics, TableReplicas replicas, Environment environment) {
    this.statistics = statistics;
    this.replicas = replicas;
    this.environment = environment;
  }

  /**
   * Writes everything that there is to say.
   *
   * @param member the name of the description in the answer
   * @param caller whose account and region the ARNs show
   */
  public void write(ResponseWriter out, String member, Namespace caller, TableDescription table) {
    write(out, member, caller, table, replicas.of(caller, table.name()));
  }

  /**
   * The same with the replicas as they were at some moment.
   *
   * @param globalTable null when the table has no replicas
   */
  void write(
      ResponseWriter out,
      String member,
      Namespace caller,
      TableDescription table,
      GlobalTable globalTable) {
    out.object(
        member,
        description -> {
          writeMembers(description, caller, table);
          if (globalTable != null) {
            new ReplicaWriter(replicas, globalTable).writeMembers(description, caller.region());
          } else if (table.settingsReplication() != null) {
            description.string(
                "GlobalTableSettingsReplicationMode", table.settingsReplication().name());
          }
        });
  }

  /** Writes the short form with which DeleteTable answers (tables.md §7.1). */
  void writeShort(ResponseWriter out, String member, Namespace caller, TableDescription table) {
    out.object(member, description -> writeShortMembers(description, caller, table));
  }

  private void writeShortMembers(ResponseWriter out, Namespace caller, TableDescription table) {
    out.string("TableName", table.name());
    out.string("TableStatus", table.status().name());
    writeBilling(out, table.billing());
    CapacityWriter.writeProvisioned(out, table.capacity().provisioned(), environment.now());
    out.number("TableSizeBytes", statistics.sizeBytes(table.collection()));
    out.number("ItemCount", statistics.itemCount(table.collection()));
    out.string("TableArn", caller.tableArn(table.name()));
    out.string("TableId", table.id());
    out.bool("DeletionProtectionEnabled", table.deletionProtection().isEnabled());
  }

  private void writeMembers(ResponseWriter out, Namespace caller, TableDescription table) {
    writeShortMembers(out, caller, table);
    out.objects(
        "AttributeDefinitions",
        table.attributeDefinitions(),
        TableDescriptionWriter::writeDefinition);
    IndexWriter.writeKeySchema(out, table.key());
    out.timestamp("CreationDateTime", table.created().toEpochMilli());
    CapacityWriter.writeOnDemand(out, table.capacity().onDemand());
    CapacityWriter.writeWarm(
        out, table.capacity().warmUnits(table.billing().mode()), warmStatus(table));
    writeIndexes(out, caller, table);
    writeStream(out, caller, table);
    writeEncryption(out, table.encryption());
    writeTableClass(out, table.tableClass());
    writeRestoration(out, table.restoration());
  }

  static void writeDefinition(ResponseWriter out, KeyAttribute attribute) {
    out.string("AttributeName", attribute.name());
    out.string("AttributeType", attribute.type().name());
  }

  private static void writeBilling(ResponseWriter out, Billing billing) {
    if (!billing.isSummarised()) {
      return;
    }
    Instant lastUpdate = billing.lastUpdateToPayPerRequest();
    out.object(
        "BillingModeSummary",
        summary -> {
          summary.string("BillingMode", billing.mode().name());
          if (lastUpdate != null) {
            summary.timestamp("LastUpdateToPayPerRequestDateTime", lastUpdate.toEpochMilli());
          }
        });
  }

  private static String warmStatus(TableDescription table) {
    if (table.status() == TableStatus.CREATING) {
      return TableStatus.CREATING.name();
    }
    return (table.capacity().isWarming() ? TableStatus.UPDATING : TableStatus.ACTIVE).name();
  }

  private void writeIndexes(ResponseWriter out, Namespace caller, TableDescription table) {
    IndexWriter writer =
        new IndexWriter(statistics, environment.now(), caller.tableArn(table.name()));
    out.optionalObjects("LocalSecondaryIndexes", table.localIndexes(), writer::write);
    out.optionalObjects(
        "GlobalSecondaryIndexes",
        table.globalIndexes(),
        (element, index) -> writer.write(element, index, table.billing().mode()));
    out.optionalObjects("VectorIndexes", table.vectorIndexes(), writer::write);
  }

  /** A stream that was switched off is still named by its label and ARN (tables.md §6.2). */
  private static void writeStream(ResponseWriter out, Namespace caller, TableDescription table) {
    TableStream stream = table.stream();
    if (stream == null) {
      return;
    }
    if (stream.isEnabled()) {
      writeSpecification(out, "StreamSpecification", stream);
    }
    out.string("LatestStreamLabel", stream.label());
    out.string("LatestStreamArn", TableStream.arn(caller.tableArn(table.name()), stream.label()));
  }

  static void writeSpecification(ResponseWriter out, String member, TableStream stream) {
    out.object(
        member,
        specification -> {
          specification.bool("StreamEnabled", true);
          specification.string("StreamViewType", stream.viewType().name());
        });
  }

  static void writeEncryption(ResponseWriter out, Encryption encryption) {
    if (encryption == null) {
      return;
    }
    boolean isEnabled = encryption.status() == Encryption.Status.ENABLED;
    out.object(
        "SSEDescription",
        description -> {
          description.string("Status", isEnabled ? "ENABLED" : "UPDATING");
          description.string("SSEType", "KMS");
          description.string("KMSMasterKeyArn", encryption.keyArn());
        });
  }

  private static void writeTableClass(ResponseWriter out, TableClassSummary summary) {
    if (summary == null) {
      return;
    }
    out.object(
        "TableClassSummary",
        member -> {
          member.string("TableClass", summary.tableClass().name());
          if (!summary.updates().isEmpty()) {
            Instant lastUpdate = summary.updates().get(summary.updates().size() - 1);
            member.timestamp("LastUpdateDateTime", lastUpdate.toEpochMilli());
          }
        });
  }

  private static void writeRestoration(ResponseWriter out, Restoration restoration) {
    if (restoration == null) {
      return;
    }
    out.object(
        "RestoreSummary",
        summary -> {
          summary.optionalString("SourceBackupArn", restoration.sourceBackupArn());
          summary.string("SourceTableArn", restoration.sourceTableArn());
          summary.timestamp("RestoreDateTime", restoration.moment().toEpochMilli());
          summary.bool("RestoreInProgress", restoration.isInProgress());
        });
  }
}
