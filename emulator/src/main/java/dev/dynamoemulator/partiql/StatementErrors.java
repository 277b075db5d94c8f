package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * Faults of statements with their tables, parameters and requests (partiql.md §4.3, §4.4, §5, §7).
 * Where the reference gives no text, the one here is what DynamoDB Local answers: where both are
 * known, its translation of statements words faults as the service does ({@code COUNT(*)},
 * RETURNING, missing keys).
 */
public final class StatementErrors {

  private StatementErrors() {}

  static DynamoDbException wrongParameterCount() {
    return DynamoDbException.validation(
        "Number of parameters in request and statement don't match.");
  }

  /** A parameter that breaks a rule of its own (data-model.md §6). */
  public static DynamoDbException invalidParameter(String fault) {
    return DynamoDbException.validation(fault);
  }

  static DynamoDbException missingKey(String attribute) {
    return DynamoDbException.validation(
        "Key attribute should be present in the item: Key " + attribute);
  }

  static DynamoDbException keyTypeMismatch(String attribute) {
    return DynamoDbException.validation(
        "Key attribute's data type should match its data type in table's schema: Key " + attribute);
  }

  /** Unlike other expressions, writes name the key without a colon. */
  static DynamoDbException nestedKey(String attribute) {
    return DynamoDbException.validation(
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: Key "
            + attribute);
  }

  static DynamoDbException keyOfNoScalar(String attribute, AttributeType type) {
    return DynamoDbException.validation(
        "Key value must be of type S, N, or B. Key name: " + attribute + ", Key type: " + type);
  }

  static DynamoDbException severalKeyValues(String attribute) {
    return DynamoDbException.validation(
        "Multiple conditions on same key "
            + attribute
            + ". Only single item Update/Insert/Delete are supported");
  }

  static DynamoDbException noKeyEquality() {
    return DynamoDbException.validation(
        "Where clause does not contain a mandatory equality on all key attributes");
  }

  public static DynamoDbException returningInTransaction() {
    return DynamoDbException.validation("RETURNING clause is not supported in ExecuteTransaction.");
  }

  static DynamoDbException orderWithoutWhere() {
    return DynamoDbException.validation(
        "Must have WHERE clause in the statement when using ORDER BY clause.");
  }

  static DynamoDbException orderWithoutPartitionKey() {
    return DynamoDbException.validation(
        "Must have at least one non-optional hash key condition in WHERE clause when using ORDER"
            + " BY clause.");
  }

  static DynamoDbException orderByNoKey(String reference) {
    return DynamoDbException.validation(
        "Variable reference " + reference + " in ORDER BY clause must be part of the primary key");
  }

  /** A text of the library that DynamoDB Local shares with the service. */
  static DynamoDbException severalPartitionsNotOrdered() {
    return DynamoDbException.validation(
        "Must have hash key in ORDER BY clause when more than one hash key condition specified in"
            + " WHERE clause.");
  }

  /** Likewise. */
  static DynamoDbException tooManyPartitions() {
    return DynamoDbException.validation("Too many decomposed read operations for a given query.");
  }

  /** Likewise; Query and Scan word it otherwise. */
  static DynamoDbException consistentReadOfGlobalIndex() {
    return DynamoDbException.validation(
        "Strongly consistent read is not supported on Global Secondary Indexes");
  }

  static DynamoDbException malformedToken() {
    return DynamoDbException.validation("Invalid NextToken");
  }

  /** A text of the library that DynamoDB Local shares with the service. */
  static DynamoDbException tokenOfAnotherAccount() {
    return DynamoDbException.validation("Given NextToken is invalid for this account");
  }

  /** Likewise. */
  static DynamoDbException expiredToken() {
    return DynamoDbException.validation("Given NextToken has already expired");
  }

  /** A token that another statement, or the same with other parameters, was answered with. */
  public static DynamoDbException foreignToken() {
    return DynamoDbException.validation("NextToken does not match request");
  }

  public static DynamoDbException mixedBatch() {
    return DynamoDbException.validation(
        "Read and write requests together in the same batch is not supported.");
  }

  public static DynamoDbException mixedTransaction() {
    return DynamoDbException.validation(
        "ExecuteTransaction API does not support both read and write operations in the same"
            + " request.");
  }

  public static DynamoDbException duplicateItemInBatch() {
    return DynamoDbException.validation("Provided list of item keys contains duplicates");
  }

  /**
   * @param operation the operation whose SELECT statements each read one item
   */
  public static DynamoDbException noPrimaryKey(String operation) {
    return DynamoDbException.validation(
        "Select statements within "
            + operation
            + " must specify the primary key in the where clause.");
  }

  public static DynamoDbException indexReadInTransaction() {
    return DynamoDbException.validation("Reads on indices are not supported within transactions.");
  }

  public static DynamoDbException existsOutsideTransaction() {
    return DynamoDbException.validation(
        "EXISTS can only be used in ExecuteTransaction write requests.");
  }

  static DynamoDbException existsOnIndex() {
    return DynamoDbException.validation("Operations on indices are not supported in transactions");
  }

  static DynamoDbException existsWithoutCondition() {
    return DynamoDbException.validation(
        "EXISTS() must contain a single item read with additional condition");
  }

  /** The fault of one statement as its transaction words it; other faults stay as they are. */
  public static DynamoDbException inTransaction(int index, DynamoDbException fault) {
    return fault.code() == ErrorCode.VALIDATION
        ? DynamoDbException.validation(
            "Validation failed in TransactStatements[" + index + "]: " + fault.getMessage())
        : fault;
  }
}
