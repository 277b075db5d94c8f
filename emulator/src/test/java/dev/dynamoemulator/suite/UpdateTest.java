package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.canonical;
import static dev.dynamoemulator.suite.Values.l;
import static dev.dynamoemulator.suite.Values.m;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.ns;
import static dev.dynamoemulator.suite.Values.s;
import static dev.dynamoemulator.suite.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Changes to one item (expressions.md §8, items.md §4, legacy.md §5). */
class UpdateTest extends BehaviourTest {

  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"));

  @Test
  void createsTheItemThatIsMissing() {
    TestTable table = table().create("pk:S");

    client.updateItem(update -> update.tableName(tableName).key(KEY));
    assertThat(table.get(KEY)).isEqualTo(KEY);

    update("ADD hits :one", Map.of(":one", n(1)), ReturnValue.NONE);
    assertThat(table.get(KEY)).isEqualTo(Map.of("pk", s("a"), "hits", n(1)));
  }

  @Test
  void readsEverythingFromTheOldItem() {
    table()
        .create("pk:S")
        .put(
            Map.of(
                "pk",
                s("a"),
                "a",
                s("old"),
                "b",
                m(Map.of("a", n(1), "b", n(2), "c", n(3))),
                "c",
                l(n(1), n(3))));

    UpdateItemResponse answer =
        update(
            "set b.c=((c[1])+(b.a)), b.a = a, c[1] = a, c[4] = b.a - b.b, c[2] = b.c"
                + " add c[8] :ss, c[6] :two",
            Map.of(":ss", ss("s"), ":two", n(2)),
            ReturnValue.ALL_NEW);

    assertThat(canonical(answer.attributes()))
        .isEqualTo(
            canonical(
                Map.of(
                    "pk",
                    s("a"),
                    "a",
                    s("old"),
                    "b",
                    m(Map.of("a", s("old"), "b", n(2), "c", n(4))),
                    "c",
                    l(n(1), s("old"), n(3), n(-1), n(2), ss("s")))));
  }

  @Test
  void keepsAllDigitsOfASum() {
    table()
        .create("pk:S")
        .put(Map.of("pk", s("a"), "n", n("0.1"), "l", n("99999999999999999999999999999999999998")));

    UpdateItemResponse answer =
        update(
            "SET n = n + :n, l = l - :one",
            Map.of(":n", n("0.2"), ":one", n("-1")),
            ReturnValue.ALL_NEW);

    assertThat(answer.attributes())
        .containsEntry("n", n("0.3"))
        .containsEntry("l", n("99999999999999999999999999999999999999"));
  }

  @Test
  void addsToAndDeletesFromSets() {
    TestTable table =
        table().create("pk:S").put(Map.of("pk", s("a"), "t", ss("x", "y"), "n", ns("1", "2")));

    update(
        "ADD t :more DELETE n :all",
        Map.of(":more", ss("y", "z"), ":all", ns("1.0", "2", "3")),
        ReturnValue.NONE);

    assertThat(canonical(table.get(KEY)))
        .isEqualTo(canonical(Map.of("pk", s("a"), "t", ss("x", "y", "z"))));
  }

  @Test
  void removesAttributesAndListElements() {
    TestTable table =
        table().create("pk:S").put(Map.of("pk", s("a"), "l", l(n(0), n(1), n(2), n(3)), "x", n(1)));

    update("REMOVE l[0], l[2], x, absent", null, ReturnValue.NONE);

    assertThat(table.get(KEY)).isEqualTo(Map.of("pk", s("a"), "l", l(n(1), n(3))));
  }

  @Test
  void setsDefaultsAndAppends() {
    TestTable table = table().create("pk:S");

    for (int round = 0; round < 2; round++) {
      update(
          "SET l = list_append(if_not_exists(l, :none), :one), n = if_not_exists(n, :zero) + :step",
          Map.of(":none", l(), ":one", l(s("x")), ":zero", n(0), ":step", n(2)),
          ReturnValue.NONE);
    }

    assertThat(table.get(KEY)).isEqualTo(Map.of("pk", s("a"), "l", l(s("x"), s("x")), "n", n(4)));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReturnValue.class,
      names = "UNKNOWN_TO_SDK_VERSION",
      mode = EnumSource.Mode.EXCLUDE)
  void returnsWhatIsAskedFor(ReturnValue returnValue) {
    table()
        .create("pk:S")
        .put(Map.of("pk", s("a"), "m", m(Map.of("x", n(1), "y", n(2))), "gone", s("g")));

    UpdateItemResponse answer =
        update("SET m.x = :x, made = :x REMOVE gone", Map.of(":x", n(9)), returnValue);

    assertThat(answer.attributes())
        .isEqualTo(
            switch (returnValue) {
              case ALL_OLD ->
                  Map.of("pk", s("a"), "m", m(Map.of("x", n(1), "y", n(2))), "gone", s("g"));
              case ALL_NEW ->
                  Map.of("pk", s("a"), "m", m(Map.of("x", n(9), "y", n(2))), "made", n(9));
              case UPDATED_OLD -> Map.of("m", m(Map.of("x", n(1))), "gone", s("g"));
              case UPDATED_NEW -> Map.of("m", m(Map.of("x", n(9))), "made", n(9));
              default -> Map.of();
            });
    assertThat(answer.hasAttributes()).isEqualTo(returnValue != ReturnValue.NONE);
  }

  @Test
  void losesNoIncrementOfManyAtOnce() {
    TestTable table = table().create("pk:S");

    IntStream.range(0, 200)
        .parallel()
        .forEach(i -> update("ADD hits :one", Map.of(":one", n(1)), ReturnValue.NONE));

    assertThat(table.get(KEY)).containsEntry("hits", n(200));
  }

  @Test
  void understandsUpdatesInTheOlderWay() {
    table()
        .create("pk:S")
        .put(Map.of("pk", s("a"), "n", n(1), "t", ss("x", "y"), "l", l(n(1)), "gone", s("g")));

    UpdateItemResponse answer =
        client.updateItem(
            update ->
                update
                    .tableName(tableName)
                    .key(KEY)
                    .attributeUpdates(
                        Map.of(
                            "n", change(AttributeAction.ADD, n("1.5")),
                            "t", change(AttributeAction.DELETE, ss("y")),
                            "l", change(AttributeAction.ADD, l(n(2))),
                            "put", change(AttributeAction.PUT, s("p")),
                            "gone", change(AttributeAction.DELETE, null)))
                    .returnValues(ReturnValue.ALL_NEW));

    assertThat(answer.attributes())
        .isEqualTo(
            Map.of("pk", s("a"), "n", n("2.5"), "t", ss("x"), "l", l(n(1), n(2)), "put", s("p")));
  }

  private static AttributeValueUpdate change(AttributeAction action, AttributeValue value) {
    return AttributeValueUpdate.builder().action(action).value(value).build();
  }

  private UpdateItemResponse update(
      String expression, Map<String, AttributeValue> values, ReturnValue returnValue) {
    return client.updateItem(
        update ->
            update
                .tableName(tableName)
                .key(KEY)
                .updateExpression(expression)
                .expressionAttributeValues(values)
                .returnValues(returnValue));
  }
}
