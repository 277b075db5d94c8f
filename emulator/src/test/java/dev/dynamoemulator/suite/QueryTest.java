package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.b;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** One partition, in order and page by page (items.md §6, §7; expressions.md §6). */
class QueryTest extends BehaviourTest {

  private static final List<String> NUMBERS =
      List.of(
          "-1E125",
          "-100",
          "-5",
          "-0.5",
          "-1E-130",
          "0",
          "1E-130",
          "0.5",
          "1",
          "1.01",
          "5",
          "10",
          "100",
          "12345678901234567890123456789012345678",
          "1E125");

  @Test
  void ordersNumbersByValue() {
    table().create("pk:S", "sk:N").putAll(shuffled(NUMBERS, Values::n));

    List<AttributeValue> found = sortKeys(query());

    assertThat(found.stream().map(value -> new BigDecimal(value.n())))
        .hasSize(NUMBERS.size())
        .isSorted();
  }

  @Test
  void ordersStringsByTheirUtf8Bytes() {
    List<String> ordered =
        List.of("A", "Z", "a", "aa", "b", "\u007f", "é", "\u0800", "\uE000", "\uD834\uDD1E");
    table().create("pk:S", "sk:S").putAll(shuffled(ordered, Values::s));

    assertThat(sortKeys(query()).stream().map(AttributeValue::s))
        .containsExactlyElementsOf(ordered);
  }

  @Test
  void ordersBinaryByUnsignedBytes() {
    List<AttributeValue> ordered =
        List.of(b(0), b(0, 0), b(0, 255), b(1), b(127), b(128), b(255), b(255, 0));
    table().create("pk:S", "sk:B").putAll(shuffled(ordered, value -> value));

    assertThat(sortKeys(query())).containsExactlyElementsOf(ordered);
  }

