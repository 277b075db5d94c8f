package dev.dynamoemulator.stream;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What reading a stream answers (streams.md §4.4, §6, §8). */
public final class StreamErrors {

  private StreamErrors() {}

  /** The text is inferred from that for tables. */
  public static DynamoDbException streamNotFound(String arn) {
    return notFound("Stream: " + arn + " not found");
  }

  /** The text is inferred. */
  public static DynamoDbException shardNotFound() {
    return notFound("Shard does not exist");
  }

  /** The text is inferred from that for iterators. */
  public static DynamoDbException invalidStreamArn() {
    return DynamoDbException.validation("Invalid StreamArn.");
  }

  /** The text is inferred. */
  public static DynamoDbException invalidShardIterator() {
    return DynamoDbException.validation("Invalid ShardIterator.");
  }

  /** No record of the shard could have that number; the text is inferred. */
  public static DynamoDbException invalidSequenceNumber() {
    return DynamoDbException.validation("Invalid SequenceNumber.");
  }

  /** The text is inferred from that for a missing TableName (tables.md §3.2). */
  public static DynamoDbException missingSequenceNumber() {
    return missing("SequenceNumber");
  }

  /** Alternator refuses it, too; the text is DynamoDB Local's. */
  public static DynamoDbException needlessSequenceNumber() {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: SequenceNumber should not be passed for this"
            + " iterator type");
  }

  /** The text is inferred as that of the sequence number. */
  public static DynamoDbException missingFilterMember(String member) {
    return missing("ShardFilter." + member);
  }

  public static DynamoDbException trimmed() {
    return DynamoDbException.of(
        ErrorCode.TRIMMED_DATA_ACCESS, "The data you are trying to access has been trimmed");
  }

  /** The text is that of the documentation. */
  public static DynamoDbException expiredIterator() {
    return DynamoDbException.of(
        ErrorCode.EXPIRED_ITERATOR, "The provided iterator exceeds the maximum age allowed.");
  }

  private static DynamoDbException missing(String parameter) {
    return DynamoDbException.validation(
        "The parameter '" + parameter + "' is required but was not present in the request");
  }

  private static DynamoDbException notFound(String what) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found: " + what);
  }
}
