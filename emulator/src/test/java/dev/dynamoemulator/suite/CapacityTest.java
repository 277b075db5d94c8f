package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.TestTable.all;
import static dev.dynamoemulator.suite.TestTable.keysOnly;
import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;

/** What requests cost (items.md §4.3, §5). */
class CapacityTest extends BehaviourTest {

  private static final Map<String, AttributeValue> KEY = Map.of("pk", s("a"));

  @ParameterizedTest
  @CsvSource({"1024, 1", "1025, 2", "2048, 2", "2049, 3", "4096, 4"})
  void roundsWritesUpToKilobytes(int size, double units) {
    table().create("pk:S");

    assertThat(put(size).capacityUnits()).isEqualTo(units);
    assertThat(put(10).capacityUnits()).isEqualTo(units);
    assertThat(put(10).capacityUnits()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.5", "4096, 0.5", "4097, 1", "8193, 1.5"})
  void roundsReadsUpToFourKilobytes(int size, double units) {
    table().create("pk:S");
    put(size);

    assertThat(get(false).capacityUnits()).isEqualTo(units);
    assertThat(get(true).capacityUnits()).isEqualTo(2 * units);
  }

  @Test
  void chargesForMissingItems() {
    table().create("pk:S");

    assertThat(get(false).capacityUnits()).isEqualTo(0.5);
    assertThat(get(true).capacityUnits()).isEqualTo(1);
    assertThat(delete().capacityUnits()).isEqualTo(1);
  }

  @Test
  void saysNothingUnlessAsked() {
    table().create("pk:S");

    assertThat(client.getItem(get -> get.tableName(tableName).key(KEY)).consumedCapacity())
        .isNull();
    ConsumedCapacity total =
        client
            .getItem(
                get ->
                    get.tableName(tableName)
                        .key(KEY)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .consumedCapacity();
    assertThat(total)
        .isEqualTo(ConsumedCapacity.builder().tableName(tableName).capacityUnits(0.5).build());
  }

  /** An item of the size, which {@code pk}, {@code a} and {@code v} are part of. */
  private ConsumedCapacity put(int size) {
    return client
        .putItem(
            put ->
                put.tableName(tableName)
                    .item(Map.of("pk", s("a"), "v", s("x".repeat(size - 4))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  private ConsumedCapacity get(boolean isConsistent) {
    return client
        .getItem(
            get ->
                get.tableName(tableName)
                    .key(KEY)
                    .consistentRead(isConsistent)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  private ConsumedCapacity delete() {
    return client
        .deleteItem(
            delete ->
                delete
                    .tableName(tableName)
                    .key(KEY)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  @Test
  void chargesEveryIndexThatAWriteTouches() {
    table()
        .localIndex("local", keysOnly(), "pk:S", "l:N")
        .globalIndex("global", all(), "g:S")
        .create("pk:S", "sk:N");
    Map<String, AttributeValue> key = Map.of("pk", s("a"), "sk", n(1));

    ConsumedCapacity entering = update(key, "SET l = :l, g = :g", Map.of(":l", n(1), ":g", s("x")));
    ConsumedCapacity moving = update(key, "SET g = :g", Map.of(":g", s("y")));
    ConsumedCapacity elsewhere = update(key, "SET v = :v", Map.of(":v", n(1)));

    assertThat(entering)
        .isEqualTo(
            indexes(3, 1)
                .localSecondaryIndexes(Map.of("local", units(1)))
                .globalSecondaryIndexes(Map.of("global", units(1)))
                .build());
    assertThat(moving)
        .isEqualTo(indexes(3, 1).globalSecondaryIndexes(Map.of("global", units(2))).build());
    assertThat(elsewhere)
        .isEqualTo(indexes(2, 1).globalSecondaryIndexes(Map.of("global", units(1))).build());
  }

  private ConsumedCapacity update(
      Map<String, AttributeValue> key, String expression, Map<String, AttributeValue> values) {
    return client
        .updateItem(
            update ->
                update
                    .tableName(tableName)
                    .key(key)
                    .updateExpression(expression)
                    .expressionAttributeValues(values)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
        .consumedCapacity();
  }

  @Test
  void chargesFetchesFromTheTable() {
    TestTable table = table().localIndex("local", keysOnly(), "pk:S", "l:N").create("pk:S", "sk:N");
    for (int i = 0; i < 3; i++) {
      table.put(Map.of("pk", s("a"), "sk", n(i), "l", n(i), "v", s("x".repeat(100))));
    }

    assertThat(query(QueryRequest.builder().indexName("local").consistentRead(true)))
        .isEqualTo(indexes(1, 0).localSecondaryIndexes(Map.of("local", units(1))).build());
    assertThat(
            query(
                QueryRequest.builder()
                    .indexName("local")
                    .consistentRead(true)
                    .select("ALL_ATTRIBUTES")))
        .isEqualTo(indexes(4, 3).localSecondaryIndexes(Map.of("local", units(1))).build());
  }

  @Test
  void roundsAPageOnce() {
    TestTable table = table().create("pk:S", "sk:N");
    for (int i = 0; i < 10; i++) {
      table.put(Map.of("pk", s("a"), "sk", n(i), "v", s("x".repeat(1000))));
    }

    assertThat(query(QueryRequest.builder())).isEqualTo(indexes(1.5, 1.5).build());
    assertThat(query(QueryRequest.builder().select("COUNT").consistentRead(true)))
        .isEqualTo(indexes(3, 3).build());
    assertThat(
            query(
                QueryRequest.builder()
                    .filterExpression("attribute_not_exists(pk2)")
                    .projectionExpression("sk")))
        .isEqualTo(indexes(1.5, 1.5).build());
  }

  private ConsumedCapacity query(QueryRequest.Builder request) {
    return client
        .query(
            request
                .tableName(tableName)
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", s("a")))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build())
        .consumedCapacity();
  }

  private ConsumedCapacity.Builder indexes(double total, double table) {
    return ConsumedCapacity.builder().tableName(tableName).capacityUnits(total).table(units(table));
  }

  private static Capacity units(double units) {
    return Capacity.builder().capacityUnits(units).build();
  }

  @Test
  void estimatesItemCollectionsOfTablesWithALocalIndex() {
    table().localIndex("local", keysOnly(), "pk:S", "l:N").create("pk:S", "sk:N");

    assertThat(
            client
                .putItem(
                    put ->
                        put.tableName(tableName)
                            .item(Map.of("pk", s("a"), "sk", n(1)))
                            .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE))
                .itemCollectionMetrics())
        .satisfies(
            metrics -> {
              assertThat(metrics.itemCollectionKey()).isEqualTo(KEY);
              assertThat(metrics.sizeEstimateRangeGB()).isEqualTo(List.of(0.0, 1.0));
            });
  }
}
