package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two faults in one update; which one is reported (expressions.md §8.2, §8.4). */
class UpdateOrderTest {

  private static final String VALUES = "{':s': {S: 's'}, ':n': {N: '1'}, ':l': {L: []}}";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "SET name = :s, a | Syntax error",
        "SET name = :s, a[2147483648] = :s | List index is not within",
        "SET a = foo(b), name = :s | Attribute name is a reserved keyword",
        "SET a = :s SET b = foo(c) | Invalid function name",
        "SET a = size(b) SET b = :s | The function is not allowed in an update expression",
        "SET a = size(b), c = foo(d) | The function is not allowed in an update expression",
        "SET a = foo(b), c = size(d) | Invalid function name",
        "SET #u = :s SET b = :s | The \"SET\" section",
        "SET a = :u, b = #u | An expression attribute name used in the document path",
        "SET a = :s, a = :u | An expression attribute value used in expression",
        "SET a.b = :s, a[0] = :s, a.b = :s | Two document paths overlap",
        "ADD a.b :s, a[0] :n | Two document paths conflict",
        "SET a = list_append(b) ADD c :s | Incorrect operand type for operator or function; "
            + "operator: ADD",
        "SET a = b + :s, c = list_append(d) | Incorrect operand type for operator or function; "
            + "operator or function: +",
        "SET a = list_append(d), b = b + :s | Incorrect number of operands",
        "SET a = ((b)), c | The expression has redundant parentheses",
        "SET a = b c, d = ((e)) | Syntax error",
        "SET name = :s, a = ((b)) | The expression has redundant parentheses",
        "SET a = if_not_exists(b, list_append(c, d)), name = :s | Attribute name is a reserved",
        "SET a = list_append(list_append(b, c), d) SET b = :s | The function is not allowed to be"
            + " used this way",
      })
  void higherPriorityWins(String text, String start) {
    assertThat(
            messageOf(
                () ->
                    Expressions.bind(
                        ExpressionKind.UPDATE, text, Expressions.placeholders(VALUES))))
        .startsWith("Invalid UpdateExpression: " + start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a.b = :s, c = d | The provided expression refers to an attribute",
        "ADD x :n SET c = d | The provided expression refers to an attribute",
        "ADD x :n REMOVE a.b | An operand in the update expression has an incorrect data type",
        "REMOVE a.b ADD x :n | The document path provided in the update expression is invalid",
      })
  void valuesAreComputedBeforeAnythingIsWritten(String text, String start) {
    assertThat(
            messageOf(
                () -> Expressions.update(text, VALUES).apply(AttributeJson.item("{x: {S: 'x'}}"))))
        .startsWith(start);
  }

  /** As DynamoDB Local and the classic order have it alike. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "SET a = x + b | An operand in the update expression has an incorrect data type",
        "SET a = b - x | The provided expression refers to an attribute",
        "SET a = list_append(x, b) | An operand in the update expression has an incorrect data type",
        "SET a = list_append(b, x) | The provided expression refers to an attribute",
      })
  void firstOperandIsFoundAndOfItsTypeBeforeTheSecond(String text, String start) {
    assertThat(
            messageOf(
                () -> Expressions.update(text, VALUES).apply(AttributeJson.item("{x: {S: 'x'}}"))))
        .startsWith(start);
  }
}
