package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.model.DynamoDbException;

/** What the operations on destinations refuse (control-plane.md §5). */
public final class DestinationErrors {

  /** The service says "enable" whatever is to be done. */
  private static final String INVALID_STATE =
      "Table is not in a valid state to enable Kinesis Streaming Destination: ";

  private DestinationErrors() {}

  /** Inferred from the texts about the ARNs of tables. */
  public static DynamoDbException invalidStream(String streamArn) {
    return DynamoDbException.validation(
        "Invalid StreamArn: Invalid ResourceArn provided as input " + streamArn);
  }

  static DynamoDbException alreadyEnabled() {
    return DynamoDbException.validation(
        INVALID_STATE
            + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform"
            + " ENABLE operation.");
  }

  static DynamoDbException notActive(String operation) {
    return DynamoDbException.validation(
        INVALID_STATE
            + "KinesisStreamingDestination must be ACTIVE to perform "
            + operation
            + " operation.");
  }

  /** Remembered from public tests against the service; not verified. */
  static DynamoDbException unknownStream(String tableName, String streamArn) {
    return DynamoDbException.validation(
        INVALID_STATE
            + "No streaming destination with streamArn: "
            + streamArn
            + " found for table with tableName: "
            + tableName);
  }

  /** Remembered likewise. */
  public static DynamoDbException nothingToUpdate() {
    return DynamoDbException.validation(
        "Streaming destination cannot be updated with given parameters:"
            + " UpdateKinesisStreamingConfiguration cannot be null or contain only null values");
  }

  /** Remembered likewise. */
  static DynamoDbException samePrecision(Precision precision, String tableId, String streamArn) {
    return DynamoDbException.validation(
        "Invalid Request: Precision is already set to the desired value of "
            + precision
            + " for tableId: "
            + tableId
            + ", kdsArn: "
            + streamArn);
  }
}
