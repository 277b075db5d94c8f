package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.DynamoDbException;
import java.util.Set;

/** Faults of reading indexes (items.md §2, §6). */
final class IndexErrors {

  private IndexErrors() {}

  static DynamoDbException unknownIndex(String index) {
    return DynamoDbException.validation("The table does not have the specified index: " + index);
  }

  /**
   * An index that another operation reads (vector-search.md §4.4). Seen of Scan.
   *
   * @param operation the one that was asked for
   */
  static DynamoDbException unsupportedIndexType(String operation) {
    return DynamoDbException.validation(operation + " operation not supported on this index type");
  }

  static DynamoDbException backfillingIndex(String index) {
    return DynamoDbException.validation(
        "Cannot read from backfilling global secondary index: " + index);
  }

  static DynamoDbException consistentReadOfGlobalIndex() {
    return DynamoDbException.validation(
        "Consistent reads are not supported on global secondary indexes");
  }

  /**
   * @param attributes what is wanted of the index and not in it
   */
  static DynamoDbException notProjected(String index, Set<String> attributes) {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: Global secondary index "
            + index
            + " does not project "
            + attributes);
  }

  /** Inferred, as DynamoDB Local words it. */
  static DynamoDbException filterAttributesNotProjected(String index, Set<String> attributes) {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: Secondary index "
            + index
            + " does not project one or more filter attributes: "
            + attributes);
  }
}
