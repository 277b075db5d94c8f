package dev.dynamoemulator.backup;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * What backups and restores answer (control-plane.md §1, §2). Most texts are not observed: those
 * marked as inferred have only their code from the service.
 */
public final class BackupErrors {

  private BackupErrors() {}

  /** The absent table of these operations. */
  public static DynamoDbException tableNotFound(String tableName) {
    return DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, "Table not found: " + tableName);
  }

  public static DynamoDbException tableAlreadyExists(String tableName) {
    return DynamoDbException.of(
        ErrorCode.TABLE_ALREADY_EXISTS, "Table already exists: " + tableName);
  }

  /** Inferred from the texts of other operations. */
  public static DynamoDbException tableIsBeingCreated(String tableName) {
    return DynamoDbException.of(ErrorCode.TABLE_IN_USE, "Table is being created: " + tableName);
  }

  /** Inferred from the texts of other operations. */
  public static DynamoDbException tableIsBeingDeleted(String tableName) {
    return DynamoDbException.of(ErrorCode.TABLE_IN_USE, "Table is being deleted: " + tableName);
  }

  /** Of DeleteTable: the source of a backup in progress cannot be deleted. Inferred. */
  static DynamoDbException tableIsBeingBackedUp(String tableName) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_IN_USE,
        "Attempt to change a resource which is still in use: Table is being backed up: "
            + tableName);
  }

  static DynamoDbException backupNotFound(String arn) {
    return DynamoDbException.of(ErrorCode.BACKUP_NOT_FOUND, "Backup not found: " + arn);
  }

  /** Inferred. */
  static DynamoDbException backupIsBeingCreated(String arn) {
    return DynamoDbException.of(ErrorCode.BACKUP_IN_USE, "Backup is being created: " + arn);
  }

  /** Inferred. */
  static DynamoDbException backupIsBeingRestored(String arn) {
    return DynamoDbException.of(ErrorCode.BACKUP_IN_USE, "Backup is being restored: " + arn);
  }

  public static DynamoDbException backupsAreBeingEnabled(String tableName) {
    return DynamoDbException.of(
        ErrorCode.CONTINUOUS_BACKUPS_UNAVAILABLE,
        "Backups are being enabled for the table: " + tableName + ". Please retry later");
  }

  public static DynamoDbException recoveryNotEnabled(String tableName) {
    return DynamoDbException.of(
        ErrorCode.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
        "Point in time recovery is not enabled for table '" + tableName + "'");
  }

  /** After the API's description of the exception. */
  public static DynamoDbException invalidRestoreTime() {
    return DynamoDbException.of(
        ErrorCode.INVALID_RESTORE_TIME,
        "An invalid restore time was specified. RestoreDateTime must be between"
            + " EarliestRestorableDateTime and LatestRestorableDateTime.");
  }

  /** Inferred. */
  static DynamoDbException tooManyRestores(int limit) {
    return DynamoDbException.of(
        ErrorCode.LIMIT_EXCEEDED,
        "Subscriber limit exceeded: Only " + limit + " tables can be restored simultaneously");
  }
}
