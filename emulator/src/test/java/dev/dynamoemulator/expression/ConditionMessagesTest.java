package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The static checks of conditions, rows 2 to 10 of expressions.md §5.3. */
class ConditionMessagesTest {

  private static final String VALUES =
      """
      {':s': {S: 's'}, ':r': {S: 'r'}, ':n': {N: '1'}, ':n2': {N: '2'}, ':b': {B: 'Ag=='},
       ':b1': {B: 'AQ=='}, ':bool': {BOOL: true}, ':null': {NULL: true}, ':ss': {SS: ['s']},
       ':ns': {NS: ['1']}, ':bs': {BS: ['AQ==']}, ':l': {L: []}, ':m': {M: {}}}
      """;

  private static String fault(String text) {
    Placeholders placeholders =
        Placeholders.of(
            Expressions.names("#a", "data", "#x", "a", "#dot", "x.y"), Expressions.values(VALUES));
    String message = messageOf(() -> Expressions.bind(ExpressionKind.FILTER, text, placeholders));
    if (message == null) {
      return null;
    }
    assertThat(message).startsWith("Invalid FilterExpression: ");
    return message.substring("Invalid FilterExpression: ".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "((a = :s))",
        "((a)) = :s",
        "a > ((b))",
        "a = :s AND ((b = :s AND c = :s)) AND d = :s",
        "size(((a))) > :n",
        "contains(((a)), b)",
        "a IN (((b)))",
        "a BETWEEN ((:n)) AND :n",
        "NOT ((a = :s))",
        "((attribute_exists(a)))",
        "((a)).b = :s",
        "((NOT a = :s))",
      })
  void redundantParentheses(String text) {
    assertThat(fault(text)).isEqualTo("The expression has redundant parentheses;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "foo(a) = :s | foo",
        "foo(a) | foo",
        "Size(a) > :n | Size",
        "ATTRIBUTE_EXISTS(a) | ATTRIBUTE_EXISTS",
        "exists(a) | exists",
        "a = :s AND foo(a) AND bar(b) | foo",
        "size(foo(bar(a))) > :n | foo",
      })
  void unknownFunction(String text, String function) {
    assertThat(fault(text)).isEqualTo("Invalid function name; function: " + function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "attribute_exists(a) = :s | attribute_exists",
        ":s = contains(a, b) | contains",
        "a IN (begins_with(a, b)) | begins_with",
        "attribute_type(a, :s) IN (a) | attribute_type",
        "a BETWEEN attribute_not_exists(a) AND :s | attribute_not_exists",
        "size(attribute_exists(a)) > :n | attribute_exists",
        "attribute_exists(contains(a, b)) | contains",
        "size(a) | size",
        "(size(a)) | size",
        "NOT size(a) | size",
        "a = :s OR size(a) | size",
        "size(a) AND a = :s | size",
      })
  void misusedFunction(String text, String function) {
    assertThat(fault(text))
        .isEqualTo(
            "The function is not allowed to be used this way in an expression; function: "
                + function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "if_not_exists(a, :s) = :s | if_not_exists",
        "list_append(a, b) | list_append",
        "size(list_append(a, b)) > :n | list_append",
      })
  void updateFunction(String text, String function) {
    assertThat(fault(text))
        .isEqualTo("The function is not allowed in a condition expression; function: " + function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "name = :s | name",
        "NaMe = :s | NaMe",
        "a.b.Status = :s | Status",
        "a = :s AND date = :s AND year = :s | date",
        "size(size) > :n | size",
        "contains(a, values) | values",
        "zone = :s | zone",
      })
  void reservedWord(String text, String word) {
    assertThat(fault(text))
        .isEqualTo("Attribute name is a reserved keyword; reserved keyword: " + word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "#u = :s | #u",
        "a.#u[0] = :s | #u",
        "#a = #u AND #v = :s | #u",
        "#u = :u | #u",
        "size(#u) > :n | #u",
      })
  void undefinedName(String text, String placeholder) {
    assertThat(fault(text))
        .isEqualTo(
            "An expression attribute name used in the document path is not defined; "
                + "attribute name: "
                + placeholder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a = :u | :u",
        "a = :u AND #u = :s | :u",
        ":u = #u | :u",
        "a IN (:s, :u) | :u",
        "a BETWEEN :s AND :u | :u",
        "begins_with(a, :u) | :u",
      })
  void undefinedValue(String text, String placeholder) {
    assertThat(fault(text))
        .isEqualTo(
            "An expression attribute value used in expression is not defined; attribute value: "
                + placeholder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "attribute_exists(a, b) | attribute_exists | 2",
        "attribute_not_exists(a, b) | attribute_not_exists | 2",
        "attribute_type(a) | attribute_type | 1",
        "begins_with(a) | begins_with | 1",
        "begins_with(a, b, c) | begins_with | 3",
        "contains(a) | contains | 1",
        "size(a, b) > :n | size | 2",
        "contains(size(a, b)) | size | 2",
      })
  void wrongArgumentCount(String text, String function, int count) {
    assertThat(fault(text))
        .isEqualTo(
            "Incorrect number of operands for operator or function; operator or function: %s, "
                + "number of operands: %d",
            function, count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a = a | = | [a]",
        "a <> a | <> | [a]",
        "a < a | < | [a]",
        "a <= a | <= | [a]",
        "a > a | > | [a]",
        "a >= a | >= | [a]",
        "(a) = (a) | = | [a]",
        "a = #x | = | [a]",
        "a.b = a.b | = | [a, b]",
        "l[0].b = l[0].b | = | [l, [0], b]",
        "#dot = #dot | = | [x.y]",
        "contains(#a, #a) | contains | [data]",
        "begins_with(a, a) | begins_with | [a]",
        "attribute_type(a, a) | attribute_type | [a]",
        // As DynamoDB Local finds them.
        "a IN (b, #x) | IN | [a]",
        "a.b IN (a.b) | IN | [a, b]",
        "a BETWEEN b AND a | BETWEEN | [a]",
        "a BETWEEN a AND b | BETWEEN | [a]",
      })
  void repeatedFirstOperand(String text, String operator, String path) {
    assertThat(fault(text))
        .isEqualTo(
            "The first operand must be distinct from the remaining operands for this operator or "
                + "function; operator: %s, first operand: %s",
            operator, path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "size(a) = size(a)",
        "size(a) IN (size(a))",
        "a IN (b, b)",
        "a BETWEEN b AND b",
        ":s = :s",
        ":s IN (:s)",
        "a.b = a.c",
        "a[0] = a[1]",
        "a = a.b",
      })
  void otherOperandsMayRepeat(String text) {
    assertThat(fault(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "attribute_exists(:s) | attribute_exists",
        "attribute_not_exists(:s) | attribute_not_exists",
        "attribute_exists(size(a)) | attribute_exists",
      })
  void pathRequired(String text, String function) {
    assertThat(fault(text))
        .isEqualTo(
            "Operator or function requires a document path; operator or function: " + function);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "begins_with(a, :n) | begins_with | N",
        "begins_with(:n, a) | begins_with | N",
        "begins_with(a, size(b)) | begins_with | N",
        "begins_with(a, :ss) | begins_with | SS",
        "attribute_type(a, :n) | attribute_type | N",
        "attribute_type(a, b) | attribute_type | {NS,SS,L,BS,N,M,B,BOOL,NULL,S}",
        "attribute_type(a, size(b)) | attribute_type | N",
        "size(:n) > :n | size | N",
        "size(:bool) > :n | size | BOOL",
        "size(:null) > :n | size | NULL",
        "size(size(a)) > :n | size | N",
        "contains(a, size(:n)) | size | N",
        "a IN (size(:n)) | size | N",
        "a BETWEEN size(:n) AND :n | size | N",
        "a < :bool | < | BOOL",
        "a <= :null | <= | NULL",
        "a > :ss | > | SS",
        "a >= :ns | >= | NS",
        ":bs < a | < | BS",
        ":l < :m | < | L",
        "a > :m | > | M",
        "a BETWEEN :bool AND :bool | BETWEEN | BOOL",
        "a BETWEEN :n AND :m | BETWEEN | M",
        ":l BETWEEN :n AND :n | BETWEEN | L",
      })
  void wrongOperandType(String text, String operator, String type) {
    assertThat(fault(text))
        .isEqualTo(
            "Incorrect operand type for operator or function; operator or function: %s, "
                + "operand type: %s",
            operator, type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      value = {
        "a = :bool",
        "a <> :l",
        "a IN (:m, :ss)",
        "size(:l) > :n",
        "size(:s) > :n",
        "contains(a, :l)",
        "begins_with(a, :b)",
        "begins_with(:s, a)",
        "a < :b",
        "size(a) < :s",
      })
  void otherTypesAreAllowed(String text) {
    assertThat(fault(text)).isNull();
  }

  @Test
  void unknownTypeName() {
    assertThat(fault("attribute_type(a, :s)"))
        .isEqualTo(
            "Invalid attribute type name found; type: s, "
                + "valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a BETWEEN :n AND :s | {N:1} | {S:s}",
        "a BETWEEN :b AND :n | {B:Ag==} | {N:1}",
      })
  void boundsOfDifferentTypes(String text, String lower, String upper) {
    assertThat(fault(text))
        .isEqualTo(
            "The BETWEEN operator requires same data type for lower and upper bounds; "
                + "lower bound operand: AttributeValue: %s, "
                + "upper bound operand: AttributeValue: %s",
            lower, upper);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "a BETWEEN :s AND :r | {S:s} | {S:r}",
        "a BETWEEN :n2 AND :n | {N:2} | {N:1}",
        "a BETWEEN :b AND :b1 | {B:Ag==} | {B:AQ==}",
      })
  void reversedBounds(String text, String lower, String upper) {
    assertThat(fault(text))
        .isEqualTo(
            "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                + "lower bound operand: AttributeValue: %s, "
                + "upper bound operand: AttributeValue: %s",
            lower, upper);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONDITION", "FILTER", "KEY_CONDITION", "SEARCH_CONDITION"})
  void everyKindNamesItself(ExpressionKind kind) {
    assertThat(messageOf(() -> Expressions.parse(kind, "((a = :v))")))
        .isEqualTo("Invalid " + kind.parameter() + ": The expression has redundant parentheses;");
    assertThat(messageOf(() -> Expressions.bind(kind, "a = :v", Placeholders.of(null, null))))
        .isEqualTo(
            "Invalid "
                + kind.parameter()
                + ": An expression attribute value used in expression is not defined; "
                + "attribute value: :v");
  }

  @Test
  void faultsAreValidationExceptions() {
    Assertions.assertThatExceptionOfType(DynamoDbException.class)
        .isThrownBy(() -> Expressions.parse(ExpressionKind.CONDITION, "a"))
        .extracting(DynamoDbException::code)
        .isEqualTo(ErrorCode.VALIDATION);
  }
}
