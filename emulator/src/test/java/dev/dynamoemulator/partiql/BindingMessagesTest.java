package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.DynamoNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of operands, known once parameters are in place (partiql.md §6, §8). */
class BindingMessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "< | true | BOOL",
        "<= | null | NULL",
        "> | [1] | L",
        ">= | {'a': 1} | M",
        "< | <<'a'>> | SS",
        "< | <<1>> | NS",
      })
  void refusesOrderOfTypesWithoutOne(String operator, String value, String type) {
    assertThat(fault("SELECT * FROM t WHERE a " + operator + " " + value))
        .isEqualTo(
            "Incorrect operand type for operator or function; operator or function: "
                + operator
                + ", operand type: "
                + type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "<>"})
  void comparesAnyTypeForEquality(String operator) {
    for (String value : List.of("true", "null", "[1]", "{'a': 1}", "<<'a'>>")) {
      assertThat(fault("SELECT * FROM t WHERE a " + operator + " " + value)).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a BETWEEN true AND false | Incorrect operand type for operator or function; operator or"
            + " function: BETWEEN, operand type: BOOL",
        "a BETWEEN 1 AND 'b' | The BETWEEN operator requires same data type for lower and upper"
            + " bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand:"
            + " AttributeValue: {S:b}",
        "a BETWEEN 2 AND 1 | The BETWEEN operator requires upper bound to be greater than or equal"
            + " to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand:"
            + " AttributeValue: {N:1}",
        "begins_with(a, 1) | Incorrect operand type for operator or function; operator or function:"
            + " begins_with, operand type: N",
        "size(1) > 2 | Incorrect operand type for operator or function; operator or function:"
            + " size, operand type: N",
        "attribute_type(a, 1) | Incorrect operand type for operator or function; operator or"
            + " function: attribute_type, operand type: N",
        "attribute_type(a, 'X') | Invalid attribute type name found; type: X, valid types:"
            + " {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "a = a | The first operand must be distinct from the remaining operands for this operator"
            + " or function; operator: =, first operand: [a]",
        "a BETWEEN 1 AND a | The first operand must be distinct from the remaining operands for this"
            + " operator or function; operator: BETWEEN, first operand: [a]",
        "a IN [1, a] | The first operand must be distinct from the remaining operands for this"
            + " operator or function; operator: IN, first operand: [a]",
        "contains(a.b[0], a.b[0]) | The first operand must be distinct from the remaining operands"
            + " for this operator or function; operator: contains, first operand: [a, b, [0]]",
      })
  void checksOperandsLikeConditionExpressions(String condition, String text) {
    assertThat(fault("SELECT * FROM t WHERE " + condition)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = b + 'x' | Incorrect operand type for operator or function; operator or function: +,"
            + " operand type: S",
        "a = list_append(a, 'x') | Incorrect operand type for operator or function; operator or"
            + " function: list_append, operand type: S",
        "a = 1, a = 2 | Two document paths overlap with each other; must remove or rewrite one of"
            + " these paths; path one: [a], path two: [a]",
        "a.b = 1 REMOVE a | Two document paths overlap with each other; must remove or rewrite one"
            + " of these paths; path one: [a, b], path two: [a]",
        "a.b = 1, a[0] = 2 | Two document paths conflict with each other; must remove or rewrite"
            + " one of these paths; path one: [a, b], path two: [a, [0]]",
      })
  void checksAssignmentsLikeUpdateExpressions(String assignments, String text) {
    assertThat(fault("UPDATE t SET " + assignments)).isEqualTo(text);
  }

  @Test
  void wantsAsManyParametersAsQuestionMarks() {
    String text = "Number of parameters in request and statement don't match.";
    AttributeValue one = new AttributeValue.N(DynamoNumber.of(1));

    assertThat(fault("SELECT * FROM t WHERE a = ?")).isEqualTo(text);
    assertThat(fault("SELECT * FROM t WHERE a = ?", one, one)).isEqualTo(text);
    assertThat(fault("SELECT * FROM t WHERE a = '?'", one)).isEqualTo(text);
    assertThat(fault("SELECT * FROM t WHERE a IN [?, ?]", one, one)).isNull();
  }

  @Test
  void checksWhatParametersBring() {
    AttributeValue truth = AttributeValue.Bool.TRUE;

    assertThat(fault("SELECT * FROM t WHERE a < ?", truth))
        .isEqualTo(
            "Incorrect operand type for operator or function; operator or function: <, operand"
                + " type: BOOL");
    assertThat(fault("UPDATE t SET a = set_add(a, ?)", truth))
        .isEqualTo("The second argument to SET_ADD must be a value with type SET at 1:26:1");
  }

  @ParameterizedTest
  @CsvSource({"32, false", "33, true"})
  void limitsLevelsOfInsertedValues(int levels, boolean isTooDeep) {
    String value = "[".repeat(levels - 1) + "1" + "]".repeat(levels - 1);

    assertThat(fault("INSERT INTO t VALUE {'a': " + value + "}"))
        .isEqualTo(
            isTooDeep
                ? "Nesting Levels have exceeded supported limits: Attributes in the item have"
                    + " nested levels beyond supported limit"
                : null);
  }

  private static String fault(String statement, AttributeValue... parameters) {
    DynamoDbException fault =
        catchThrowableOfType(
            DynamoDbException.class,
            () -> StatementParser.parse(statement).bind(List.of(parameters)));
    return fault == null ? null : fault.getMessage();
  }
}
