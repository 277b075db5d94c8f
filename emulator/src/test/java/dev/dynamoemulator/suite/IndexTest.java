package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.TestTable.all;
import static dev.dynamoemulator.suite.TestTable.including;
import static dev.dynamoemulator.suite.TestTable.keysOnly;
import static dev.dynamoemulator.suite.Values.canonical;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Local and global secondary indexes (items.md §6, §7; tables.md §4). */
class IndexTest extends BehaviourTest {

  @Test
  void followsEveryWriteToAnItem() {
    TestTable table = table().globalIndex("byOwner", all(), "owner:S").create("pk:S");

    table.put(Map.of("pk", s("a"), "owner", s("o"), "v", n(1)));
    assertThat(owned("o")).containsExactly(Map.of("pk", s("a"), "owner", s("o"), "v", n(1)));

    update("a", "SET v = :v", Map.of(":v", n(2)));
    assertThat(owned("o")).containsExactly(Map.of("pk", s("a"), "owner", s("o"), "v", n(2)));

    update("a", "SET #o = :v", Map.of(":v", s("other")));
    assertThat(owned("o")).isEmpty();
    assertThat(owned("other")).hasSize(1);

    update("a", "REMOVE #o", null);
    assertThat(owned("other")).isEmpty();

    table.put(Map.of("pk", s("a"), "owner", s("o")));
    client.deleteItem(delete -> delete.tableName(tableName).key(Map.of("pk", s("a"))));
    assertThat(owned("o")).isEmpty();
  }

  private void update(String key, String expression, Map<String, AttributeValue> values) {
    client.updateItem(
        update ->
            update
                .tableName(tableName)
                .key(Map.of("pk", s(key)))
                .updateExpression(expression)
                .expressionAttributeNames(expression.contains("#o") ? Map.of("#o", "owner") : null)
                .expressionAttributeValues(values));
  }

  private List<Map<String, AttributeValue>> owned(String owner) {
    return client
        .query(
            query ->
                query
                    .tableName(tableName)
                    .indexName("byOwner")
                    .keyConditionExpression("#o = :o")
                    .expressionAttributeNames(Map.of("#o", "owner"))
                    .expressionAttributeValues(Map.of(":o", s(owner))))
        .items();
  }

  @Test
  void holdsOnlyItemsWithAllOfItsKeys() {
    table()
        .globalIndex("sparse", keysOnly(), "g:S", "h:N")
        .create("pk:S")
        .put(Map.of("pk", s("1"), "g", s("x"), "h", n(1), "v", s("not projected")))
        .put(Map.of("pk", s("2"), "g", s("x")))
        .put(Map.of("pk", s("3"), "h", n(1)))
        .put(Map.of("pk", s("4")));

    assertThat(client.scan(scan -> scan.tableName(tableName).indexName("sparse")).items())
        .containsExactly(Map.of("pk", s("1"), "g", s("x"), "h", n(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLOBAL", "LOCAL"})
  void pagesThroughEqualIndexKeysWithoutGapOrRepetition(String kind) {
    TestTable table = table();
    if (kind.equals("GLOBAL")) {
      table.globalIndex("index", all(), "g:S", "h:N");
    } else {
      table.localIndex("index", all(), "pk:S", "h:N");
    }
    table
        .create("pk:S", "sk:N")
        .putAll(
            IntStream.range(0, 30)
                .mapToObj(i -> Map.of("pk", s("p"), "sk", n(i), "g", s("p"), "h", n(i % 2)))
                .toList());

    for (boolean isForward : new boolean[] {true, false}) {
      List<Map<String, AttributeValue>> found = pages(kind, isForward);

      assertThat(found).hasSize(30);
      assertThat(canonical(found)).hasSize(30);
      assertThat(found.stream().map(item -> Integer.parseInt(item.get("h").n())))
          .isSortedAccordingTo(isForward ? Comparator.naturalOrder() : Comparator.reverseOrder());
    }
  }

  private List<Map<String, AttributeValue>> pages(String kind, boolean isForward) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(tableName)
            .indexName("index")
            .keyConditionExpression((kind.equals("GLOBAL") ? "g" : "pk") + " = :p")
            .expressionAttributeValues(Map.of(":p", s("p")))
            .scanIndexForward(isForward)
            .limit(4);
    QueryResponse page;
    do {
      page = client.query(request.build());
      found.addAll(page.items());
      if (page.hasLastEvaluatedKey()) {
        assertThat(page.lastEvaluatedKey())
            .containsOnlyKeys(
                kind.equals("GLOBAL") ? List.of("pk", "sk", "g", "h") : List.of("pk", "sk", "h"));
      }
      request.exclusiveStartKey(page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null);
    } while (page.hasLastEvaluatedKey());
    return found;
  }

  @Test
  void fetchesWhatALocalIndexDoesNotProject() {
    table()
        .localIndex("index", keysOnly(), "pk:S", "h:N")
        .create("pk:S", "sk:N")
        .put(Map.of("pk", s("p"), "sk", n(1), "h", n(2), "v", s("fetched"), "w", s("x")));

    assertThat(byPartition(null, null))
        .containsExactly(Map.of("pk", s("p"), "sk", n(1), "h", n(2)));
    assertThat(byPartition(Select.ALL_ATTRIBUTES, null))
        .containsExactly(
            Map.of("pk", s("p"), "sk", n(1), "h", n(2), "v", s("fetched"), "w", s("x")));
    assertThat(byPartition(null, "v")).containsExactly(Map.of("v", s("fetched")));
  }

  private List<Map<String, AttributeValue>> byPartition(Select select, String projection) {
    return client
        .query(
            query ->
                query
                    .tableName(tableName)
                    .indexName("index")
                    .keyConditionExpression("pk = :p")
                    .expressionAttributeValues(Map.of(":p", s("p")))
                    .consistentRead(true)
                    .select(select)
                    .projectionExpression(projection))
        .items();
  }

  @Test
  void refusesWhatAGlobalIndexCannotGive() {
    table().globalIndex("index", including("v"), "g:S").create("pk:S");

    assertThat(Failure.of(() -> queryGlobal(QueryRequest.builder().consistentRead(true))))
        .isEqualTo(
            Failure.validation("Consistent reads are not supported on global secondary indexes"));
    assertThat(Failure.of(() -> queryGlobal(QueryRequest.builder().select(Select.ALL_ATTRIBUTES))))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not"
                    + " supported for global secondary index index because its projection type is"
                    + " not ALL"));
    assertThat(Failure.of(() -> queryGlobal(QueryRequest.builder().projectionExpression("w"))))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values were invalid: Global secondary index index does not"
                    + " project [w]"));
  }

  private void queryGlobal(QueryRequest.Builder request) {
    client.query(
        request
            .tableName(tableName)
            .indexName("index")
            .keyConditionExpression("g = :g")
            .expressionAttributeValues(Map.of(":g", s("x")))
            .build());
  }

  @Test
  void refusesItemsWhoseIndexKeysHaveAnotherType() {
    TestTable table = table().globalIndex("index", all(), "g:S").create("pk:S");

    assertThat(Failure.of(() -> table.put(Map.of("pk", s("a"), "g", n(1)))))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values were invalid: Type mismatch for Index Key g Expected:"
                    + " S Actual: N IndexName: index"));
    assertThat(Failure.of(() -> table.put(Map.of("pk", s("a"), "g", s("")))))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values are not valid. A value specified for a secondary"
                    + " index key is not supported. The AttributeValue for a key attribute cannot"
                    + " contain an empty string value. IndexName: index, IndexKey: g"));
  }
}
