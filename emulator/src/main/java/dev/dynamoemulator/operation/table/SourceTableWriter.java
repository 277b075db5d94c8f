package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TimeToLive;
import dev.dynamoemulator.table.VectorIndex;

/** Writes what a backup tells of its table (control-plane.md §1.1). */
public final class SourceTableWriter {

  private SourceTableWriter() {}

  /**
   * Writes the members of {@code SourceTableDetails}.
   *
   * @param caller whose account and region the ARN shows
   */
  public static void writeDetails(
      ResponseWriter out,
      Namespace caller,
      TableDescription table,
      long itemCount,
      long sizeBytes) {
    out.string("TableName", table.name());
    out.string("TableId", table.id());
    out.string("TableArn", caller.tableArn(table.name()));
    out.number("TableSizeBytes", sizeBytes);
    IndexWriter.writeKeySchema(out, table.key());
    out.timestamp("TableCreationDateTime", table.created().toEpochMilli());
    writeCapacity(out, table.capacity());
    out.number("ItemCount", itemCount);
    out.string("BillingMode", table.billing().mode().name());
  }

  /** Writes the members of {@code SourceTableFeatureDetails}: what the table did have. */
  public static void writeFeatures(ResponseWriter out, TableDescription table) {
    out.optionalObjects(
        "LocalSecondaryIndexes", table.localIndexes(), SourceTableWriter::writeIndex);
    out.optionalObjects(
        "GlobalSecondaryIndexes",
        KeptIndexes.lasting(table.globalIndexes()),
        SourceTableWriter::writeIndex);
    out.optionalObjects(
        "VectorIndexes", KeptIndexes.lasting(table.vectorIndexes()), SourceTableWriter::writeIndex);
    if (table.stream() != null && table.stream().isEnabled()) {
      TableDescriptionWriter.writeSpecification(out, "StreamDescription", table.stream());
    }
    writeTimeToLive(out, table.timeToLive());
    TableDescriptionWriter.writeEncryption(out, table.encryption());
  }

  private static void writeIndex(ResponseWriter out, LocalIndex index) {
    out.string("IndexName", index.name());
    IndexWriter.writeKeySchema(out, index.key());
    out.object("Projection", member -> IndexWriter.writeProjection(member, index.projection()));
  }

  static void writeIndex(ResponseWriter out, GlobalIndex index) {
    out.string("IndexName", index.name());
    IndexWriter.writeKeySchema(out, index.key());
    out.object("Projection", member -> IndexWriter.writeProjection(member, index.projection()));
    writeCapacity(out, index.capacity());
  }

  static void writeIndex(ResponseWriter out, VectorIndex index) {
    out.string("IndexName", index.name());
    IndexWriter.writeDefinition(out, index.definition());
  }

  static void writeCapacity(ResponseWriter out, Capacity capacity) {
    CapacityUnits units = capacity.provisioned().units();
    out.object(
        "ProvisionedThroughput",
        member -> {
          member.number("ReadCapacityUnits", units.read());
          member.number("WriteCapacityUnits", units.write());
        });
    CapacityWriter.writeOnDemand(out, capacity.onDemand());
  }

  private static void writeTimeToLive(ResponseWriter out, TimeToLive setting) {
    if (setting.attributeName() != null) {
      out.object(
          "TimeToLiveDescription",
          member -> {
            member.string("TimeToLiveStatus", setting.status().name());
            member.string("AttributeName", setting.attributeName());
          });
    }
  }
}
