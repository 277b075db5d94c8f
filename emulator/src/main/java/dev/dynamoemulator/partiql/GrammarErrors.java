package dev.dynamoemulator.partiql;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * Faults that the text of a statement shows by itself: what is no PartiQL, and what the dialect
 * leaves out of it (partiql.md §3, §7, §8). The tails of syntax errors, for which DynamoDB Local
 * has no text either, follow PartiQL's own parser.
 */
final class GrammarErrors {

  private GrammarErrors() {}

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

  static DynamoDbException emptyName() {
    return DynamoDbException.validation("Path component cannot be an empty string");
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

  static DynamoDbException wildcardPath(Position position) {
    return at("Wildcard path component like a[*].b are not supported", position);
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

  static DynamoDbException setFunctionArguments(String function, Position position) {
    return at(function + " must have exactly two arguments", position);
  }

  /**
   * @param position that of the statement
   */
  static DynamoDbException insertAtPlace(Position position) {
    return at("AT is not supported in insert statements.", position);
  }

  static DynamoDbException insertIntoIndex() {
    return DynamoDbException.validation(
        "FROM clause may only contain a single table name in data manipulation statements");
  }

  static DynamoDbException writeToIndex() {
    return DynamoDbException.validation("This operation is not supported on an index");
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

  static DynamoDbException orderByNoName(String type) {
    return DynamoDbException.validation(
        "Argument to ORDER BY must be of type VariableReference. Type: " + type);
  }

  /** A fault with its place in the statement. */
  static DynamoDbException at(String what, Position position) {
    return DynamoDbException.validation(what + " at " + position);
  }
}
