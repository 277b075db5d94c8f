package dev.dynamoemulator.model;

/** The exceptions of the API with what their wire form needs (protocol.md §3.1). */
public enum ErrorCode {
  CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException", Namespace.DYNAMODB, "message"),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", Namespace.DYNAMODB, "message"),
  RESOURCE_IN_USE("ResourceInUseException", Namespace.DYNAMODB, "message"),
  TABLE_NOT_FOUND("TableNotFoundException", Namespace.DYNAMODB, "message"),
  TABLE_ALREADY_EXISTS("TableAlreadyExistsException", Namespace.DYNAMODB, "message"),
  TABLE_IN_USE("TableInUseException", Namespace.DYNAMODB, "message"),
  BACKUP_NOT_FOUND("BackupNotFoundException", Namespace.DYNAMODB, "message"),
  BACKUP_IN_USE("BackupInUseException", Namespace.DYNAMODB, "message"),
  CONTINUOUS_BACKUPS_UNAVAILABLE(
      "ContinuousBackupsUnavailableException", Namespace.DYNAMODB, "message"),
  POINT_IN_TIME_RECOVERY_UNAVAILABLE(
      "PointInTimeRecoveryUnavailableException", Namespace.DYNAMODB, "message"),
  INVALID_RESTORE_TIME("InvalidRestoreTimeException", Namespace.DYNAMODB, "message"),
  EXPORT_NOT_FOUND("ExportNotFoundException", Namespace.DYNAMODB, "message"),
  EXPORT_CONFLICT("ExportConflictException", Namespace.DYNAMODB, "message"),
  INVALID_EXPORT_TIME("InvalidExportTimeException", Namespace.DYNAMODB, "message"),
  IMPORT_NOT_FOUND("ImportNotFoundException", Namespace.DYNAMODB, "message"),
  IMPORT_CONFLICT("ImportConflictException", Namespace.DYNAMODB, "message"),
  LIMIT_EXCEEDED("LimitExceededException", Namespace.DYNAMODB, "message"),
  PROVISIONED_THROUGHPUT_EXCEEDED(
      "ProvisionedThroughputExceededException", Namespace.DYNAMODB, "message"),
  REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded", Namespace.DYNAMODB, "message"),
  ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED(
      "ItemCollectionSizeLimitExceededException", Namespace.DYNAMODB, "message"),
  TRANSACTION_CONFLICT("TransactionConflictException", Namespace.DYNAMODB, "message"),
  REPLICATED_WRITE_CONFLICT("ReplicatedWriteConflictException", Namespace.DYNAMODB, "message"),
  INDEX_NOT_FOUND("IndexNotFoundException", Namespace.DYNAMODB, "message"),
  GLOBAL_TABLE_NOT_FOUND("GlobalTableNotFoundException", Namespace.DYNAMODB, "message"),
  GLOBAL_TABLE_ALREADY_EXISTS("GlobalTableAlreadyExistsException", Namespace.DYNAMODB, "message"),
  REPLICA_NOT_FOUND("ReplicaNotFoundException", Namespace.DYNAMODB, "message"),
  REPLICA_ALREADY_EXISTS("ReplicaAlreadyExistsException", Namespace.DYNAMODB, "message"),
  DUPLICATE_ITEM("DuplicateItemException", Namespace.DYNAMODB, "message"),
  TRIMMED_DATA_ACCESS("TrimmedDataAccessException", Namespace.DYNAMODB, "message"),
  POLICY_NOT_FOUND("PolicyNotFoundException", Namespace.DYNAMODB, "message"),
  EXPIRED_ITERATOR("ExpiredIteratorException", Namespace.DYNAMODB, "message"),
  TRANSACTION_CANCELED("TransactionCanceledException", Namespace.DYNAMODB, "Message"),
  TRANSACTION_IN_PROGRESS("TransactionInProgressException", Namespace.DYNAMODB, "Message"),
  IDEMPOTENT_PARAMETER_MISMATCH(
      "IdempotentParameterMismatchException", Namespace.DYNAMODB, "Message"),
  INTERNAL_SERVER_ERROR("InternalServerError", Namespace.DYNAMODB, "message"),
  VALIDATION("ValidationException", Namespace.VALIDATE, "message"),
  SERIALIZATION("SerializationException", Namespace.SERVICE, "Message"),
  ACCESS_DENIED("AccessDeniedException", Namespace.SERVICE, "Message"),
  UNKNOWN_OPERATION("UnknownOperationException", Namespace.SERVICE, "message"),
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", Namespace.SERVICE, "message"),
  INCOMPLETE_SIGNATURE("IncompleteSignatureException", Namespace.SERVICE, "message"),
  INVALID_SIGNATURE("InvalidSignatureException", Namespace.SERVICE, "message"),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", Namespace.SERVICE, "message"),
  THROTTLING("ThrottlingException", Namespace.AVAILABILITY, "message");

  private static final class Namespace {
    static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810";
    static final String VALIDATE = "com.amazon.coral.validate";
    static final String SERVICE = "com.amazon.coral.service";
    static final String AVAILABILITY = "com.amazon.coral.availability";
  }

  private final String exceptionName;
  private final String wireType;
  private final String messageMember;

  ErrorCode(String exceptionName, String namespace, String messageMember) {
    this.exceptionName = exceptionName;
    this.wireType = namespace + "#" + exceptionName;
    this.messageMember = messageMember;
  }

  /** The name that clients know, such as {@code ValidationException}. */
  public String exceptionName() {
    return exceptionName;
  }

  /** The value of {@code __type}: namespace, {@code #} and name. */
  public String wireType() {
    return wireType;
  }

  /** The member that carries the text: {@code message} or {@code Message}. */
  public String messageMember() {
    return messageMember;
  }

  public int httpStatus() {
    return this == INTERNAL_SERVER_ERROR ? 500 : 400;
  }
}