  private static <T> List<Map<String, AttributeValue>> shuffled(
      List<T> ordered, Function<T, AttributeValue> value) {
    List<T> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(5));
    return shuffled.stream().map(sk -> Map.of("pk", s("p"), "sk", value.apply(sk))).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :3 | 3",
        "sk < :3 | 0 1 2",
        ":3 > sk | 0 1 2",
        "sk <= :3 | 0 1 2 3",
        "sk > :3 | 4 5 6 7 8 9",
        "sk >= :7 | 7 8 9",
        "sk BETWEEN :3 AND :7 | 3 4 5 6 7",
        "sk BETWEEN :3 AND :3 | 3",
        "sk > :9 |"
      })
  void narrowsTheRangeOfSortKeys(String condition, String expected) {
    table().create("pk:S", "sk:N").putAll(tenItems());

    QueryResponse answer =
        client.query(
            request("pk = :p AND " + condition)
                .expressionAttributeValues(
                    valuesIn(condition, Map.of(":p", s("p"), ":3", n(3), ":7", n(7), ":9", n(9))))
                .build());

    assertThat(answer.items().stream().map(item -> item.get("sk").n()))
        .containsExactly(expected == null ? new String[0] : expected.split(" "));
    assertThat(answer.scannedCount()).isEqualTo(answer.count());
  }

  private static Map<String, AttributeValue> valuesIn(
      String condition, Map<String, AttributeValue> values) {
    return values.entrySet().stream()
        .filter(value -> value.getKey().equals(":p") || condition.contains(value.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void findsSortKeysByPrefix() {
    table()
        .create("pk:S", "sk:S")
        .putAll(
            List.of("a", "ab", "abc", "ac", "b").stream()
                .map(sk -> Map.of("pk", s("p"), "sk", s(sk)))
                .toList());

    List<AttributeValue> found =
        sortKeys(
            client
                .query(
                    request("pk = :p AND begins_with(sk, :ab)")
                        .expressionAttributeValues(Map.of(":p", s("p"), ":ab", s("ab")))
                        .build())
                .items());

    assertThat(found).containsExactly(s("ab"), s("abc"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesInBothDirections(boolean isForward) {
    table().create("pk:S", "sk:N").putAll(tenItems());
    QueryRequest.Builder request =
        request("pk = :p")
            .expressionAttributeValues(Map.of(":p", s("p")))
            .scanIndexForward(isForward)
            .limit(4);

    QueryResponse first = client.query(request.build());
    QueryResponse second =
        client.query(request.exclusiveStartKey(first.lastEvaluatedKey()).build());
    QueryResponse third =
        client.query(request.exclusiveStartKey(second.lastEvaluatedKey()).build());

    List<AttributeValue> ascending = IntStream.range(0, 10).mapToObj(Values::n).toList();
    assertThat(first.lastEvaluatedKey())
        .isEqualTo(Map.of("pk", s("p"), "sk", isForward ? n(3) : n(6)));
    assertThat(first.items()).hasSize(4);
    assertThat(third.hasLastEvaluatedKey()).isFalse();
    List<AttributeValue> found = new ArrayList<>();
    for (QueryResponse page : List.of(first, second, third)) {
      found.addAll(sortKeys(page.items()));
    }
    if (!isForward) {
      Collections.reverse(found);
    }
    assertThat(found).isEqualTo(ascending);
  }

  @Test
  void startsAfterKeysOfNoItem() {
    table().create("pk:S", "sk:N").putAll(tenItems());

    assertThat(
            sortKeys(
                client
                    .query(
                        request("pk = :p")
                            .expressionAttributeValues(Map.of(":p", s("p")))
                            .exclusiveStartKey(Map.of("pk", s("p"), "sk", n("7.5")))
                            .build())
                    .items()))
        .containsExactly(n(8), n(9));
  }

  @Test
  void filtersAfterTheLimit() {
    table().create("pk:S", "sk:N").putAll(tenItems());

    QueryResponse answer =
        client.query(
            request("pk = :p")
                .filterExpression("even = :yes")
                .expressionAttributeValues(Map.of(":p", s("p"), ":yes", Values.bool(true)))
                .limit(5)
                .build());

    assertThat(sortKeys(answer.items())).containsExactly(n(0), n(2), n(4));
    assertThat(answer.count()).isEqualTo(3);
    assertThat(answer.scannedCount()).isEqualTo(5);
    assertThat(answer.lastEvaluatedKey()).containsEntry("sk", n(4));
  }

  @Test
  void countsWithoutItems() {
    table().create("pk:S", "sk:N").putAll(tenItems());

    QueryResponse answer =
        client.query(
            request("pk = :p")
                .expressionAttributeValues(Map.of(":p", s("p")))
                .select(Select.COUNT)
                .build());

    assertThat(answer.hasItems()).isFalse();
    assertThat(answer.count()).isEqualTo(10);
    assertThat(answer.scannedCount()).isEqualTo(10);
  }

  @Test
  void endsPagesAtOneMegabyte() {
    AttributeValue large = AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(new byte[300_000]));
    TestTable table = table().create("pk:S", "sk:N");
    for (int i = 0; i < 6; i++) {
      table.put(Map.of("pk", s("p"), "sk", n(i), "v", large));
    }

    List<Integer> pages = new ArrayList<>();
    client
        .queryPaginator(request("pk = :p").expressionAttributeValues(Map.of(":p", s("p"))).build())
        .forEach(page -> pages.add(page.count()));

    assertThat(pages).containsExactly(4, 2);
  }

  @Test
  void knowsNoOtherPartition() {
    table().create("pk:S", "sk:N").putAll(tenItems());

    QueryResponse answer =
        client.query(
            request("pk = :p").expressionAttributeValues(Map.of(":p", s("other"))).build());

    assertThat(answer.hasItems()).isTrue();
    assertThat(answer.items()).isEmpty();
    assertThat(answer.count()).isZero();
    assertThat(answer.scannedCount()).isZero();
    assertThat(answer.hasLastEvaluatedKey()).isFalse();
  }

  @Test
  void understandsConditionsInTheOlderWay() {
    table().create("pk:S", "sk:N").putAll(tenItems());

    QueryResponse answer =
        client.query(
            query ->
                query
                    .tableName(tableName)
                    .keyConditions(
                        Map.of(
                            "pk", condition(ComparisonOperator.EQ, s("p")),
                            "sk", condition(ComparisonOperator.BETWEEN, n(2), n(6))))
                    .queryFilter(
                        Map.of("even", condition(ComparisonOperator.EQ, Values.bool(true))))
                    .attributesToGet("sk"));

    assertThat(answer.items())
        .containsExactly(Map.of("sk", n(2)), Map.of("sk", n(4)), Map.of("sk", n(6)));
    assertThat(answer.scannedCount()).isEqualTo(5);
  }

  private static Condition condition(ComparisonOperator operator, AttributeValue... values) {
    return Condition.builder().comparisonOperator(operator).attributeValueList(values).build();
  }

  private static List<Map<String, AttributeValue>> tenItems() {
    return IntStream.range(0, 10)
        .mapToObj(i -> Map.of("pk", s("p"), "sk", n(i), "even", Values.bool(i % 2 == 0)))
        .toList();
  }

  private List<Map<String, AttributeValue>> query() {
    return client
        .query(request("pk = :p").expressionAttributeValues(Map.of(":p", s("p"))).build())
        .items();
  }

  private QueryRequest.Builder request(String keyCondition) {
    return QueryRequest.builder().tableName(tableName).keyConditionExpression(keyCondition);
  }

  private static List<AttributeValue> sortKeys(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> item.get("sk")).toList();
  }
}
