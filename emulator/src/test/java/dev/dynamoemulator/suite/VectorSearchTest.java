package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.TestTable.all;
import static dev.dynamoemulator.suite.TestTable.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.SearchResultItem;
import software.amazon.awssdk.services.dynamodb.model.SearchSchemaElement;
import software.amazon.awssdk.services.dynamodb.model.SearchSchemaElementType;
import software.amazon.awssdk.services.dynamodb.model.SearchVectorsRequest;
import software.amazon.awssdk.services.dynamodb.model.SearchVectorsResponse;
import software.amazon.awssdk.services.dynamodb.model.VectorDistanceFunction;
import software.amazon.awssdk.services.dynamodb.model.VectorIndex;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexUpdate;

/** A session with vector indexes through the SDK (vector-search.md). */
class VectorSearchTest extends BehaviourTest {

  @Test
  void findsTheNearestItemsOfATenant() {
    create();
    put("a", "one", 1, 0, 0);
    put("b", "one", 0.6, 0.8, 0);
    put("c", "one", -1, 0, 0);
    put("d", "two", 1, 0, 0);

    SearchVectorsResponse response = client.searchVectors(search("one"));

    assertThat(response.searchResults())
        .extracting(result -> result.item().get("pk").s())
        .containsExactly("a", "b");
    assertThat(response.searchResults())
        .extracting(SearchResultItem::score)
        .containsExactly(0.0, 0.4);
    assertThat(response.searchResults().get(0).item()).containsOnlyKeys("pk", "tenant");
    assertThat(response.consumedCapacity().vectorSearchRequestBytes()).isEqualTo(1024);
    assertThat(asyncClient.searchVectors(search("two")).join().searchResults()).hasSize(1);
  }

  @Test
  void addsAndDropsAnIndex() {
    create();
    put("a", "one", 3, 4, 0);

    client.updateTable(
        update ->
            update
                .tableName(tableName)
                .vectorIndexUpdates(
                    VectorIndexUpdate.builder()
                        .create(
                            index ->
                                index
                                    .indexName("added")
                                    .vectorAttribute(at -> at.attributeName("embedding"))
                                    .dimensions(3L)
                                    .distanceFunction(VectorDistanceFunction.EUCLIDEAN)
                                    .projection(all()))
                        .build()));

    assertThat(client.describeTable(table -> table.tableName(tableName)).table().vectorIndexes())
        .filteredOn(index -> index.indexName().equals("added"))
        .singleElement()
        .satisfies(index -> assertThat(index.indexStatus()).isEqualTo(IndexStatus.ACTIVE));
    SearchResultItem found =
        client
            .searchVectors(
                request ->
                    request
                        .tableName(tableName)
                        .indexName("added")
                        .topK(1)
                        .searchVector(numbers(0, 0, 0))
                        .projectionExpression("embedding"))
            .searchResults()
            .get(0);
    assertThat(found.score()).isEqualTo(5, offset(1e-6));
    assertThat(found.item().get("embedding").l())
        .extracting(AttributeValue::n)
        .containsExactly("3.0", "4.0", "0.0");

    client.updateTable(
        update ->
            update
                .tableName(tableName)
                .vectorIndexUpdates(
                    VectorIndexUpdate.builder().delete(index -> index.indexName("added")).build()));

    assertThat(client.describeTable(table -> table.tableName(tableName)).table().vectorIndexes())
        .hasSize(1);
  }

  @Test
  void refusesAMalformedVector() {
    create();

    assertThat(Failure.of(() -> put("a", "one", 1, 2)))
        .isEqualTo(
            Failure.validation(
                "One or more parameter values were invalid. Invalid size for parameter embedding,"
                    + " Expected: 3, Actual: 2 IndexName: schema"));
  }

  private void create() {
    client.createTable(
        table ->
            table
                .tableName(tableName)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(definition("pk", "S"), definition("tenant", "S"))
                .keySchema(TestTable.element("pk", KeyType.HASH))
                .vectorIndexes(
                    VectorIndex.builder()
                        .indexName("schema")
                        .vectorAttribute(attribute -> attribute.attributeName("embedding"))
                        .dimensions(3L)
                        .distanceFunction(VectorDistanceFunction.COSINE)
                        .projection(all())
                        .searchSchema(
                            SearchSchemaElement.builder()
                                .attributeName("tenant")
                                .searchSchemaElementType(SearchSchemaElementType.HASH)
                                .build())
                        .build()));
  }

  private void put(String pk, String tenant, double... vector) {
    client.putItem(
        put ->
            put.tableName(tableName)
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS(pk),
                        "tenant", AttributeValue.fromS(tenant),
                        "embedding", AttributeValue.fromL(numbers(vector)))));
  }

  private SearchVectorsRequest search(String tenant) {
    return SearchVectorsRequest.builder()
        .tableName(tableName)
        .indexName("schema")
        .topK(2)
        .searchVector(numbers(1, 0, 0))
        .searchConditionExpression("tenant = :tenant")
        .expressionAttributeValues(Map.of(":tenant", AttributeValue.fromS(tenant)))
        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
        .build();
  }

  private static List<AttributeValue> numbers(double... numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(number -> AttributeValue.fromN(Double.toString(number)))
        .toList();
  }
}
