package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.OnlineIndex;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.SearchAttribute;
import dev.dynamoemulator.table.TableStatistics;
import dev.dynamoemulator.table.VectorIndex;
import dev.dynamoemulator.table.VectorIndexDefinition;
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
    writeStatus(out, index);
    CapacityWriter.writeProvisioned(out, index.capacity().provisioned(), now);
    CapacityWriter.writeOnDemand(out, index.capacity().onDemand());
    CapacityWriter.writeWarm(out, index.capacity().warmUnits(mode), warmStatus(index));
    writeSize(out, index.collection());
  }

  void write(ResponseWriter out, VectorIndex index) {
    VectorIndexDefinition definition = index.definition();
    writeName(out, definition.name());
    writeDefinition(out, definition);
    writeStatus(out, index);
    writeSize(out, index.collection());
  }

  /** What a vector index is besides its name. */
  static void writeDefinition(ResponseWriter out, VectorIndexDefinition definition) {
    out.object(
        "VectorAttribute",
        attribute -> attribute.string("AttributeName", definition.vectorAttribute()));
    out.optionalObjects("SearchSchema", definition.searchSchema(), IndexWriter::writeSearched);
    out.object("Projection", member -> writeProjection(member, definition.projection()));
    out.number("Dimensions", definition.dimensions());
    out.string("DistanceFunction", definition.distanceFunction().name());
  }

  private static void writeSearched(ResponseWriter out, SearchAttribute attribute) {
    out.string("AttributeName", attribute.name());
    out.string("SearchSchemaElementType", attribute.isHash() ? "HASH" : "INLINE_FILTER");
  }

  private static void writeStatus(ResponseWriter out, OnlineIndex index) {
    out.string("IndexStatus", index.status().name());
    if (index.backfill() != Backfill.NONE) {
      out.bool("Backfilling", index.backfill() == Backfill.RUNNING);
    }
  }

  private static String warmStatus(GlobalIndex index) {
    if (index.isComingOrGoing()) {
      return index.status().name();
    }
    return (index.capacity().isWarming() ? IndexStatus.UPDATING : IndexStatus.ACTIVE).name();
  }

  private void writeDefinition(
      ResponseWriter out, String name, KeySchema key, Projection projection) {
    writeName(out, name);
    writeKeySchema(out, key);
    out.object("Projection", member -> writeProjection(member, projection));
  }

  private void writeName(ResponseWriter out, String name) {
    out.string("IndexName", name);
    out.string("IndexArn", tableArn + "/index/" + name);
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
