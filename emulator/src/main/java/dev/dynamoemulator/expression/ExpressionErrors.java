package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;

/** Faults of an expression itself, starting with the name of its parameter if it has one. */
final class ExpressionErrors {

  private static final String OPERATOR_OR_FUNCTION = " operator or function: ";

  private ExpressionErrors() {}

  private static DynamoDbException invalid(ExpressionOrigin origin, String detail) {
    return DynamoDbException.validation(origin.faultPrefix() + detail);
  }

  static DynamoDbException syntax(ExpressionKind kind, String token, String near) {
    return invalid(kind, "Syntax error; token: \"" + token + "\", near: \"" + near + "\"");
  }

  static DynamoDbException empty(ExpressionKind kind) {
    return invalid(kind, "The expression can not be empty;");
  }

  /** The size is named for filters only (expressions.md §3). */
  static DynamoDbException tooLong(ExpressionKind kind, int bytes) {
    return invalid(
        kind,
        "Expression size has exceeded the maximum allowed size;"
            + (kind == ExpressionKind.FILTER ? " expression size: " + bytes : ""));
  }

  static DynamoDbException tooManyOperators(ExpressionOrigin origin, int count) {
    return invalid(origin, "The expression contains too many operators; operator count: " + count);
  }

  static DynamoDbException tooManyInOperands(ExpressionOrigin origin, int count) {
    return invalid(
        origin, "The IN operator is provided with too many operands; number of operands: " + count);
  }

  static DynamoDbException listIndexOutOfRange(ExpressionKind kind, String index) {
    return invalid(kind, "List index is not within the allowable range; index: [" + index + "]");
  }

  /** The limit is documented (expressions.md §3); inferred, as DynamoDB Local words it. */
  static DynamoDbException pathTooDeep(ExpressionKind kind, int levels) {
    return invalid(
        kind, "The document path has too many nesting levels; nesting levels: " + levels);
  }

  static DynamoDbException redundantParentheses(ExpressionKind kind) {
    return invalid(kind, "The expression has redundant parentheses;");
  }

  static DynamoDbException unknownFunction(ExpressionKind kind, String function) {
    return invalid(kind, "Invalid function name; function: " + function);
  }

  static DynamoDbException misusedFunction(ExpressionKind kind, String function) {
    return invalid(
        kind,
        "The function is not allowed to be used this way in an expression; function: " + function);
  }

  static DynamoDbException updateFunctionInCondition(ExpressionKind kind, String function) {
    return invalid(
        kind, "The function is not allowed in a condition expression; function: " + function);
  }

  static DynamoDbException conditionFunctionInUpdate(String function) {
    return invalid(
        ExpressionKind.UPDATE,
        "The function is not allowed in an update expression; function: " + function);
  }

  static DynamoDbException reservedWord(ExpressionKind kind, String word) {
    return invalid(kind, "Attribute name is a reserved keyword; reserved keyword: " + word);
  }

  static DynamoDbException repeatedSection(String section) {
    return invalid(
        ExpressionKind.UPDATE,
        "The \"" + section + "\" section can only be used once in an update expression;");
  }

  static DynamoDbException undefinedName(ExpressionKind kind, String placeholder) {
    return invalid(
        kind,
        "An expression attribute name used in the document path is not defined; attribute name: "
            + placeholder);
  }

  static DynamoDbException undefinedValue(ExpressionKind kind, String placeholder) {
    return invalid(
        kind,
        "An expression attribute value used in expression is not defined; attribute value: "
            + placeholder);
  }

  static DynamoDbException wrongOperandCount(ExpressionOrigin origin, String function, int count) {
    return invalid(
        origin,
        "Incorrect number of operands for operator or function;"
            + OPERATOR_OR_FUNCTION
            + function
            + ", number of operands: "
            + count);
  }

  static DynamoDbException repeatedFirstOperand(
      ExpressionOrigin origin, String operator, Path path) {
    return invalid(
        origin,
        "The first operand must be distinct from the remaining operands for this operator or"
            + " function; operator: "
            + operator
            + ", first operand: "
            + path);
  }

  static DynamoDbException pathRequired(ExpressionOrigin origin, String function) {
    return invalid(
        origin, "Operator or function requires a document path;" + OPERATOR_OR_FUNCTION + function);
  }

  /**
   * @param type the type's descriptor, or the set of all of them where only the item would tell
   */
  static DynamoDbException wrongOperandType(ExpressionOrigin origin, String operator, String type) {
    return invalid(
        origin,
        "Incorrect operand type for operator or function;"
            + OPERATOR_OR_FUNCTION
            + operator
            + ", operand type: "
            + type);
  }

  /**
   * ADD and DELETE name themselves and the types in their own way (expressions.md §8.2, row 9), and
   * say which set of types is allowed (reports of the service's users, DynamoDB Local; older
   * recordings end before it).
   */
  static DynamoDbException wrongActionOperandType(String action, AttributeType type) {
    return invalid(
        ExpressionKind.UPDATE,
        "Incorrect operand type for operator or function; operator: "
            + action
            + ", operand type: "
            + longName(type)
            + ", typeSet: ALLOWED_FOR_"
            + action
            + "_OPERAND");
  }

  private static String longName(AttributeType type) {
    return switch (type) {
      case S -> "STRING";
      case N -> "NUMBER";
      case B -> "BINARY";
      case BOOL -> "BOOLEAN";
      case L -> "LIST";
      case M -> "MAP";
      default -> type.name();
    };
  }

  static DynamoDbException unknownTypeName(ExpressionOrigin origin, String name) {
    return invalid(
        origin,
        "Invalid attribute type name found; type: "
            + name
            + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  }

  static DynamoDbException differentBoundTypes(
      ExpressionOrigin origin, AttributeValue lower, AttributeValue upper) {
    return invalid(
        origin,
        "The BETWEEN operator requires same data type for lower and upper bounds; "
            + bounds(lower, upper));
  }

  static DynamoDbException reversedBounds(
      ExpressionOrigin origin, AttributeValue lower, AttributeValue upper) {
    return invalid(
        origin,
        "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
            + bounds(lower, upper));
  }

  private static String bounds(AttributeValue lower, AttributeValue upper) {
    return "lower bound operand: AttributeValue: "
        + AttributeValues.describe(lower)
        + ", upper bound operand: AttributeValue: "
        + AttributeValues.describe(upper);
  }

  static DynamoDbException overlappingPaths(ExpressionOrigin origin, Path one, Path two) {
    return invalid(origin, "Two document paths overlap with each other; " + pair(one, two));
  }

  static DynamoDbException conflictingPaths(ExpressionOrigin origin, Path one, Path two) {
    return invalid(origin, "Two document paths conflict with each other; " + pair(one, two));
  }

  private static String pair(Path one, Path two) {
    return "must remove or rewrite one of these paths; path one: " + one + ", path two: " + two;
  }
}
