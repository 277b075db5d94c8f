package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QueryFilter, ScanFilter and KeyConditions (legacy.md §3, §4, §6). */
class LegacyConditionsTest {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private static final Attributes ITEM =
      AttributeJson.item(
          """
          {s: {S: 'hello'}, n: {N: '5'}, b: {B: 'AQL/'}, t: {BOOL: true}, nil: {NULL: true},
           ss: {SS: ['a', 'b']}, ns: {NS: ['1', '2']}, l: {L: [{S: 'x'}, {N: '1'}]},
           'x.y': {S: 'dotted'}, name: {S: 'reserved'}}
          """);

  /** A list of values written as JSON, separated by semicolons. */
  static List<SuppliedValue> values(String json) {
    List<SuppliedValue> values = new ArrayList<>();
    if (json != null) {
      for (String value : json.split(";")) {
        values.add(
            value.isBlank()
                ? new SuppliedValue(null, "faulty")
                : SuppliedValue.of(AttributeJson.value(value)));
      }
    }
    return values;
  }

  private static AttributeCondition entry(ComparisonOperator operator, String values) {
    return new AttributeCondition(operator, values(values));
  }

  private static Condition filter(String attribute, ComparisonOperator operator, String values) {
    return LegacyConditions.filter(Map.of(attribute, entry(operator, values)), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "s | EQ | {S: 'hello'} | true",
        "n | EQ | {N: '5.0'} | true",
        "n | EQ | {S: '5'} | false",
        "t | EQ | {BOOL: true} | true",
        "ss | EQ | {SS: ['b', 'a']} | true",
        "absent | EQ | {S: 'x'} | false",
        "x.y | EQ | {S: 'dotted'} | true",
        "name | EQ | {S: 'reserved'} | true",
        "s | NE | {S: 'hello'} | false",
        "n | NE | {S: '5'} | true",
        "absent | NE | {S: 'x'} | true",
        "n | LT | {N: '6'} | true",
        "n | LT | {S: '6'} | false",
        "absent | LT | {N: '6'} | false",
        "n | LE | {N: '5'} | true",
        "s | GT | {S: 'he'} | true",
        "b | GE | {B: 'AQ=='} | true",
        "n | BETWEEN | {N: '5'};{N: '7'} | true",
        "n | BETWEEN | {N: '6'};{N: '7'} | false",
        "absent | BETWEEN | {N: '1'};{N: '7'} | false",
        "n | IN | {N: '1'};{N: '5'} | true",
        "n | IN | {N: '1'} | false",
        "absent | IN | {N: '1'} | false",
        "s | BEGINS_WITH | {S: 'he'} | true",
        "b | BEGINS_WITH | {B: 'AQ=='} | true",
        "n | BEGINS_WITH | {S: '5'} | false",
        "s | CONTAINS | {S: 'll'} | true",
        "b | CONTAINS | {B: 'Av8='} | true",
        "ss | CONTAINS | {S: 'a'} | true",
        "ss | CONTAINS | {S: 'c'} | false",
        "ns | CONTAINS | {N: '2.0'} | true",
        "l | CONTAINS | {S: 'x'} | true",
        "l | CONTAINS | {N: '1'} | true",
        "s | CONTAINS | {N: '1'} | false",
        "absent | CONTAINS | {S: 'x'} | false",
        "s | NOT_CONTAINS | {S: 'll'} | false",
        "n | NOT_CONTAINS | {S: '5'} | true",
        // Contrary to legacy.md §6, as DynamoDB Local and Alternator have it.
        "absent | NOT_CONTAINS | {S: 'x'} | false",
        "absent | NULL | - | true",
        "nil | NULL | - | false",
        "nil | NOT_NULL | - | true",
        "absent | NOT_NULL | - | false",
      })
  void operators(String attribute, ComparisonOperator operator, String values, boolean expected) {
    assertThat(filter(attribute, operator, values).isTrue(ITEM)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, false", "AND, false", "OR, true"})
  void entriesCombine(ConditionalOperator operator, boolean expected) {
    Map<String, AttributeCondition> entries = new LinkedHashMap<>();
    entries.put("s", entry(ComparisonOperator.EQ, "{S: 'hello'}"));
    entries.put("n", entry(ComparisonOperator.EQ, "{N: '6'}"));

    Condition condition = LegacyConditions.filter(entries, operator);

    assertThat(condition.isTrue(ITEM)).isEqualTo(expected);
    assertThat(condition.attributeNames()).containsExactly("s", "n");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "AND", "OR"})
  void emptyMapFiltersNothing(ConditionalOperator operator) {
    assertThat(LegacyConditions.filter(Map.of(), operator).isTrue(Attributes.NONE)).isTrue();
  }

  @Test
  void inTakesMoreValuesThanExpressionsAllow() {
    String values = "{N: '1'};".repeat(1000) + "{N: '5'}";

    assertThat(filter("n", ComparisonOperator.IN, values).isTrue(ITEM)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "EQ | -",
        "NE | -",
        "LT | -",
        "LE | -",
        "GT | -",
        "GE | -",
        "BETWEEN | -",
        "IN | -",
        "BEGINS_WITH | -",
        "CONTAINS | -",
        "NOT_CONTAINS | -",
        "NULL | {S: 'a'}",
        "NOT_NULL | {S: 'a'}",
        "EQ | {S: 'a'};{S: 'b'}",
        "BETWEEN | {S: 'a'}",
        "BETWEEN | {S: 'a'};{S: 'b'};{S: 'c'}",
        "EQ | {S: 'a'};{N: '1'}",
      })
  void wrongNumberOfValues(ComparisonOperator operator, String values) {
    assertThat(messageOf(() -> filter("a", operator, values)))
        .isEqualTo(
            INVALID + "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "BETWEEN | {S: 'a'};{N: '1'}",
        "IN | {S: 'a'};{S: 'b'};{N: '1'}",
        "IN | {BOOL: true};{S: 'b'}",
      })
  void mixedTypes(ComparisonOperator operator, String values) {
    assertThat(messageOf(() -> filter("a", operator, values)))
        .isEqualTo(INVALID + "AttributeValues inside AttributeValueList must be of same type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "LT | {BOOL: true} | BOOL",
        "LE | {NULL: true} | NULL",
        "GT | {SS: ['a']} | SS",
        "GE | {NS: ['1']} | NS",
        "BETWEEN | {L: []};{L: []} | L",
        "IN | {M: {}} | M",
        "CONTAINS | {SS: ['a']} | SS",
        "CONTAINS | {L: []} | L",
        "NOT_CONTAINS | {M: {}} | M",
        "BEGINS_WITH | {N: '1'} | N",
        "BEGINS_WITH | {BOOL: true} | BOOL",
      })
  void operatorNotValidForType(ComparisonOperator operator, String values, String type) {
    assertThat(messageOf(() -> filter("a", operator, values)))
        .isEqualTo(
            INVALID
                + "ComparisonOperator "
                + operator
                + " is not valid for "
                + type
                + " AttributeValue type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '~',
      value = {
        "EQ | {M: {}}",
        "NE | {L: []}",
        "EQ | {NULL: true}",
        "CONTAINS | {BOOL: true}",
        "CONTAINS | {NULL: true}",
        "IN | {B: 'AQ=='}",
        "BETWEEN | {N: '1'};{N: '1'}",
      })
  void otherTypesAreAllowed(ComparisonOperator operator, String values) {
    assertThat(messageOf(() -> filter("a", operator, values))).isNull();
  }

  @Test
  void reversedBounds() {
    assertThat(messageOf(() -> filter("a", ComparisonOperator.BETWEEN, "{N: '2'};{N: '1'}")))
        .isEqualTo(
            "The BETWEEN condition was provided a range where the lower bound is greater than the "
                + "upper bound");
  }

  @Test
  void aFaultyValueComesFirst() {
    assertThat(messageOf(() -> filter("a", ComparisonOperator.EQ, "{N: '2'}; ")))
        .isEqualTo("faulty");
  }

  /** Inferred from data-model.md §3. */
  @Test
  void namesHave1To65535Bytes() {
    ComparisonOperator operator = ComparisonOperator.NULL;
    String name = "n".repeat(65_535);

    assertThat(messageOf(() -> filter(name, operator, null))).isNull();
    assertThat(messageOf(() -> filter(name + "n", operator, null)))
        .isEqualTo("Attribute name is too large, must be less than 65536 bytes");
    assertThat(messageOf(() -> LegacyConditions.keyConditions(Map.of("", entry(operator, null)))))
        .isEqualTo("Empty attribute name");
  }

  @Test
  void theFirstFaultyEntryIsReported() {
    Map<String, AttributeCondition> entries = new LinkedHashMap<>();
    entries.put("a", entry(ComparisonOperator.EQ, "{S: 'a'}"));
    entries.put("b", entry(ComparisonOperator.LT, "{BOOL: true}"));
    entries.put("c", entry(ComparisonOperator.EQ, null));

    assertThat(messageOf(() -> LegacyConditions.filter(entries, null))).contains("LT is not valid");
  }

  @Test
  void keyConditionsKeepWhatNoIndexCanFollow() {
    Map<String, AttributeCondition> entries = new LinkedHashMap<>();
    entries.put("sk", entry(ComparisonOperator.NE, "{N: '1'}"));
    entries.put("pk", entry(ComparisonOperator.EQ, "{S: 'p'}"));

    KeyConditions conditions = LegacyConditions.keyConditions(entries);

    assertThat(conditions.conditions())
        .extracting(KeyCondition::attribute)
        .containsExactly("sk", "pk");
    assertThat(conditions.on("sk").operator().isIndexable()).isFalse();
    assertThat(conditions.on("pk").operator().isIndexable()).isTrue();
  }

  @Test
  void keyConditionsAreCheckedLikeFilters() {
    assertThat(
            messageOf(
                () ->
                    LegacyConditions.keyConditions(
                        Map.of("a", entry(ComparisonOperator.BETWEEN, "{S: 'a'}")))))
        .isEqualTo(INVALID + "Invalid number of argument(s) for the BETWEEN ComparisonOperator");
  }
}
