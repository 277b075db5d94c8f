package dev.dynamoemulator.table;

import dev.dynamoemulator.storage.Storage;

/** How much a table or an index holds at the moment. Thread-safe. */
public interface TableStatistics {

  /** The number of items of a table, or of entries of an index. */
  long itemCount(String collection);

  /** Their size in bytes as DynamoDB counts it. */
  long sizeBytes(String collection);

  /** Counts entries and knows no sizes. */
  static TableStatistics counting(Storage storage) {
    return new TableStatistics() {
      @Override
      public long itemCount(String collection) {
        return storage.count(collection);
      }

      @Override
      public long sizeBytes(String collection) {
        return 0;
      }
    };
  }
}
