package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.TableStatistics;
import java.time.Instant;

/** Writes the members of the descriptions of one table's indexes. For one thread. */
final class IndexWriter {

  private final ResponseWriter out;
  private final TableStatistics statistics;
  private final Instant now;
  private final String tableArn;

  IndexWriter(ResponseWriter out, TableStatistics statistics, Instant now, String tableArn) {
    this.out = out;
    this.statistics = statistics;
    this.now = now;
    this.tableArn = tableArn;
  }

  void write(LocalIndex index) {
    writeCommonMembers(index.name(), index.key(), index.projection(), index.collection());
  }

  void write(GlobalIndex index, BillingMode mode) {
    writeCommonMembers(index.name(), index.key(), index.projection(), index.collection());
    out.string("IndexStatus", index.status().name());
    if (index.backfill() != Backfill.NONE) {
      out.bool("Backfilling", index.backfill() == Backfill.RUNNING);
    }
    CapacityWriter.writeProvisioned(out, index.capacity().provisioned(), now);
    CapacityWriter.writeOnDemand(out, index.capacity().onDemand());
    CapacityWriter.writeWarm(out, index.capacity().warmUnits(mode), warmStatus(index));
  }

  private static String warmStatus(GlobalIndex index) {
    if (index.isComingOrGoing()) {
      return index.status().name();
    }
    return (index.capacity().isWarming() ? IndexStatus.UPDATING : IndexStatus.ACTIVE).name();
  }

  private void writeCommonMembers(
      String name, KeySchema key, Projection projection, String collection) {
    out.string("IndexName", name);
    writeKeySchema(out, key);
    out.object("Projection", () -> writeProjection(projection));
    out.number("IndexSizeBytes", statistics.sizeBytes(collection));
    out.number("ItemCount", statistics.itemCount(collection));
    out.string("IndexArn", tableArn + "/index/" + name);
  }

  private void writeProjection(Projection projection) {
    out.string("ProjectionType", projection.type().name());
    if (!projection.nonKeyAttributes().isEmpty()) {
      out.strings("NonKeyAttributes", projection.nonKeyAttributes());
    }
  }

  static void writeKeySchema(ResponseWriter out, KeySchema key) {
    out.objects(
        "KeySchema",
        key.attributes(),
        attribute -> {
          out.string("AttributeName", attribute.name());
          out.string("KeyType", key.partitionKey().contains(attribute) ? "HASH" : "RANGE");
        });
  }
}
