package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Several items in one request (items.md §1.3, §3). */
class BatchTest extends BehaviourTest {

  private String otherTable() {
    return tableName + ".other";
  }

  @AfterEach
  void dropOtherTable() {
    try {
      client.deleteTable(table -> table.tableName(otherTable()));
    } catch (ResourceNotFoundException e) {
      return;
    }
  }

  @Test
  void putsAndDeletesInSeveralTables() {
    TestTable table = table().create("pk:S").put(Map.of("pk", s("old")));
    TestTable other = new TestTable(client, otherTable()).create("pk:S", "sk:N");

    BatchWriteItemResponse answer =
        client.batchWriteItem(
            batch ->
                batch.requestItems(
                    Map.of(
                        tableName,
                        List.of(put(Map.of("pk", s("a"))), delete(Map.of("pk", s("old")))),
                        otherTable(),
                        List.of(put(Map.of("pk", s("b"), "sk", n(1)))))));

    assertThat(answer.hasUnprocessedItems()).isTrue();
    assertThat(answer.unprocessedItems()).isEmpty();
    assertThat(table.scan()).containsExactly(Map.of("pk", s("a")));
    assertThat(other.scan()).containsExactly(Map.of("pk", s("b"), "sk", n(1)));
  }

  @Test
  void getsFromSeveralTablesWithoutWhatIsMissing() {
    table().create("pk:S").put(Map.of("pk", s("a"), "v", n(1), "w", n(2)));
    new TestTable(client, otherTable()).create("pk:S");

    BatchGetItemResponse answer =
        client.batchGetItem(
            batch ->
                batch.requestItems(
                    Map.of(
                        tableName,
                        KeysAndAttributes.builder()
                            .keys(keys("a", "none"))
                            .projectionExpression("w")
                            .build(),
                        otherTable(),
                        KeysAndAttributes.builder().keys(keys("none")).build())));

    assertThat(answer.responses())
        .isEqualTo(Map.of(tableName, List.of(Map.of("w", n(2))), otherTable(), List.of()));
    assertThat(answer.unprocessedKeys()).isEmpty();
  }

  @Test
  void leavesKeysUnprocessedBeyondSixteenMegabytes() {
    TestTable table = table().create("pk:S");
    AttributeValue large = AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(new byte[399_000]));
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (int i = 0; i < 45; i++) {
      keys.add(Map.of("pk", s("key" + i)));
      table.put(Map.of("pk", s("key" + i), "v", large));
    }

    BatchGetItemResponse answer =
        client.batchGetItem(
            batch ->
                batch.requestItems(
                    Map.of(
                        tableName,
                        KeysAndAttributes.builder()
                            .keys(keys)
                            .consistentRead(true)
                            .projectionExpression("pk, #v")
                            .expressionAttributeNames(Map.of("#v", "v"))
                            .build())));

    KeysAndAttributes rest = answer.unprocessedKeys().get(tableName);
    List<Map<String, AttributeValue>> answered = new ArrayList<>(rest.keys());
    answer.responses().get(tableName).forEach(item -> answered.add(Map.of("pk", item.get("pk"))));
    assertThat(answered).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(answer.responses().get(tableName)).hasSizeBetween(40, 42);
    assertThat(rest.consistentRead()).isTrue();
    assertThat(rest.projectionExpression()).isEqualTo("pk, #v");
    assertThat(rest.expressionAttributeNames()).isEqualTo(Map.of("#v", "v"));
    assertThat(client.batchGetItem(b -> b.requestItems(answer.unprocessedKeys())).responses())
        .hasSize(1);
  }

  @Test
  void takesExactlyTheLargestBatches() {
    TestTable table = table().create("pk:S");
    for (int first = 0; first < 100; first += 25) {
      table.putAll(
          IntStream.range(first, first + 25).mapToObj(i -> Map.of("pk", s("key" + i))).toList());
    }

    assertThat(
            client
                .batchGetItem(
                    batch ->
                        batch.requestItems(
                            Map.of(
                                tableName,
                                KeysAndAttributes.builder()
                                    .keys(
                                        IntStream.range(0, 100)
                                            .mapToObj(i -> Map.of("pk", s("key" + i)))
                                            .toList())
                                    .build())))
                .responses()
                .get(tableName))
        .hasSize(100);
  }

  @Test
  void refusesDuplicatesAndWritesNothing() {
    TestTable table = table().create("pk:S");

    assertThat(
            Failure.of(
                () ->
                    client.batchWriteItem(
                        batch ->
                            batch.requestItems(
                                Map.of(
                                    tableName,
                                    List.of(
                                        put(Map.of("pk", s("a"))),
                                        put(Map.of("pk", s("b"))),
                                        delete(Map.of("pk", s("a")))))))))
        .isEqualTo(Failure.validation("Provided list of item keys contains duplicates"));
    assertThat(table.scan()).isEmpty();
  }

  @Test
  void refusesMoreRequestsThanFit() {
    table().create("pk:S");
    List<WriteRequest> puts =
        IntStream.range(0, 26).mapToObj(i -> put(Map.of("pk", s("key" + i)))).toList();

    assertThat(
            Failure.of(() -> client.batchWriteItem(b -> b.requestItems(Map.of(tableName, puts))))
                .message())
        .startsWith("1 validation error detected: Value '{" + tableName + "=[")
        .endsWith(
            "]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint:"
                + " [Member must have length less than or equal to 25, Member must have length"
                + " greater than or equal to 1]");
    assertThat(Failure.of(() -> get(101)))
        .isEqualTo(
            Failure.validation(
                "1 validation error detected: Value at 'RequestItems."
                    + tableName
                    + ".member.Keys' failed to satisfy constraint: Member must have length less"
                    + " than or equal to 100"));
  }

  private void get(int count) {
    List<Map<String, AttributeValue>> keys =
        IntStream.range(0, count).mapToObj(i -> Map.of("pk", s("key" + i))).toList();
    client.batchGetItem(
        batch ->
            batch.requestItems(Map.of(tableName, KeysAndAttributes.builder().keys(keys).build())));
  }

  private static List<Map<String, AttributeValue>> keys(String... keys) {
    return Arrays.stream(keys).map(key -> Map.of("pk", s(key))).toList();
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return TestTable.putRequest(item);
  }

  private static WriteRequest delete(Map<String, AttributeValue> key) {
    return WriteRequest.builder().deleteRequest(DeleteRequest.builder().key(key).build()).build();
  }
}
