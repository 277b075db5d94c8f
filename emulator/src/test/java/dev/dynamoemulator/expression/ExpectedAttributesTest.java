package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The legacy parameter Expected (legacy.md §2); columns: Value, Exists, operator, list. */
class ExpectedAttributesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final Attributes ITEM = AttributeJson.item("{a: {S: 'x'}, nil: {NULL: true}}");

  private static ExpectedAttribute expected(
      String value, Boolean exists, ComparisonOperator operator, String list) {
    return new ExpectedAttribute(
        value == null ? null : LegacyConditionsTest.values(value).get(0),
        exists,
        operator,
        list == null ? null : list.equals("[]") ? List.of() : LegacyConditionsTest.values(list));
  }

  private static Condition condition(ExpectedAttribute expected) {
    return ExpectedAttributes.condition(Map.of("a", expected), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{S: 'x'} | - | - | - | true",
        "{S: 'x'} | true | - | - | true",
        "{S: 'y'} | - | - | - | false",
        "{N: '1'} | - | - | - | false",
        "- | false | - | - | false",
        "{S: 'x'} | - | EQ | - | true",
        "- | - | EQ | {S: 'x'} | true",
        "- | - | NE | {S: 'x'} | false",
        "- | - | NULL | - | false",
        "- | - | NULL | [] | false",
        "- | - | NOT_NULL | - | true",
        "- | - | BETWEEN | {S: 'w'};{S: 'y'} | true",
      })
  void entries(
      String value, Boolean exists, ComparisonOperator operator, String list, boolean isTrue) {
    assertThat(condition(expected(value, exists, operator, list)).isTrue(ITEM)).isEqualTo(isTrue);
  }

  @Test
  void missingItemHasNoAttributes() {
    assertThat(condition(expected(null, false, null, null)).isTrue(Attributes.NONE)).isTrue();
    assertThat(condition(expected("{S: 'x'}", null, null, null)).isTrue(Attributes.NONE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, false", "AND, false", "OR, true"})
  void entriesCombine(ConditionalOperator operator, boolean isTrue) {
    Map<String, ExpectedAttribute> entries = new LinkedHashMap<>();
    entries.put("a", expected("{S: 'x'}", null, null, null));
    entries.put("nil", expected(null, false, null, null));

    assertThat(ExpectedAttributes.condition(entries, operator).isTrue(ITEM)).isEqualTo(isTrue);
  }

  @Test
  void emptyMapExpectsNothing() {
    assertThat(ExpectedAttributes.condition(Map.of(), null).isTrue(Attributes.NONE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{S: 'x'} | - | EQ | {S: 'x'} | Value and AttributeValueList cannot be used together for"
            + " Attribute: a",
        "{S: 'x'} | true | EQ | - | Exists and ComparisonOperator cannot be used together for"
            + " Attribute: a",
        "- | false | NULL | - | Exists and ComparisonOperator cannot be used together for"
            + " Attribute: a",
        "- | - | GT | - | Value or AttributeValueList must be used with ComparisonOperator: GT for"
            + " Attribute: a",
        "- | - | EQ | [] | Invalid number of argument(s) for the EQ ComparisonOperator",
        "{S: 'x'} | - | BETWEEN | - | Invalid number of argument(s) for the BETWEEN"
            + " ComparisonOperator",
        "{S: 'x'} | - | NULL | - | Invalid number of argument(s) for the NULL ComparisonOperator",
        "- | - | IN | {S: 'x'};{N: '1'} | AttributeValues inside AttributeValueList must be of same"
            + " type",
        "{BOOL: true} | - | LT | - | ComparisonOperator LT is not valid for BOOL AttributeValue"
            + " type",
        "- | - | - | {S: 'x'} | AttributeValueList can only be used with a ComparisonOperator for"
            + " Attribute: a",
        "- | true | - | {S: 'x'} | AttributeValueList can only be used with a ComparisonOperator for"
            + " Attribute: a",
        "- | - | - | - | Value must be provided when Exists is null for Attribute: a",
        "- | true | - | - | Value must be provided when Exists is true for Attribute: a",
        "{S: 'x'} | false | - | - | Value cannot be used when Exists is false for Attribute: a",
      })
  void faults(
      String value, Boolean exists, ComparisonOperator operator, String list, String message) {
    assertThat(messageOf(() -> condition(expected(value, exists, operator, list))))
        .isEqualTo(INVALID + message);
  }

  @Test
  void emptyName() {
    ExpectedAttribute absent = new ExpectedAttribute(null, false, null, null);

    assertThat(messageOf(() -> ExpectedAttributes.condition(Map.of("", absent), null)))
        .isEqualTo("Empty attribute name");
  }

  @Test
  void reversedBounds() {
    assertThat(
            messageOf(
                () ->
                    condition(
                        expected(null, null, ComparisonOperator.BETWEEN, "{N: '2'};{N: '1'}"))))
        .isEqualTo(
            "The BETWEEN condition was provided a range where the lower bound is greater than the"
                + " upper bound");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "~ ~ | - | - | - | faulty",
        "~ ~ | - | EQ | - | faulty",
        "- | - | IN | ;{S: 'x'} | faulty",
        "~ ~ | false | - | - | One or more parameter values were invalid: Value cannot be used when"
            + " Exists is false for Attribute: a",
        "~ ~ | - | BETWEEN | - | One or more parameter values were invalid: Invalid number of"
            + " argument(s) for the BETWEEN ComparisonOperator",
        "~ ~ | true | EQ | - | One or more parameter values were invalid: Exists and"
            + " ComparisonOperator cannot be used together for Attribute: a",
        "{S: 'x'} | true | EQ | {S: 'x'} | One or more parameter values were invalid: Value and"
            + " AttributeValueList cannot be used together for Attribute: a",
      })
  void aFaultyValueComesLast(
      String value, Boolean exists, ComparisonOperator operator, String list, String message) {
    assertThat(messageOf(() -> condition(expected(value, exists, operator, list))))
        .isEqualTo(message);
  }
}
