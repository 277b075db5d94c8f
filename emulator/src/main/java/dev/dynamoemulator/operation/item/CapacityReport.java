package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import java.util.Map;

/** Writes what a request consumed, in the detail that it asked for (items.md §5.1). */
public enum CapacityReport {
  NONE,
  TOTAL,
  INDEXES;

  public static CapacityReport of(Struct input) {
    String wanted = input.string("ReturnConsumedCapacity");
    return wanted == null ? NONE : valueOf(wanted);
  }

  /**
   * Writes the report of an operation on one table, if any is wanted.
   *
   * @param tableName the table as the request named it
   */
  public void write(ResponseWriter out, String tableName, ConsumedCapacity capacity) {
    if (this != NONE) {
      out.object("ConsumedCapacity", table -> writeMembers(table, tableName, capacity, null));
    }
  }

  /**
   * Writes the report of a vector search, the same in every detail (vector-search.md §5).
   *
   * @param bytes how much of the index was read
   */
  void writeSearch(ResponseWriter out, long bytes) {
    if (this != NONE) {
      out.object(
          "ConsumedCapacity",
          search -> search.number("VectorSearchRequestBytes", ConsumedCapacity.vectorBytes(bytes)));
    }
  }

  /** Writes the reports of an operation on several tables, if any is wanted. */
  public void writeAll(ResponseWriter out, Map<String, ConsumedCapacity> capacities) {
    writeAll(out, capacities, null);
  }

  /**
   * The same for a transaction.
   *
   * @param kind {@code ReadCapacityUnits} or {@code WriteCapacityUnits}
   */
  public void writeAll(ResponseWriter out, Map<String, ConsumedCapacity> capacities, String kind) {
    if (this != NONE) {
      out.objects(
          "ConsumedCapacity",
          capacities.entrySet(),
          (table, entry) -> writeMembers(table, entry.getKey(), entry.getValue(), kind));
    }
  }

  /**
   * @param kind the member that transactions show beside {@code CapacityUnits}; null elsewhere
   */
  private void writeMembers(
      ResponseWriter out, String tableName, ConsumedCapacity capacity, String kind) {
    out.string("TableName", tableName);
    writeUnits(out, capacity.total(), kind);
    if (this == INDEXES) {
      out.object("Table", table -> writeUnits(table, capacity.table(), kind));
      writeIndexes(out, "LocalSecondaryIndexes", capacity.localIndexes(), kind);
      writeIndexes(out, "GlobalSecondaryIndexes", capacity.globalIndexes(), kind);
      writeVectorIndexes(out, capacity.vectorIndexes());
    }
  }

  private static void writeVectorIndexes(ResponseWriter out, Map<String, Long> indexes) {
    if (!indexes.isEmpty()) {
      out.object(
          "VectorIndexes",
          entries ->
              indexes.forEach(
                  (name, bytes) ->
                      entries.object(
                          name, index -> index.number("VectorWriteRequestBytes", bytes))));
    }
  }

  private static void writeIndexes(
      ResponseWriter out, String member, Map<String, Double> indexes, String kind) {
    if (!indexes.isEmpty()) {
      out.object(
          member,
          entries ->
              indexes.forEach(
                  (name, units) -> entries.object(name, index -> writeUnits(index, units, kind))));
    }
  }

  private static void writeUnits(ResponseWriter out, double units, String kind) {
    out.number("CapacityUnits", units);
    if (kind != null) {
      out.number(kind, units);
    }
  }
}
