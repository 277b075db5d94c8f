package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;

/** What is wrong with the overrides of a restore. All texts are inferred. */
final class RestoreErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private RestoreErrors() {}

  static DynamoDbException unknownIndex(String member, String index) {
    return DynamoDbException.validation(
        INVALID + member + " names an index that the source table does not have: " + index);
  }

  static DynamoDbException differentIndex(String member, String index) {
    return DynamoDbException.validation(
        INVALID + member + " does not match the index of the source table: " + index);
  }

  static DynamoDbException warmThroughputOverride() {
    return DynamoDbException.validation(
        INVALID + "WarmThroughput cannot be specified in GlobalSecondaryIndexOverride");
  }
}
