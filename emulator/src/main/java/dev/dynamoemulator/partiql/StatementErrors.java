package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * Faults of statements (partiql.md §4.3, §4.4, §5, §7, §8). Where the reference gives no text, the
 * one here follows the texts it gives, and PartiQL's own parser for the tails of syntax errors.
 */
public final class StatementErrors {

  private StatementErrors() {}

  private static DynamoDbException malformed(String detail) {
    return DynamoDbException.validation(
        "Statement wasn't well formed, can't be processed: " + detail);
  }

  /** No verb to begin with, or a write that ends where its clauses should begin. */
  static DynamoDbException expectedDataManipulation() {
    return malformed("Expected data manipulation");
  }

  static DynamoDbException unexpectedKeyword() {
    return malformed("Unexpected keyword");
  }

  static DynamoDbException unexpectedTerm() {
    return malformed("Unexpected term");
  }

  static DynamoDbException tokenAfterExpression() {
    return malformed("Unexpected token after expression");
  }

  static DynamoDbException expected(String what) {
    return malformed("Expected " + what);
  }

  static DynamoDbException expectedFrom() {
    return expected("FROM after SELECT list");
  }

  /** A table to be written that is neither a bare nor a double-quoted name. */
  static DynamoDbException expectedTableName() {
    return expected("identifier for simple path");
  }

  static DynamoDbException unterminated(String what) {
    return malformed("Unterminated " + what);
  }

  static DynamoDbException nestedTooDeeply() {
    return malformed("Expression is nested too deeply");
  }

  /** Well-formed PartiQL where the dialect takes nothing but names and list positions. */
  static DynamoDbException unexpectedPathComponent(Position position) {
    return at("Unexpected path component", position);
  }

  /** A FROM clause with anything but one table or index. */
  static DynamoDbException unexpectedFromSource(Position position) {
    return at("Unexpected from source", position);
  }

  static DynamoDbException unsupportedClause(String clause, Position position) {
    return at("Unsupported clause: " + clause, position);
  }

  static DynamoDbException unsupportedOperator(String operator, Position position) {
    return at("Unsupported operator: " + operator, position);
  }

  static DynamoDbException unsupportedFunction(String function, Position position) {
    return at("Unsupported function: " + function, position);
  }

  static DynamoDbException unsupportedType(String type, Position position) {
    return at("Unsupported type: " + type, position);
  }

  private static DynamoDbException at(String what, Position position) {
    return DynamoDbException.validation(what + " at " + position);
  }

  static DynamoDbException wrongParameterCount() {
    return DynamoDbException.validation(
        "Number of parameters in request and statement don't match.");
  }

  /** A parameter that breaks a rule of its own (data-model.md §6). */
  public static DynamoDbException invalidParameter(String fault) {
    return DynamoDbException.validation(fault);
  }

  static DynamoDbException emptySet() {
    return invalid("A set may not be empty");
  }

  static DynamoDbException mixedSet() {
    return invalid("The members of a set must all be strings, all numbers or all binary");
  }

  static DynamoDbException duplicateSetMembers() {
    return invalid("Input collection contains duplicates");
  }

  static DynamoDbException insertOfNoTuple() {
    return invalid("The value to insert must be a tuple");
  }

  static DynamoDbException otherSetFunctionTarget(String function) {
    return invalid("The first argument of " + function + " must be the attribute that is set");
  }

  private static DynamoDbException invalid(String what) {
    return DynamoDbException.validation("One or more parameter values were invalid: " + what);
  }

  static DynamoDbException writeToIndex() {
    return DynamoDbException.validation("Data manipulation on an index is not supported.");
  }

  static DynamoDbException noKeyEquality() {
    return DynamoDbException.validation(
        "Where clause does not contain a mandatory equality on all key attributes");
  }

  /**
   * @param clause as in {@code RETURNING MODIFIED OLD *}
   */
  static DynamoDbException returningInDelete(String clause) {
    return DynamoDbException.validation(
        "Invalid returning clause: "
            + clause
            + ". Only RETURNING ALL OLD * is allowed in DELETE statements.");
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

  static DynamoDbException malformedToken() {
    return DynamoDbException.validation("NextToken is malformed");
  }

  /** A token that another statement, or the same with other parameters, was answered with. */
  public static DynamoDbException foreignToken() {
    return DynamoDbException.validation("NextToken does not match request");
  }

  public static DynamoDbException mixedBatch() {
    return DynamoDbException.validation(
        "The entire batch must consist of either read statements or write statements.");
  }

  public static DynamoDbException mixedTransaction() {
    return DynamoDbException.validation(
        "The entire transaction must consist of either read statements or write statements.");
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
        "EXISTS statements are only supported in ExecuteTransaction.");
  }

  static DynamoDbException existsWithoutCondition() {
    return DynamoDbException.validation(
        "The where clause of an EXISTS statement must contain a condition besides the primary"
            + " key.");
  }

  /** The fault of one statement as its transaction words it; other faults stay as they are. */
  public static DynamoDbException inTransaction(int index, DynamoDbException fault) {
    return fault.code() == ErrorCode.VALIDATION
        ? DynamoDbException.validation(
            "Validation failed in TransactStatements[" + index + "]: " + fault.getMessage())
        : fault;
  }
}
