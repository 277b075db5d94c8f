package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.b;
import static dev.dynamoemulator.suite.Values.bool;
import static dev.dynamoemulator.suite.Values.bs;
import static dev.dynamoemulator.suite.Values.canonical;
import static dev.dynamoemulator.suite.Values.l;
import static dev.dynamoemulator.suite.Values.m;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.ns;
import static dev.dynamoemulator.suite.Values.nul;
import static dev.dynamoemulator.suite.Values.s;
import static dev.dynamoemulator.suite.Values.ss;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** One item at a time: put, get, delete, and what is kept of its values (items.md §3, §4). */
class ItemTest extends BehaviourTest {

  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"));

  @Test
  void keepsValuesOfEveryType() {
    Map<String, AttributeValue> item =
        Map.ofEntries(
            Map.entry("pk", s("a")),
            Map.entry("text", s("Grüße, 世界, \uD834\uDD1E, \"\\\n\u0000")),
            Map.entry("emptyText", s("")),
            Map.entry("number", n("-12345678901234567890.123456789012345678")),
            Map.entry("bytes", b(0, 127, 128, 255)),
            Map.entry("noBytes", b()),
            Map.entry("yes", bool(true)),
            Map.entry("no", bool(false)),
            Map.entry("nothing", nul()),
            Map.entry("texts", ss("", "b", "ä")),
            Map.entry("numbers", ns("1", "-2.5", "1000000")),
            Map.entry("binaries", bs(b(), b(1), b(255, 0))),
            Map.entry("list", l(s("x"), n("1"), l(), m(Map.of()))),
            Map.entry("map", m(Map.of("a.b", nul(), "", bool(true), "deep", l(ns("7"))))),
            Map.entry("name with blanks, #and :more", n("0")));
    TestTable table = table().create("pk:S").put(item);

    assertThat(canonical(table.get(KEY))).isEqualTo(canonical(item));
  }

  @ParameterizedTest
  @CsvSource({
    "+5, 5",
    "-0, 0",
    "00042, 42",
    "1.0, 1",
    "3.1400, 3.14",
    ".5, 0.5",
    "5., 5",
    "1.5E+3, 1500",
    "+1e-2, 0.01",
    "1E40, 10000000000000000000000000000000000000000",
    "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
    "0.00000000001, 0.00000000001"
  })
  void returnsNumbersPlainly(String sent, String returned) {
    TestTable table = table().create("pk:S").put(Map.of("pk", s("a"), "n", n(sent)));

    assertThat(table.get(KEY)).containsEntry("n", n(returned));
  }

  @Test
  void returnsTheLargestAndTheSmallestNumber() {
    String nines = "9".repeat(38);
    TestTable table =
        table().create("pk:S").put(Map.of("pk", s("a"), "l", n(nines + "E88"), "s", n("-1E-130")));

    assertThat(table.get(KEY))
        .containsEntry("l", n(nines + "0".repeat(88)))
        .containsEntry("s", n("-0." + "0".repeat(129) + "1"));
  }

  @ParameterizedTest
  @CsvSource({"N, 1, 1.0", "N, -0, 0", "N, 1E2, 100"})
  void findsNumberKeysHoweverTheyAreWritten(String type, String written, String read) {
    TestTable table = table().create("pk:" + type).put(Map.of("pk", n(written), "v", s("x")));

    assertThat(table.get(Map.of("pk", n(read)))).containsEntry("v", s("x"));
  }

  @Test
  void findsBinaryKeys() {
    TestTable table = table().create("pk:B", "sk:B");
    table.put(Map.of("pk", b(0), "sk", b(0, 0), "v", s("x")));
    table.put(Map.of("pk", b(0, 0), "sk", b(0), "v", s("y")));

    assertThat(table.get(Map.of("pk", b(0), "sk", b(0, 0)))).containsEntry("v", s("x"));
    assertThat(table.get(Map.of("pk", b(0, 0), "sk", b(0)))).containsEntry("v", s("y"));
  }

