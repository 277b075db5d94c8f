package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.VectorDistanceFunction;
import software.amazon.awssdk.services.dynamodb.model.VectorIndex;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexDescription;

/** Vector indexes take part in what happens to the whole state of an emulator. */
class VectorStateTest {

  private static final List<AttributeValue> ONES =
      List.of(AttributeValue.fromN("1"), AttributeValue.fromN("1"));

  private final Emulator emulator = Emulator.start();
  private final DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void aSnapshotHoldsTheEntries() {
    create();
    put("a");
    EmulatorSnapshot snapshot = emulator.snapshot();
    VectorIndexDescription before = index(client);
    put("b");
    client.deleteTable(table -> table.tableName("docs"));

    emulator.restore(snapshot);

    assertThat(found(client)).containsExactly("a");
    assertThat(index(client)).isEqualTo(before);
  }

  @Test
  void aForkGoesItsOwnWay() {
    create();
    put("a");

    try (Emulator fork = emulator.fork();
        DynamoDbClient other = InProcessClients.dynamoDb(fork.dispatcher())) {
      put("b");

      assertThat(found(other)).containsExactly("a");
      assertThat(index(other).itemCount()).isEqualTo(1);
      assertThat(found(client)).containsExactlyInAnyOrder("a", "b");
    }
  }

  private void create() {
    client.createTable(
        table ->
            table
                .tableName("docs")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("pk")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(
                    KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build())
                .vectorIndexes(
                    VectorIndex.builder()
                        .indexName("vectors")
                        .vectorAttribute(attribute -> attribute.attributeName("embedding"))
                        .dimensions(2L)
                        .distanceFunction(VectorDistanceFunction.EUCLIDEAN)
                        .projection(all -> all.projectionType(ProjectionType.ALL))
                        .build()));
  }

  private void put(String pk) {
    client.putItem(
        put ->
            put.tableName("docs")
                .item(
                    Map.of(
                        "pk", AttributeValue.fromS(pk), "embedding", AttributeValue.fromL(ONES))));
  }

  private static List<String> found(DynamoDbClient client) {
    return client
        .searchVectors(
            search -> search.tableName("docs").indexName("vectors").topK(10).searchVector(ONES))
        .searchResults()
        .stream()
        .map(result -> result.item().get("pk").s())
        .toList();
  }

  private static VectorIndexDescription index(DynamoDbClient client) {
    return client.describeTable(table -> table.tableName("docs")).table().vectorIndexes().get(0);
  }
}
