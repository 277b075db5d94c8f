package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * What exports and imports answer (control-plane.md §3, §4). Of most only the code is known; texts
 * marked as inferred follow the API's description of the exception.
 */
public final class TransferErrors {

  private TransferErrors() {}

  static DynamoDbException exportNotFound(String arn) {
    return DynamoDbException.of(ErrorCode.EXPORT_NOT_FOUND, "Export not found: " + arn);
  }

  static DynamoDbException importNotFound(String arn) {
    return DynamoDbException.of(ErrorCode.IMPORT_NOT_FOUND, "Import not found: " + arn);
  }

  /** Inferred. */
  static DynamoDbException exportConflict(String token) {
    return DynamoDbException.of(ErrorCode.EXPORT_CONFLICT, tokenMismatch(token));
  }

  /** Inferred. */
  static DynamoDbException importConflict(String token) {
    return DynamoDbException.of(ErrorCode.IMPORT_CONFLICT, tokenMismatch(token));
  }

  private static String tokenMismatch(String token) {
    return "The request with client token " + token + " was made before with other parameters";
  }

  /** Inferred. */
  public static DynamoDbException invalidExportTime() {
    return DynamoDbException.of(
        ErrorCode.INVALID_EXPORT_TIME,
        "The specified ExportTime is outside of the point in time recovery window.");
  }

  /** Inferred. */
  public static DynamoDbException invalidExportWindow() {
    return DynamoDbException.of(
        ErrorCode.INVALID_EXPORT_TIME,
        "The specified export window is outside of the point in time recovery window.");
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException exportWindowTooShort() {
    return DynamoDbException.validation(
        "Difference between export from time and export to time is less than 15 minutes");
  }

  /** Inferred from that. */
  static DynamoDbException exportWindowTooLong() {
    return DynamoDbException.validation(
        "Difference between export from time and export to time is greater than 24 hours");
  }

  /** Inferred. */
  public static DynamoDbException noIncrementalSpecification() {
    return DynamoDbException.validation(
        "IncrementalExportSpecification with ExportFromTime must be specified for exports of type"
            + " INCREMENTAL_EXPORT");
  }

  /** Inferred. */
  public static DynamoDbException incrementalSpecificationOfFullExport() {
    return DynamoDbException.validation(
        "IncrementalExportSpecification can only be specified for exports of type"
            + " INCREMENTAL_EXPORT");
  }

  /** Inferred. */
  public static DynamoDbException exportTimeOfIncrementalExport() {
    return DynamoDbException.validation(
        "ExportTime cannot be specified for exports of type INCREMENTAL_EXPORT");
  }

  /** Inferred. */
  static DynamoDbException tooManyExports(int limit) {
    return limitExceeded("Only " + limit + " exports can run simultaneously");
  }

  /** Inferred. */
  static DynamoDbException tooMuchToExport(long limit) {
    return limitExceeded("Only tables of " + limit + " bytes can be exported simultaneously");
  }

  /** Inferred. */
  static DynamoDbException tooManyImports(int limit) {
    return limitExceeded("Only " + limit + " imports can run simultaneously");
  }

  /** Inferred. */
  static DynamoDbException tooMuchToImport(long limit) {
    return limitExceeded("Only objects of " + limit + " bytes can be imported simultaneously");
  }

  /** Inferred. */
  static DynamoDbException tooManyObjects(int limit) {
    return limitExceeded("Only " + limit + " objects can be imported at once");
  }

  private static DynamoDbException limitExceeded(String limit) {
    return DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, "Subscriber limit exceeded: " + limit);
  }

  /** Inferred from the other operations that page. */
  public static DynamoDbException invalidNextToken() {
    return DynamoDbException.validation("Invalid NextToken");
  }
}
