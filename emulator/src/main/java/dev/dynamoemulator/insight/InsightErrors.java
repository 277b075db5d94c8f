package dev.dynamoemulator.insight;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What the operations on insights refuse (control-plane.md §6). Both texts are inferred. */
public final class InsightErrors {

  private InsightErrors() {}

  static DynamoDbException indexNotFound(String tableName, String indexName) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: Table: "
            + tableName
            + " Index: "
            + indexName
            + " not found");
  }

  public static DynamoDbException invalidToken() {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: Invalid NextToken");
  }
}
