package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static dev.dynamoemulator.expression.Expressions.names;
import static dev.dynamoemulator.expression.Expressions.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of names and values (expressions.md §2, rows 1 to 12). */
class PlaceholdersTest {

  private static final String VALUE = "{S: 's'}";

  @ParameterizedTest
  @ValueSource(strings = {"#a", "#1", "#_", "#a_1B"})
  void acceptsKeysOfNames(String key) {
    assertThat(messageOf(() -> Placeholders.of(names(key, "a"), null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "a", ":a", "##a", "#a-b", "#a.b", "#a ", "#é"})
  void rejectsOtherKeysOfNames(String key) {
    assertThat(messageOf(() -> Placeholders.of(names(key, "a"), null)))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {":a", ":1", ":_", ":a_1B"})
  void acceptsKeysOfValues(String key) {
    assertThat(messageOf(() -> Placeholders.of(null, Map.of(key, AttributeJson.value(VALUE)))))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "a", "#a", "::a", ":a-b", ":a.b", ":a ", ":é"})
  void rejectsOtherKeysOfValues(String key) {
    assertThat(messageOf(() -> Placeholders.of(null, Map.of(key, AttributeJson.value(VALUE)))))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"" + key + "\"");
  }

  @ParameterizedTest
  @CsvSource({"32, true", "33, false"})
  void namesAndTheirKeysHave2MegabytesTogether(int count, boolean isAllowed) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      names.put("#n" + (10 + i), "x".repeat(65_536 - 4));
    }

    assertThat(messageOf(() -> Placeholders.of(names, null)))
        .isEqualTo(isAllowed ? null : "ExpressionAttributeNames exceeds max size");
  }

  @ParameterizedTest
  @CsvSource({"2097150, true", "2097151, false"})
  void valuesAndTheirKeysHave2MegabytesTogether(int length, boolean isAllowed) {
    Placeholders placeholders =
        Placeholders.of(null, Map.of(":v", new AttributeValue.S("x".repeat(length))));

    assertThat(messageOf(placeholders::checkValueSizes))
        .isEqualTo(isAllowed ? null : "ExpressionAttributeValues exceeds max size");
  }

  @Test
  void keysHave255BytesAtMost() {
    String letters = "a".repeat(254);

    assertThat(messageOf(() -> Placeholders.of(names("#" + letters, "a"), null))).isNull();
    assertThat(messageOf(() -> Placeholders.of(names("#a" + letters, "a"), null)))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains"
                + " a key that is too long; size of key: 256");
    assertThat(
            messageOf(() -> Placeholders.of(null, values("{':%s': %s}".formatted(letters, VALUE)))))
        .isNull();
    assertThat(
            messageOf(
                () -> Placeholders.of(null, values("{':a%s': %s}".formatted(letters, VALUE)))))
        .isEqualTo(
            "ExpressionAttributeValues contains invalid key: The expression attribute map contains"
                + " a key that is too long;");
  }

  /** Inferred, as DynamoDB Local answers; after all keys. */
  @Test
  void attributeNamesHave1To65535Bytes() {
    assertThat(messageOf(() -> Placeholders.of(names("#a", "a".repeat(65_535)), null))).isNull();
    assertThat(messageOf(() -> Placeholders.of(names("#a", "a".repeat(65_536)), null)))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid value: Attribute name is too large, must be"
                + " less than 65536 bytes for key #a");
    assertThat(messageOf(() -> Placeholders.of(names("#a", ""), null)))
        .isEqualTo(
            "ExpressionAttributeNames contains invalid value: Empty attribute name for key #a");
    assertThat(messageOf(() -> Placeholders.of(names("#a", "", "b", "b"), null)))
        .isEqualTo("ExpressionAttributeNames contains invalid key: Syntax error; key: \"b\"");
  }

  @Test
  void checksNamesBeforeValues() {
    assertThat(messageOf(() -> Placeholders.of(Map.of(), Map.of())))
        .isEqualTo("ExpressionAttributeNames must not be empty");
    assertThat(messageOf(() -> Placeholders.of(names("a", "a"), Map.of())))
        .startsWith("ExpressionAttributeNames contains invalid key");
    assertThat(messageOf(() -> Placeholders.of(names("#a", "a"), Map.of())))
        .isEqualTo("ExpressionAttributeValues must not be empty");
  }

  @Test
  void unusedPlaceholdersCountOverAllExpressions() {
    Placeholders placeholders =
        Placeholders.of(
            names("#a", "a", "#b", "b", "#c", "c"),
            values("{':a': {S: 's'}, ':b': {S: 's'}, ':c': {S: 's'}}"));
    Expressions.bind(ExpressionKind.UPDATE, "SET #a = :a", placeholders);
    assertThat(messageOf(placeholders::checkAllUsed))
        .isEqualTo(
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b, #c}");

    Expressions.bind(ExpressionKind.PROJECTION, "#b, #c", placeholders);
    assertThat(messageOf(placeholders::checkAllUsed))
        .isEqualTo(
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b, :c}");

    Expressions.bind(ExpressionKind.CONDITION, "size(a) IN (:b, :c)", placeholders);
    assertThat(messageOf(placeholders::checkAllUsed)).isNull();
  }

  @Test
  void messagesOfParametersWithoutExpression() {
    assertThat(ExpressionParameterErrors.namesWithoutExpression())
        .hasMessage("ExpressionAttributeNames can only be specified when using expressions");
    assertThat(
            ExpressionParameterErrors.valuesWithoutExpression(
                ExpressionKind.FILTER, ExpressionKind.KEY_CONDITION))
        .hasMessage(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "FilterExpression and KeyConditionExpression are null");
    assertThat(ExpressionParameterErrors.valuesWithoutExpression(ExpressionKind.FILTER))
        .hasMessage(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "FilterExpression is null");
    assertThat(
            ExpressionParameterErrors.valuesWithoutExpressionInWrite(
                Wording.OLDER, ExpressionKind.UPDATE, ExpressionKind.CONDITION))
        .hasMessage(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "UpdateExpression and ConditionExpression are null");
    assertThat(
            ExpressionParameterErrors.valuesWithoutExpressionInWrite(
                Wording.OLDER, ExpressionKind.CONDITION))
        .hasMessage(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "ConditionExpression is null");
    assertThat(
            ExpressionParameterErrors.valuesWithoutExpressionInWrite(
                Wording.NEWER, ExpressionKind.CONDITION))
        .hasMessage("ExpressionAttributeValues can only be specified when using expressions");
  }

  @Test
  void messageOfMixedParameters() {
    assertThat(
            ExpressionParameterErrors.mixedParameters(
                List.of("AttributeUpdates", "Expected"),
                List.of("UpdateExpression", "ConditionExpression")))
        .hasMessage(
            "Can not use both expression and non-expression parameters in the same request: "
                + "Non-expression parameters: {AttributeUpdates, Expected} "
                + "Expression parameters: {UpdateExpression, ConditionExpression}");
  }

  @Test
  void messageOfAnInvalidValue() {
    assertThat(
            ExpressionParameterErrors.invalidValue(
                "The parameter cannot be converted to a numeric value: x", ":v"))
        .hasMessage(
            "ExpressionAttributeValues contains invalid value: "
                + "The parameter cannot be converted to a numeric value: x for key :v");
  }

  @Test
  void messagesOfSchemaFaults() {
    assertThat(ExpressionSchemaErrors.nestedPathUnderKey("pk"))
        .hasMessage(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: pk");
    assertThat(ExpressionSchemaErrors.nestedPathUnderIndexKey("gk"))
        .hasMessage(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: IndexKey: gk");
    assertThat(ExpressionSchemaErrors.filterOnKey("pk"))
        .hasMessage(
            "Filter Expression can only contain non-primary key attributes: "
                + "Primary key attribute: pk");
    assertThat(ExpressionSchemaErrors.queryFilterOnKey("pk"))
        .hasMessage(
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: pk");
    assertThat(ExpressionSchemaErrors.updateOfKey("pk"))
        .hasMessage(
            "One or more parameter values were invalid: Cannot update attribute pk. "
                + "This attribute is part of the key");
  }
}
