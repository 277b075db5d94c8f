package dev.dynamoemulator.kcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Records reach a worker of the Kinesis Client Library once each, in the order of their item. */
class StreamConsumerTest {

  private static final String TABLE = "Orders";
  private static final int FIRST_SHARDS = 2;
  private static final int CHILDREN = 2;
  private static final List<String> ITEMS =
      IntStream.range(0, 20).mapToObj(number -> "order-" + number).toList();

  private final Received received = new Received();
  private Emulator emulator;
  private DynamoDbClient client;
  private String streamArn;

  @BeforeEach
  void startWithStream() {
    emulator = Emulator.start(EmulatorOptions.builder().streamShards(FIRST_SHARDS).build());
    client = emulator.dynamoDbClient();
    streamArn = createTable();
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void receivesEveryRecordOnceAndInOrderThroughShardSplits() throws Exception {
    try (Consumer consumer = start("splits")) {
      writeVersions(1, 5);
      received.await(5 * ITEMS.size());
      emulator.rollStream(streamArn, CHILDREN);
      writeVersions(6, 10);
      emulator.rollStream(streamArn, CHILDREN);
      writeVersions(11, 15);
      received.await(15 * ITEMS.size());
    }

    assertThat(Change.byItem(received.changes())).isEqualTo(eachItem(1, 15));
    assertThat(received.endedShards())
        .as("both generations that were closed were read to their end")
        .hasSize(FIRST_SHARDS + FIRST_SHARDS * CHILDREN);
    assertThat(shardsOf(1, 5)).hasSize(FIRST_SHARDS);
    assertThat(shardsOf(6, 10)).doesNotContainAnyElementsOf(shardsOf(1, 5));
    assertThat(shardsOf(11, 15)).doesNotContainAnyElementsOf(shardsOf(6, 10));
  }

  @Test
  void readsParentsBeforeTheirChildrenWhenAllWereThereBefore() throws Exception {
    writeVersions(1, 3);
    emulator.rollStream(streamArn, CHILDREN);
    writeVersions(4, 6);

    try (Consumer consumer = start("late")) {
      received.await(6 * ITEMS.size());
    }

    assertThat(Change.byItem(received.changes())).isEqualTo(eachItem(1, 6));
  }

  @Test
  void resumesWhereTheLastWorkerOfTheApplicationEnded() throws Exception {
    try (Consumer consumer = start("resumed")) {
      writeVersions(1, 3);
      received.await(3 * ITEMS.size());
    }
    emulator.rollStream(streamArn, CHILDREN);
    writeVersions(4, 6);

    try (Consumer consumer = start("resumed")) {
      received.await(6 * ITEMS.size());
    }

    assertThat(Change.byItem(received.changes())).isEqualTo(eachItem(1, 6));
  }

  private Consumer start(String application) {
    return Consumer.start(emulator.endpoint(), application, streamArn, received);
  }

  private String createTable() {
    return client
        .createTable(
            table ->
                table
                    .tableName(TABLE)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        key -> key.attributeName("id").attributeType(ScalarAttributeType.S))
                    .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH))
                    .streamSpecification(
                        stream ->
                            stream
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
        .tableDescription()
        .latestStreamArn();
  }

  private void writeVersions(int first, int last) {
    for (int version = first; version <= last; version++) {
      for (String item : ITEMS) {
        put(item, version);
      }
    }
  }

  private void put(String item, int version) {
    client.putItem(
        put ->
            put.tableName(TABLE)
                .item(
                    Map.of(
                        "id", AttributeValue.fromS(item),
                        "version", AttributeValue.fromN(Integer.toString(version)))));
  }

  private static Map<String, List<Integer>> eachItem(int first, int last) {
    List<Integer> versions = IntStream.rangeClosed(first, last).boxed().toList();
    Map<String, List<Integer>> expected = new TreeMap<>();
    ITEMS.forEach(item -> expected.put(item, versions));
    return expected;
  }

  private Set<String> shardsOf(int first, int last) {
    Stream<Change> ofVersions =
        received.changes().stream()
            .filter(change -> first <= change.version() && change.version() <= last);
    return ofVersions.map(Change::shardId).collect(Collectors.toSet());
  }
}
