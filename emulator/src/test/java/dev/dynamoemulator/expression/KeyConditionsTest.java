package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.keyConditions;
import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversion of KeyConditionExpression and the messages of key conditions (§6). */
class KeyConditionsTest {

  private static final String VALUES =
      "{':p': {S: 'p'}, ':lo': {N: '1'}, ':hi': {N: '2'}, ':s': {S: 's'}, ':n': {N: '3'}}";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "pk = :p | pk EQ {S:p}",
        ":p = pk | pk EQ {S:p}",
        "(pk = :p) AND (sk < :lo) | pk EQ {S:p}; sk LT {N:1}",
        "sk >= :lo AND pk = :p | sk GE {N:1}; pk EQ {S:p}",
        ":lo <= sk AND pk = :p | sk GE {N:1}; pk EQ {S:p}",
        ":lo < sk AND pk = :p | sk GT {N:1}; pk EQ {S:p}",
        ":lo > sk AND pk = :p | sk LT {N:1}; pk EQ {S:p}",
        ":lo >= sk AND pk = :p | sk LE {N:1}; pk EQ {S:p}",
        "pk = :p AND sk BETWEEN :lo AND :hi | pk EQ {S:p}; sk BETWEEN {N:1} {N:2}",
        "pk = :p AND begins_with(sk, :s) | pk EQ {S:p}; sk BEGINS_WITH {S:s}",
        "(pk = :p AND (sk <= :n)) | pk EQ {S:p}; sk LE {N:3}",
        "a = :p AND (b = :p AND (c = :p AND d > :n)) | a EQ {S:p}; b EQ {S:p}; c EQ {S:p}; d GT {N:3}",
      })
  void convertsInTheOrderWritten(String text, String expected) {
    assertThat(describe(keyConditions(text, VALUES))).isEqualTo(expected);
  }

  private static String describe(KeyConditions conditions) {
    return conditions.conditions().stream()
        .map(
            condition ->
                condition.attribute()
                    + " "
                    + condition.operator()
                    + condition.values().stream()
                        .map(value -> " " + AttributeValues.describe(value))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("; "));
  }

  @Test
  void findsTheConditionOnAnAttribute() {
    KeyConditions conditions = keyConditions("pk = :p AND sk > :n", VALUES);

    assertThat(conditions.on("sk").operator()).isEqualTo(ComparisonOperator.GT);
    assertThat(conditions.on("sk").value()).isEqualTo(AttributeJson.value("{N: '3'}"));
    assertThat(conditions.on("other")).isNull();
    assertThat(conditions.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "pk = :p OR sk = :s | Invalid operator used in KeyConditionExpression: OR",
        "NOT pk = :p | Invalid operator used in KeyConditionExpression: NOT",
        "pk IN (:p) | Invalid operator used in KeyConditionExpression: IN",
        "pk <> :p | Invalid operator used in KeyConditionExpression: <>",
        "attribute_exists(pk) | Invalid operator used in KeyConditionExpression: attribute_exists",
        "attribute_not_exists(pk) | Invalid operator used in KeyConditionExpression: "
            + "attribute_not_exists",
        "attribute_type(pk, :t) | Invalid operator used in KeyConditionExpression: attribute_type",
        "contains(pk, :p) | Invalid operator used in KeyConditionExpression: contains",
        "size(pk) = :n | KeyConditionExpressions cannot contain nested operations",
        "pk = size(sk) | KeyConditionExpressions cannot contain nested operations",
        "pk BETWEEN size(sk) AND :n | KeyConditionExpressions cannot contain nested operations",
        "size(sk) BETWEEN :lo AND :hi | KeyConditionExpressions cannot contain nested operations",
        "pk.a = :p | KeyConditionExpressions cannot have conditions on nested attributes",
        "pk[0] = :p | KeyConditionExpressions cannot have conditions on nested attributes",
        "begins_with(pk.a, :p) | KeyConditionExpressions cannot have conditions on nested attributes",
        ":n BETWEEN sk AND :n | Invalid condition in KeyConditionExpression: BETWEEN operator must "
            + "have the key attribute as its first operand",
        "begins_with(:p, sk) | Invalid condition in KeyConditionExpression: begins_with operator "
            + "must have the key attribute as its first operand",
        "pk = sk | Invalid condition in KeyConditionExpression: Multiple attribute names used in one "
            + "condition",
        "pk BETWEEN :lo AND sk | Invalid condition in KeyConditionExpression: Multiple attribute "
            + "names used in one condition",
        ":p = :s | Invalid condition in KeyConditionExpression: No key attribute specified",
        "pk = :p AND pk > :s | KeyConditionExpressions must only contain one condition per key",
        "pk = :p AND (sk = :s OR sk > :s) | Invalid operator used in KeyConditionExpression: OR",
        "pk.a = :p AND sk <> :s | KeyConditionExpressions cannot have conditions on nested "
            + "attributes",
        "sk <> :s AND pk.a = :p | Invalid operator used in KeyConditionExpression: <>",
      })
  void conversionFaultsComeInTheOrderOfTheExpression(String text, String message) {
    String values = VALUES.replace("{':p'", "{':t': {S: 'S'}, ':p'");

    assertThat(messageOf(() -> keyConditions(text, values))).isEqualTo(message);
  }

  @Test
  void staticFaultsCarryTheParameter() {
    assertThat(messageOf(() -> keyConditions("begins_with(sk, :n)", VALUES)))
        .isEqualTo(
            "Invalid KeyConditionExpression: Incorrect operand type for operator or function; "
                + "operator or function: begins_with, operand type: N");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, false",
    "1, 2, true",
    "2, 2, true",
    "3, 2, false",
    "8, 8, true",
    "9, 8, false"
  })
  void countIsLimited(int count, int maximum, boolean isAllowed) {
    KeyConditions conditions =
        KeyConditions.of(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        new KeyCondition(
                            "a" + i,
                            ComparisonOperator.EQ,
                            List.of(AttributeJson.value("{S: 's'}"))))
                .toList());

    assertThat(messageOf(() -> conditions.checkCount(maximum)))
        .isEqualTo(isAllowed ? null : "Conditions can be of length 1 or 2 only");
  }

  @Test
  void messagesOfTheSchemaChecks() {
    assertThat(KeyConditionErrors.noKeyCondition())
        .hasMessage(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
                + " request.");
    assertThat(KeyConditionErrors.missingKeyElement("pk"))
        .hasMessage("Query condition missed key schema element: pk");
    assertThat(KeyConditionErrors.unsupportedCondition())
        .hasMessage("Query key condition not supported");
    assertThat(KeyConditionErrors.notIndexable())
        .hasMessage("Attempted conditional constraint is not an indexable operation");
    assertThat(KeyConditionErrors.typeMismatch())
        .hasMessage(
            "One or more parameter values were invalid: "
                + "Condition parameter type does not match schema type");
  }
}
