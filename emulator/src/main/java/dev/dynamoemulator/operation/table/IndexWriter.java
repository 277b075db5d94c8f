package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.TableStatistics;
import java.time.Instant;

/** Writes the members of the descriptions of one table's indexes. For one thread. */
final class IndexWriter {

  private final TableStatistics statistics;
  private final Instant now;
  private final String tableArn;

  IndexWriter(TableStatistics statistics, Instant now, String tableArn) {
    this.statistics = statistics;
    this.now = now;
    this.tableArn = tableArn;
  }

  void write(ResponseWriter out, LocalIndex index) {
    writeDefinition(out, index.name(), index.key(), index.projection());
    writeSize(out, index.collection());
  }

  void write(ResponseWriter out, GlobalIndex index, BillingMode mode) {
    writeDefinition(out, index.name(), index.key(), index.projection());
    out.string("IndexStatus", index.status().name());
    if (index.backfill() != Backfill.NONE) {
      out.bool("Backfilling", index.backfill() == Backfill.RUNNING);
    }
    CapacityWriter.writeProvisioned(out, index.capacity().provisioned(), now);
    CapacityWriter.writeOnDemand(out, index.capacity().onDemand());
    CapacityWriter.writeWarm(out, index.capacity().warmUnits(mode), warmStatus(index));
    writeSize(out, index.collection());
  }

  private static String warmStatus(GlobalIndex index) {
    if (index.isComingOrGoing()) {
      return index.status().name();
    }
    return (index.capacity().isWarming() ? IndexStatus.UPDATING : IndexStatus.ACTIVE).name();
  }

  private void writeDefinition(
      ResponseWriter out, String name, KeySchema key, Projection projection) {
    out.string("IndexName", name);
    out.string("IndexArn", tableArn + "/index/" + name);
    writeKeySchema(out, key);
    out.object("Projection", member -> writeProjection(member, projection));
  }

  static void writeProjection(ResponseWriter out, Projection projection) {
    out.string("ProjectionType", projection.type().name());
    if (!projection.nonKeyAttributes().isEmpty()) {
      out.strings("NonKeyAttributes", projection.nonKeyAttributes());
    }
  }

  private void writeSize(ResponseWriter out, String collection) {
    out.number("IndexSizeBytes", statistics.sizeBytes(collection));
    out.number("ItemCount", statistics.itemCount(collection));
  }

  static void writeKeySchema(ResponseWriter out, KeySchema key) {
    out.objects(
        "KeySchema", key.attributes(), (element, attribute) -> writeKey(element, key, attribute));
  }

  private static void writeKey(ResponseWriter out, KeySchema key, KeyAttribute attribute) {
    out.string("AttributeName", attribute.name());
    out.string("KeyType", key.partitionKey().contains(attribute) ? "HASH" : "RANGE");
  }
}
