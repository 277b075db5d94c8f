package dev.dynamoemulator.suite;

import dev.dynamoemulator.fixtures.FixtureItems;
import dev.dynamoemulator.fixtures.FixtureTable;
import dev.dynamoemulator.fixtures.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** A sample table of the fixtures with its items, as the SDK's values. */
record Sample(CreateTableRequest request, List<Map<String, AttributeValue>> items) {

  /** An index and what it must hold. */
  record Index(String name, List<String> keys, Projection projection) {}

  static Sample of(String name) {
    return of(Fixtures.samples().table(name));
  }

  static Stream<Sample> all() {
    return Fixtures.samples().tables().stream().map(Sample::of);
  }

  private static Sample of(FixtureTable table) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    try (FixtureItems source = table.items()) {
      while (source.hasNext()) {
        items.add(RequestJson.read(AttributeValue.builder(), inMap(source.next())).m());
      }
    }
    return new Sample(RequestJson.read(CreateTableRequest.builder(), table.createTable()), items);
  }

  private static byte[] inMap(byte[] item) {
    return ("{\"M\":" + new String(item, StandardCharsets.UTF_8) + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  TestTable load(DynamoDbClient client, String tableName) {
    client.createTable(request.toBuilder().tableName(tableName).build());
    return new TestTable(client, tableName).putAll(items);
  }

  List<String> keys() {
    return names(request.keySchema());
  }

  Stream<Index> indexes() {
    return Stream.concat(
        request.localSecondaryIndexes().stream().map(this::index),
        request.globalSecondaryIndexes().stream().map(this::index));
  }

  private Index index(LocalSecondaryIndex index) {
    return new Index(index.indexName(), names(index.keySchema()), index.projection());
  }

  private Index index(GlobalSecondaryIndex index) {
    return new Index(index.indexName(), names(index.keySchema()), index.projection());
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }

  /** The items that have the index's keys, with what it projects of them. */
  List<Map<String, AttributeValue>> entries(Index index) {
    Predicate<String> isProjected =
        name ->
            index.projection().projectionType() == ProjectionType.ALL
                || index.keys().contains(name)
                || keys().contains(name)
                || index.projection().nonKeyAttributes().contains(name);
    return items.stream()
        .filter(item -> item.keySet().containsAll(index.keys()))
        .map(item -> only(item, isProjected))
        .toList();
  }

  static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, Predicate<String> isWanted) {
    return item.entrySet().stream()
        .filter(attribute -> isWanted.test(attribute.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public String toString() {
    return request.tableName();
  }
}
