package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * Faults of statements (partiql.md §4.3, §4.4, §5, §7, §8). Where the reference gives no text, the
 * one here is what DynamoDB Local answers: where both are known, its translation of statements
 * words faults as the service does ({@code COUNT(*)}, RETURNING, missing keys). The tails of syntax
 * errors, for which it has none, follow PartiQL's own parser.
 */
public final class StatementErrors {

  private static final String MIXED_SET =
      "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";

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

  /** Well-formed PartiQL that is no statement, such as a definition of tables. */
  static DynamoDbException unsupportedOperation(String operation) {
    return DynamoDbException.validation("Unsupported operation: " + operation);
  }

  /** Well-formed PartiQL where the dialect takes nothing but names and list positions. */
  static DynamoDbException unexpectedPathComponent(Position position) {
    return at("Unexpected path component", position);
  }

  static DynamoDbException listIndexOutOfRange(String index, Position position) {
    return at("List index is not within the allowable range; index: [" + index + "]", position);
  }

  static DynamoDbException pathTooDeep(int levels) {
    return DynamoDbException.validation(
        "The document path has too many nesting levels; nesting levels: " + levels);
  }

  static DynamoDbException unpivotedPath(Position position) {
    return at("Unpivot path component like a.*.b are not supported", position);
  }

  static DynamoDbException changedHierarchy() {
    return DynamoDbException.validation("Changing item's hierarchy while reading isn't supported");
  }

  /** A FROM clause with anything but the name of a table or index. */
  static DynamoDbException unexpectedFromSource() {
    return DynamoDbException.validation("Unexpected from source");
  }

  static DynamoDbException listInFromSource() {
    return DynamoDbException.validation("Invalid list expression in source.");
  }

  static DynamoDbException longFromSource() {
    return DynamoDbException.validation(
        "A path may contain at most 2 components in the FROM clause");
  }

  static DynamoDbException severalFromSources() {
    return DynamoDbException.validation("Only select from a single table or index is supported.");
  }

  static DynamoDbException alias() {
    return DynamoDbException.validation("Aliasing is not supported");
  }

  static DynamoDbException duplicateIdentifiers(String name) {
    return DynamoDbException.validation("Duplicate identifiers in select clause: " + name);
  }

  static DynamoDbException valueOrPivot() {
    return DynamoDbException.validation(
        "Select projection doesn't support value or pivot keywords");
  }

  static DynamoDbException unsupportedClause(String clause) {
    return DynamoDbException.validation("Unsupported clause: " + clause);
  }

  /**
   * @param position where what the clause says begins, behind its keyword
   */
  static DynamoDbException unsupportedClause(String clause, Position position) {
    return at("Unsupported clause: " + clause, position);
  }

  static DynamoDbException unsupportedToken(String token) {
    return DynamoDbException.validation("Unsupported token in expression: " + token);
  }

  static DynamoDbException unsupportedToken(String token, Position position) {
    return at("Unsupported token in expression: " + token, position);
  }

  static DynamoDbException noBoolean() {
    return DynamoDbException.validation(
        "WHERE clause must contain an expression that resolves to a boolean");
  }

  static DynamoDbException noConditionInConjunction() {
    return DynamoDbException.validation("The arguments to AND/OR must be Expressions");
  }

  static DynamoDbException noConditionInNegation() {
    return DynamoDbException.validation("The argument to NOT must be a Type or Expression");
  }

  static DynamoDbException operatorInCondition(String operator) {
    return DynamoDbException.validation(
        "Unsupported operator in Condition Expression. Operator: " + operator);
  }

  static DynamoDbException operatorInUpdate(String operator) {
    return DynamoDbException.validation(
        "Unsupported operator in Update Expression. Operator: " + operator);
  }

  static DynamoDbException unknownFunction(String function) {
    return DynamoDbException.validation("Unrecognized function: " + function);
  }

  static DynamoDbException functionInCondition(String function) {
    return DynamoDbException.validation(
        "The function is not allowed in a condition expression; function: " + function);
  }

  static DynamoDbException functionInUpdate(String function) {
    return DynamoDbException.validation(
        "The function is not allowed in an update expression; function: " + function);
  }

  static DynamoDbException inWithoutList() {
    return DynamoDbException.validation(
        "IN operator must have a left hand argument of type Variable Reference and right hand"
            + " argument of type Seq with at least one member");
  }

  static DynamoDbException missingWithoutIs() {
    return DynamoDbException.validation("MISSING must be compared using IS operator");
  }

  static DynamoDbException isOfNoPath() {
    return DynamoDbException.validation(
        "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
  }

  /**
   * @param position that of IS
   */
  static DynamoDbException unsupportedType(String type, Position position) {
    return at(
        "Unsupported data type for IS operator: "
            + type
            + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT,"
            + " TUPLE, LIST]",
        position);
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

  /**
   * @param position that of the opening sign
   */
  static DynamoDbException emptySet(Position position) {
    return at("Empty bags are not supported", position);
  }

  static DynamoDbException memberOfNoSet(Position position) {
    return at(MIXED_SET, position);
  }

  static DynamoDbException mixedSet() {
    return DynamoDbException.validation(MIXED_SET);
  }

  static DynamoDbException duplicateSetMembers() {
    return DynamoDbException.validation("Input collection contains duplicates");
  }

  /**
   * @param place of the tuple in the attribute value, from {@code root}
   */
  static DynamoDbException duplicateKey(String key, String place, Position position) {
    return at("Duplicate keys in tuple. Key: " + key + " under " + place, position);
  }

  static DynamoDbException keyOfNoString(String type, String place, Position position) {
    return at(
        "Tuple keys must be of type String. Actual type: " + type + " under " + place, position);
  }

  static DynamoDbException emptyName() {
    return DynamoDbException.validation("Path component cannot be an empty string");
  }

  static DynamoDbException unsupportedData(String data, String place, Position position) {
    return at("Unsupported data type: " + data + " under key " + place, position);
  }

  static DynamoDbException insertOfNoTuple(Position position) {
    return at(
        "Unsupported format in item expression. Please use struct format {...} to express item"
            + " values for insert statement.",
        position);
  }

  static DynamoDbException returningInInsert() {
    return DynamoDbException.validation("RETURNING is not supported in INSERT");
  }

  static DynamoDbException otherSetFunctionTarget(String function) {
    return DynamoDbException.validation(
        "The first argument to " + function + " must equal the assignment value");
  }

  /**
   * @param position that of the first argument
   */
  static DynamoDbException setFunctionOfNoSet(String function, Position position) {
    return at("The second argument to " + function + " must be a value with type SET", position);
  }

  static DynamoDbException insertIntoIndex() {
    return DynamoDbException.validation(
        "FROM clause may only contain a single table name in data manipulation statements");
  }

  static DynamoDbException writeToIndex() {
    return DynamoDbException.validation("This operation is not supported on an index");
  }

  static DynamoDbException missingKey(String attribute) {
    return DynamoDbException.validation(
        "Key attribute should be present in the item: Key " + attribute);
  }

  static DynamoDbException keyTypeMismatch(String attribute) {
    return DynamoDbException.validation(
        "Key attribute's data type should match its data type in table's schema: Key " + attribute);
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

  static DynamoDbException returningWithoutStar() {
    return DynamoDbException.validation(
        "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
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

  static DynamoDbException orderByNoName(String type) {
    return DynamoDbException.validation(
        "Argument to ORDER BY must be of type VariableReference. Type: " + type);
  }

  static DynamoDbException malformedToken() {
    return DynamoDbException.validation("Invalid NextToken");
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
