package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What replication answers (control-plane.md §9). */
final class ReplicationErrors {

  private ReplicationErrors() {}

  /** The text is that of the API's documentation of the error. */
  static DynamoDbException writeConflict() {
    return DynamoDbException.of(
        ErrorCode.REPLICATED_WRITE_CONFLICT,
        "The request was rejected because one or more items in the request are being modified by a"
            + " request in another Region.");
  }
}