  @Test
  void replacesTheWholeItem() {
    TestTable table = table().create("pk:S");
    table.put(Map.of("pk", s("a"), "old", s("x")));
    table.put(Map.of("pk", s("a"), "new", s("y")));

    assertThat(table.get(KEY)).isEqualTo(Map.of("pk", s("a"), "new", s("y")));
  }

  @Test
  void returnsTheReplacedItemOnRequest() {
    table().create("pk:S");
    Map<String, AttributeValue> item = Map.of("pk", s("a"), "v", n(1));

    assertThat(
            client
                .putItem(p -> p.tableName(tableName).item(item).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes())
        .isFalse();
    assertThat(
            client
                .putItem(p -> p.tableName(tableName).item(KEY).returnValues(ReturnValue.ALL_OLD))
                .attributes())
        .isEqualTo(item);
  }

  @Test
  void tellsMissingItemsFromItemsWithoutTheProjectedAttribute() {
    table().create("pk:S").put(KEY);

    GetItemResponse missing =
        client.getItem(get -> get.tableName(tableName).key(Map.of("pk", s("none"))));
    GetItemResponse empty =
        client.getItem(get -> get.tableName(tableName).key(KEY).projectionExpression("v"));

    assertThat(missing.hasItem()).isFalse();
    assertThat(empty.hasItem()).isTrue();
    assertThat(empty.item()).isEmpty();
  }

  @Test
  void projectsAndMergesNestedPaths() {
    table()
        .create("pk:S")
        .put(
            Map.of(
                "pk",
                s("a"),
                "m",
                m(Map.of("x", n(1), "y", n(2), "z", n(3))),
                "l",
                l(s("0"), s("1"), s("2"), l(s("3.0"), s("3.1")))));

    assertThat(
            client
                .getItem(
                    get ->
                        get.tableName(tableName)
                            .key(KEY)
                            .projectionExpression("#m.x, l[3][1], #m.z, l[1], absent.y[2]")
                            .expressionAttributeNames(Map.of("#m", "m")))
                .item())
        .isEqualTo(Map.of("m", m(Map.of("x", n(1), "z", n(3))), "l", l(s("1"), l(s("3.1")))));
  }

  @Test
  void deletesAndReturnsTheOldItem() {
    Map<String, AttributeValue> item = Map.of("pk", s("a"), "v", n(1));
    TestTable table = table().create("pk:S").put(item);

    assertThat(
            client
                .deleteItem(d -> d.tableName(tableName).key(KEY).returnValues(ReturnValue.ALL_OLD))
                .attributes())
        .isEqualTo(item);
    assertThat(table.get(KEY)).isEmpty();
    assertThat(
            client
                .deleteItem(d -> d.tableName(tableName).key(KEY).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes())
        .isFalse();
  }

  @Test
  void acceptsAnItemOfExactlyTheLargestSize() {
    TestTable table = table().create("pk:S");
    int rest = 400 * 1024 - "pk".length() - "a".length() - "v".length();
    table.put(Map.of("pk", s("a"), "v", AttributeValue.fromB(zeros(rest))));

    assertThat(table.get(KEY).get("v").b().asByteArrayUnsafe()).hasSize(rest);
    assertThat(
            Failure.of(
                () -> table.put(Map.of("pk", s("a"), "v", AttributeValue.fromB(zeros(rest + 1))))))
        .isEqualTo(
            Failure.validation(
                "1 validation error detected: Item size has exceeded the maximum allowed size"));
  }

  private static SdkBytes zeros(int count) {
    return SdkBytes.fromByteArrayUnsafe(new byte[count]);
  }

  @Test
  void addressesTablesByArn() {
    TestTable table = table().create("pk:S");
    String arn = client.describeTable(d -> d.tableName(tableName)).table().tableArn();

    client.putItem(put -> put.tableName(arn).item(KEY));

    assertThat(arn).isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/" + tableName);
    assertThat(table.get(KEY)).isEqualTo(KEY);
  }
}
