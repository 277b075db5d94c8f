package dev.dynamoemulator.table;

/** How much a table or an index holds at the moment. Thread-safe. */
public interface TableStatistics {

  /** The number of items of a table, or of entries of an index. */
  long itemCount(String collection);

  /** Their size in bytes as DynamoDB counts it. */
  long sizeBytes(String collection);
}
