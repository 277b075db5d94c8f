package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.b;
import static dev.dynamoemulator.suite.Values.bool;
import static dev.dynamoemulator.suite.Values.l;
import static dev.dynamoemulator.suite.Values.m;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.ns;
import static dev.dynamoemulator.suite.Values.nul;
import static dev.dynamoemulator.suite.Values.s;
import static dev.dynamoemulator.suite.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Writes under a condition (expressions.md §5, legacy.md §2). */
class ConditionTest extends BehaviourTest {

  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"));

  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "pk", s("a"),
          "s", s("hello"),
          "n", n("5"),
          "b", b(1, 2, 3),
          "t", bool(true),
          "u", nul(),
          "ss", ss("x", "y"),
          "l", l(n(1), s("two"), m(Map.of("k", s("v")))),
          "m", m(Map.of("core", m(Map.of("side", n(42))))));

  private static final Map<String, AttributeValue> VALUES =
      Map.of(
          ":s", s("hello"),
          ":he", s("he"),
          ":n", n("5.0"),
          ":n9", n("9"),
          ":b", b(2, 3),
          ":t", bool(true),
          ":u", nul(),
          ":x", s("x"),
          ":two", s("two"),
          ":N", s("N"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s = :s",
        ":s = s",
        "n = :n",
        "n <> :s",
        "n < :n9 AND n <= :n AND n >= :n",
        "n BETWEEN :n AND :n9",
        "s IN (:x, :n, :s)",
        "attribute_exists(u)",
        "attribute_not_exists(m.outside)",
        "attribute_type(n, :N)",
        "begins_with(s, :he)",
        "contains(b, :b)",
        "contains(ss, :x)",
        "contains(l, :two)",
        "size(s) = :n",
        "size(l) < :n9",
        "l[2].k <> :x AND m.core.side > :n9",
        "t = :t AND u = :u",
        "NOT absent = :x",
        "absent <> :x",
        "NOT s = :x AND (n = :n9 OR NOT (n = :n9))"
      })
  void letsWritesPassWhoseConditionHolds(String condition) {
    TestTable table = table().create("pk:S").put(ITEM);

    update(condition);

    assertThat(table.get(KEY)).containsEntry("touched", bool(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s = :x",
        "n = :s",
        "n > :n",
        "n BETWEEN :n9 AND :n9",
        "s IN (:x, :n)",
        "attribute_not_exists(u)",
        "attribute_exists(m.outside)",
        "attribute_type(s, :N)",
        "begins_with(n, :he)",
        "contains(s, :x)",
        "contains(ss, :he)",
        "size(n) = :n",
        "size(absent) < :n9",
        "absent = :x",
        "absent < :x",
        "t < :n9",
        "NOT (s = :s AND n = :n)"
      })
  void refusesWritesWhoseConditionFails(String condition) {
    TestTable table = table().create("pk:S").put(ITEM);

    assertThat(Failure.of(() -> update(condition))).isEqualTo(Failure.condition());

    assertThat(table.get(KEY)).doesNotContainKey("touched");
  }

  private void update(String condition) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":touched", bool(true)));
    VALUES.forEach(
        (name, value) -> {
          if (condition.matches(".*" + name + "\\b.*")) {
            values.put(name, value);
          }
        });
    client.updateItem(
        update ->
            update
                .tableName(tableName)
                .key(KEY)
                .updateExpression("SET touched = :touched")
                .conditionExpression(condition)
                .expressionAttributeValues(values));
  }

  @Test
  void createsOnlyOnce() {
    table().create("pk:S");

    putIfAbsent();

    assertThat(Failure.of(this::putIfAbsent)).isEqualTo(Failure.condition());
  }

  private void putIfAbsent() {
    client.putItem(
        put -> put.tableName(tableName).item(KEY).conditionExpression("attribute_not_exists(pk)"));
  }

  @Test
  void deletesOnlyWhatIsThere() {
    table().create("pk:S");

    assertThat(
            Failure.of(
                () ->
                    client.deleteItem(
                        delete ->
                            delete
                                .tableName(tableName)
                                .key(KEY)
                                .conditionExpression("attribute_exists(pk)"))))
        .isEqualTo(Failure.condition());
  }

  @Test
  void returnsTheItemThatFailedTheConditionOnRequest() {
    table().create("pk:S").put(ITEM);

    assertThat(refused(ReturnValuesOnConditionCheckFailure.ALL_OLD).item()).isEqualTo(ITEM);
    assertThat(refused(ReturnValuesOnConditionCheckFailure.NONE).hasItem()).isFalse();
  }

  private ConditionalCheckFailedException refused(ReturnValuesOnConditionCheckFailure returned) {
    return catchThrowableOfType(
        ConditionalCheckFailedException.class,
        () ->
            client.putItem(
                put ->
                    put.tableName(tableName)
                        .item(KEY)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(returned)));
  }

  @Test
  void understandsWhatIsExpectedInTheOlderWay() {
    TestTable table = table().create("pk:S").put(ITEM);

    putExpecting(ExpectedAttributeValue.builder().value(n("5.00")).build());
    assertThat(table.get(KEY)).isEqualTo(KEY);

    assertThat(
            Failure.of(
                () ->
                    putExpecting(
                        ExpectedAttributeValue.builder()
                            .comparisonOperator(ComparisonOperator.BETWEEN)
                            .attributeValueList(n(1), n(9))
                            .build())))
        .isEqualTo(Failure.condition());
  }

  private void putExpecting(ExpectedAttributeValue expected) {
    client.putItem(put -> put.tableName(tableName).item(KEY).expected(Map.of("n", expected)));
  }

  @Test
  void comparesNumberSetsByValue() {
    TestTable table = table().create("pk:S").put(Map.of("pk", s("a"), "v", ns("1", "2.50")));

    client.putItem(
        put ->
            put.tableName(tableName)
                .item(KEY)
                .conditionExpression("v = :v")
                .expressionAttributeValues(Map.of(":v", ns("2.5", "1.0"))));

    assertThat(table.get(KEY)).isEqualTo(KEY);
  }
}
