package dev.dynamoemulator.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Makes the table of a test and fills it. Keys are written {@code pk:S}. */
final class TestTable {

  private static final int BATCH = 25;

  private final DynamoDbClient client;
  private final String name;
  private final Map<String, String> types = new TreeMap<>();
  private final List<LocalSecondaryIndex> localIndexes = new ArrayList<>();
  private final List<GlobalSecondaryIndex> globalIndexes = new ArrayList<>();

  TestTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  TestTable localIndex(String indexName, Projection projection, String... keys) {
    localIndexes.add(
        LocalSecondaryIndex.builder()
            .indexName(indexName)
            .keySchema(keySchema(keys))
            .projection(projection)
            .build());
    return this;
  }

  TestTable globalIndex(String indexName, Projection projection, String... keys) {
    globalIndexes.add(
        GlobalSecondaryIndex.builder()
            .indexName(indexName)
            .keySchema(keySchema(keys))
            .projection(projection)
            .build());
    return this;
  }

  /** The first key is the partition key, a second one the sort key. */
  TestTable create(String... keys) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .keySchema(keySchema(keys))
            .billingMode(BillingMode.PAY_PER_REQUEST);
    if (!localIndexes.isEmpty()) {
      request.localSecondaryIndexes(localIndexes);
    }
    if (!globalIndexes.isEmpty()) {
      request.globalSecondaryIndexes(globalIndexes);
    }
    client.createTable(request.attributeDefinitions(definitions()).build());
    return this;
  }

  private List<KeySchemaElement> keySchema(String... keys) {
    List<KeySchemaElement> schema = new ArrayList<>();
    for (String key : keys) {
      String[] nameAndType = key.split(":");
      types.put(nameAndType[0], nameAndType[1]);
      schema.add(element(nameAndType[0], schema.isEmpty() ? KeyType.HASH : KeyType.RANGE));
    }
    return schema;
  }

  private List<AttributeDefinition> definitions() {
    return types.entrySet().stream()
        .map(type -> definition(type.getKey(), type.getValue()))
        .toList();
  }

  static KeySchemaElement element(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }

  static AttributeDefinition definition(String attribute, String type) {
    return AttributeDefinition.builder().attributeName(attribute).attributeType(type).build();
  }

  static Projection all() {
    return Projection.builder().projectionType(ProjectionType.ALL).build();
  }

  static Projection keysOnly() {
    return Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();
  }

  static Projection including(String... attributes) {
    return Projection.builder()
        .projectionType(ProjectionType.INCLUDE)
        .nonKeyAttributes(attributes)
        .build();
  }

  TestTable put(Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(name).item(item));
    return this;
  }

  TestTable putAll(List<Map<String, AttributeValue>> items) {
    for (int first = 0; first < items.size(); first += BATCH) {
      List<WriteRequest> requests =
          items.subList(first, Math.min(first + BATCH, items.size())).stream()
              .map(TestTable::putRequest)
              .toList();
      client.batchWriteItem(batch -> batch.requestItems(Map.of(name, requests)));
    }
    return this;
  }

  static WriteRequest putRequest(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }

  /** The item of the key; empty when there is none. */
  Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
    return client.getItem(get -> get.tableName(name).key(key).consistentRead(true)).item();
  }

  List<Map<String, AttributeValue>> scan() {
    return client.scanPaginator(scan -> scan.tableName(name)).items().stream().toList();
  }

  Set<Object> contents() {
    return Values.canonical(scan());
  }
}
