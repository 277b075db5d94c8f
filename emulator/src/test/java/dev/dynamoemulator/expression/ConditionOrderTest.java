package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two faults in one condition; which one is reported (expressions.md §5.3). */
class ConditionOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "((a = :s)) AND b | The expression has redundant parentheses;",
        "a IN (foo(((b)))) AND (( | The expression has redundant parentheses;",
        "a = b b AND ((a = :s)) | Syntax error",
        "a[2147483648] = b AND size(a) | List index is not within",
        "((a)) | Syntax error; token: \"<EOF>\", near: \")\"",
        "a = :s OR (((:s)) ) AND b = :s | Syntax error; token: \"AND\", near: \") AND b\"",
        "((a)) = :s AND | The expression has redundant parentheses;",
        "((size(a))) | The expression has redundant parentheses;",
        "foo(a) AND ((b = :s)) | The expression has redundant parentheses;",
        "size(a) AND foo(b) | Invalid function name; function: foo",
        "if_not_exists(a, b) = :s AND size(a) | The function is not allowed to be used this way",
        "name = :s AND list_append(a, b) | The function is not allowed in a condition expression",
        "#u = :s AND name = :s | Attribute name is a reserved keyword; reserved keyword: name",
        "contains(#u) | An expression attribute name used in the document path is not defined",
        "contains(:u) | An expression attribute value used in expression is not defined",
        "size(a, b) = size(#u) | An expression attribute name used in the document path",
        "a = a AND #u = :s | The first operand must be distinct",
        "attribute_exists(:s) AND a = :u | Operator or function requires a document path",
        "a = :u AND attribute_exists(:s) | An expression attribute value used in expression",
        "size(a, a) < a | Incorrect number of operands",
        "a < a AND a < :bool | The first operand must be distinct",
        "begins_with(a, a) OR begins_with(a) | The first operand must be distinct",
        "begins_with(a) OR begins_with(a, a) | Incorrect number of operands",
        "a < :bool AND a = a | Incorrect operand type",
        "a BETWEEN :bool AND a | Incorrect operand type",
        "a BETWEEN :s AND a OR a < :bool | The first operand must be distinct",
        "a IN (:s, a, size(:n)) | The first operand must be distinct",
        "size(:n) BETWEEN :bool AND :n | Incorrect operand type for operator or function; operator"
            + " or function: size",
        "a BETWEEN :n AND :bool | Incorrect operand type",
      })
  void higherPriorityWins(String text, String start) {
    Placeholders placeholders =
        Expressions.placeholders("{':s': {S: 's'}, ':n': {N: '1'}, ':bool': {BOOL: true}}");

    assertThat(messageOf(() -> Expressions.bind(ExpressionKind.CONDITION, text, placeholders)))
        .startsWith("Invalid ConditionExpression: " + start);
  }
}
