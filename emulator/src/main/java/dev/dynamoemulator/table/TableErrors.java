package dev.dynamoemulator.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What the catalogue and the life cycle of tables answer (tables.md §1.6, §2, §3.4, §6, §7). */
public final class TableErrors {

  private static final String IN_USE = "Attempt to change a resource which is still in use: ";
  private static final String SUBSCRIBER_LIMIT = "Subscriber limit exceeded: ";

  private TableErrors() {}

  /** No such table, on the data plane. */
  public static DynamoDbException resourceNotFound() {
    return DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, "Requested resource not found");
  }

  /** No such table, on the control plane. */
  public static DynamoDbException tableNotFound(String tableName) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: Table: " + tableName + " not found");
  }

  public static DynamoDbException foreignRegion(String arn) {
    return DynamoDbException.validation(
        "1 validation error detected: Invalid AWS region in '" + arn + "'");
  }

  /** Only the code is known for a table of another account; the text is inferred. */
  public static DynamoDbException foreignAccount(String account, String arn) {
    return DynamoDbException.of(
        ErrorCode.ACCESS_DENIED,
        "User: arn:aws:iam::" + account + ":root is not authorized to access resource: " + arn);
  }

  public static DynamoDbException tableAlreadyExists(String tableName) {
    return DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, "Table already exists: " + tableName);
  }

  public static DynamoDbException tableIsBeingCreated(String tableName) {
    return inUse("Table is being created: " + tableName);
  }

  public static DynamoDbException tableIsBeingUpdated(String tableName) {
    return inUse("Table is being updated: " + tableName);
  }

  /** Inferred from the texts for the other states. */
  public static DynamoDbException tableIsBeingDeleted(String tableName) {
    return inUse("Table is being deleted: " + tableName);
  }

  public static DynamoDbException indexIsBeingUpdated(String tableName, String indexName) {
    return inUse("Index is being updated.  Table: " + tableName + " Index: " + indexName);
  }

  public static DynamoDbException indexesAreBusy() {
    return inUse("Cannot delete table while indexes are being created, updated, or deleted.");
  }

  public static DynamoDbException tooManySimultaneousChanges(int limit) {
    return limitExceeded(
        "Only " + limit + " tables can be created, updated, or deleted simultaneously");
  }

  public static DynamoDbException tooManyIndexedTablesCreated() {
    return limitExceeded(
        "You have exceeded the maximum number of indexed tables that can be created"
            + " simultaneously");
  }

  public static DynamoDbException tooManyTables(int limit) {
    return limitExceeded("There is a limit of " + limit + " tables per subscriber");
  }

  public static DynamoDbException protectedAgainstDeletion() {
    return DynamoDbException.validation(
        "Resource cannot be deleted as it is currently protected against deletion."
            + " Disable deletion protection first.");
  }

  /** {@code LimitExceededException} of the account. */
  public static DynamoDbException limitExceeded(String what) {
    return DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, SUBSCRIBER_LIMIT + what);
  }

  private static DynamoDbException inUse(String what) {
    return DynamoDbException.of(ErrorCode.RESOURCE_IN_USE, IN_USE + what);
  }
}
