package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reset, snapshot, restore and fork: what comes back, and what does not get through. */
class EmulatorStateTest {

  private static final Tag TAG = Tag.builder().key("k").value("v").build();

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private final Emulator emulator = Emulator.start();
  private final DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void resetsToEmpty() {
    client.createTable(TestTable.named("things"));

    emulator.reset();

    assertThat(client.listTables().tableNames()).isEmpty();
    assertThatThrownBy(() -> put("things", "a")).isInstanceOf(ResourceNotFoundException.class);
  }

  /** Each client of HTTP has a thread and files of the system until it is garbage. */
  @Test
  void keepsItsClientsOfOtherApis() {
    URI nowhere = URI.create("http://localhost:1");
    EmulatorOptions options =
        EmulatorOptions.builder().kinesisEndpoint(nowhere).s3Endpoint(nowhere).build();
    try (Emulator connected = Emulator.start(options)) {
      long before = httpClients();

      connected.reset();
      connected.fork().close();

      assertThat(httpClients()).isLessThanOrEqualTo(before);
    }
  }

  private static long httpClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
        .count();
  }

  @Test
  void resetsToTheBaselineAsOftenAsWanted() {
    client.createTable(TestTable.named("things"));
    put("things", "a");
    emulator.baseline();

    for (int round = 0; round < 3; round++) {
      put("things", "b" + round);
      client.deleteItem(delete -> delete.tableName("things").key(TestTable.item("a")));
      client.createTable(TestTable.named("others"));

      emulator.reset();

      assertThat(ids("things")).containsExactly("a");
      assertThat(client.listTables().tableNames()).containsExactly("things");
    }
  }

  @Test
  void bringsBackWhatWasDeleted() {
    client.createTable(TestTable.named("things"));
    put("things", "a");
    EmulatorSnapshot snapshot = emulator.snapshot();
    client.deleteTable(delete -> delete.tableName("things"));

    emulator.restore(snapshot);

    assertThat(ids("things")).containsExactly("a");
  }

  @Test
  void changesBetweenSnapshots() {
    client.createTable(TestTable.named("things"));
    EmulatorSnapshot empty = emulator.snapshot();
    put("things", "a");
    EmulatorSnapshot filled = emulator.snapshot();

    emulator.restore(empty);
    assertThat(ids("things")).isEmpty();

    emulator.restore(filled);
    assertThat(ids("things")).containsExactly("a");
  }

  @Test
  void bringsBackSettings() {
    client.createTable(TestTable.named("things"));
    String arn = client.describeTable(describe -> describe.tableName("things")).table().tableArn();
    EmulatorSnapshot snapshot = emulator.snapshot();
    client.tagResource(tag -> tag.resourceArn(arn).tags(TAG));
    client.updateTable(update -> update.tableName("things").deletionProtectionEnabled(true));

    emulator.restore(snapshot);

    assertThat(client.listTagsOfResource(list -> list.resourceArn(arn)).tags()).isEmpty();
    client.deleteTable(delete -> delete.tableName("things"));
  }

  @Test
  void knowsTheSizesOfWhatItBringsBack() {
    client.createTable(TestTable.named("things"));
    put("things", "four");
    EmulatorSnapshot snapshot = emulator.snapshot();
    put("things", "more");

    emulator.restore(snapshot);
    assertThat(sizeBytes()).isEqualTo(6);

    put("things", "more");
    assertThat(sizeBytes()).isEqualTo(12);
  }

  private long sizeBytes() {
    return client.describeTable(describe -> describe.tableName("things")).table().tableSizeBytes();
  }

  @Test
  void bringsBackStreams() {
    client.createTable(
        TestTable.named("things").toBuilder()
            .streamSpecification(
                stream ->
                    stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
            .build());
    put("things", "a");
    EmulatorSnapshot snapshot = emulator.snapshot();
    put("things", "b");

    emulator.restore(snapshot);
    assertThat(recordedIds()).containsExactly("a");

    put("things", "c");
    assertThat(recordedIds()).containsExactly("a", "c");
  }

  private List<String> recordedIds() {
    try (DynamoDbStreamsClient streams = InProcessClients.dynamoDbStreams(emulator.dispatcher())) {
      String arn =
          client.describeTable(describe -> describe.tableName("things")).table().latestStreamArn();
      String shard =
          streams
              .describeStream(describe -> describe.streamArn(arn))
              .streamDescription()
              .shards()
              .get(0)
              .shardId();
      String iterator =
          streams
              .getShardIterator(
                  at -> at.streamArn(arn).shardId(shard).shardIteratorType("TRIM_HORIZON"))
              .shardIterator();
      return streams.getRecords(records -> records.shardIterator(iterator)).records().stream()
          .map(found -> found.dynamodb().keys().get("id").s())
          .toList();
    }
  }

  @Test
  void forgetsTokensOfTransactions() {
    client.createTable(TestTable.named("things"));
    EmulatorSnapshot snapshot = emulator.snapshot();
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .clientRequestToken("token")
            .transactItems(
                TransactWriteItem.builder()
                    .put(put -> put.tableName("things").item(TestTable.item("a")))
                    .build())
            .build();
    client.transactWriteItems(request);

    emulator.restore(snapshot);
    client.transactWriteItems(request);

    assertThat(ids("things")).containsExactly("a");
  }

  @Test
  void releasesHeldTransactionsIntoTheStateThatItLeaves() throws Exception {
    client.createTable(TestTable.named("things"));
    emulator.baseline();
    emulator.transactionHold().holdUntilReleased();
    CompletableFuture<Void> held =
        CompletableFuture.runAsync(
            () ->
                client.transactWriteItems(
                    write ->
                        write.transactItems(
                            TransactWriteItem.builder()
                                .put(put -> put.tableName("things").item(TestTable.item("a")))
                                .build())));
    assertThat(emulator.transactionHold().awaitHeld(1, Duration.ofSeconds(10))).isTrue();

    emulator.reset();
    put("things", "b");
    held.get(10, TimeUnit.SECONDS);

    assertThat(ids("things")).containsExactly("b");
  }

  @Test
  void bringsBackTheTime() {
    emulator.clock().fix(NEW_YEAR);
    EmulatorSnapshot snapshot = emulator.snapshot();

    emulator.clock().advance(Duration.ofDays(400));
    emulator.restore(snapshot);
    assertThat(emulator.clock().instant()).isEqualTo(NEW_YEAR);

    emulator.clock().release();
    emulator.restore(snapshot);
    assertThat(emulator.clock().instant()).isEqualTo(NEW_YEAR);
  }

  @Test
  void goesOnWithWhatWasUnderWay() {
    EmulatorOptions options = EmulatorOptions.builder().delayTransientStatuses(true).build();
    try (Emulator slow = Emulator.start(options);
        DynamoDbClient slowClient = InProcessClients.dynamoDb(slow.dispatcher())) {
      slow.clock().fix(NEW_YEAR);
      slowClient.createTable(TestTable.named("things"));
      EmulatorSnapshot creating = slow.snapshot();
      slow.clock().advance(Duration.ofMinutes(1));
      assertThat(status(slowClient)).isEqualTo(TableStatus.ACTIVE);

      slow.restore(creating);
      assertThat(status(slowClient)).isEqualTo(TableStatus.CREATING);

      slow.clock().advance(Duration.ofMinutes(1));
      assertThat(status(slowClient)).isEqualTo(TableStatus.ACTIVE);
    }
  }

  @Test
  void dropsWhatWasUnderWayInTheStateThatItLeaves() {
    EmulatorOptions options = EmulatorOptions.builder().delayTransientStatuses(true).build();
    try (Emulator slow = Emulator.start(options);
        DynamoDbClient slowClient = InProcessClients.dynamoDb(slow.dispatcher())) {
      slow.clock().fix(NEW_YEAR);
      slowClient.createTable(TestTable.named("things"));
      slow.clock().advance(Duration.ofMinutes(1));
      slow.baseline();
      slowClient.deleteTable(delete -> delete.tableName("things"));

      slow.reset();
      slow.clock().advance(Duration.ofMinutes(1));

      assertThat(status(slowClient)).isEqualTo(TableStatus.ACTIVE);
    }
  }

  private static TableStatus status(DynamoDbClient client) {
    return client.describeTable(describe -> describe.tableName("things")).table().tableStatus();
  }

  @Test
  void sweepsExpiredItemsOnDemandAndAsTimeIsAdvanced() {
    emulator.clock().fix(NEW_YEAR);
    client.createTable(TestTable.named("things"));
    client.updateTimeToLive(
        update ->
            update
                .tableName("things")
                .timeToLiveSpecification(ttl -> ttl.attributeName("until").enabled(true)));
    putUntil("a", NEW_YEAR.minusSeconds(60));
    putUntil("b", NEW_YEAR.plusSeconds(3600));

    assertThat(emulator.sweepExpiredItems()).isEqualTo(1);
    assertThat(ids("things")).containsExactly("b");

    emulator.clock().advance(Duration.ofDays(100));
    assertThat(ids("things")).isEmpty();
  }

  private void putUntil(String id, Instant end) {
    Map<String, AttributeValue> item = new HashMap<>(TestTable.item(id));
    item.put("until", AttributeValue.fromN(Long.toString(end.getEpochSecond())));
    client.putItem(put -> put.tableName("things").item(item));
  }

  @Test
  void forksShareNothingButThePast() {
    client.createTable(TestTable.named("things"));
    put("things", "a");
    emulator.clock().fix(NEW_YEAR);

    try (Emulator fork = emulator.fork();
        DynamoDbClient forkClient = InProcessClients.dynamoDb(fork.dispatcher())) {
      put("things", "b");
      put(forkClient, "things", "c");
      fork.clock().advance(Duration.ofDays(1));

      assertThat(ids("things")).containsExactly("a", "b");
      assertThat(ids(forkClient, "things")).containsExactly("a", "c");
      assertThat(emulator.clock().instant()).isEqualTo(NEW_YEAR);
      assertThat(fork.endpoint()).isNotEqualTo(emulator.endpoint());

      fork.reset();
      assertThat(forkClient.listTables().tableNames()).isEmpty();
      assertThat(ids("things")).containsExactly("a", "b");
    }
    assertThat(ids("things")).containsExactly("a", "b");
  }

  @Test
  void forksOutliveTheirOriginAndTakeItsSnapshots() {
    Emulator origin = Emulator.start();
    try (DynamoDbClient originClient = InProcessClients.dynamoDb(origin.dispatcher())) {
      originClient.createTable(TestTable.named("things"));
      put(originClient, "things", "a");
    }
    EmulatorSnapshot snapshot = origin.snapshot();
    Emulator fork = origin.fork();
    origin.close();

    try (fork;
        DynamoDbClient forkClient = InProcessClients.dynamoDb(fork.dispatcher())) {
      put(forkClient, "things", "b");
      fork.restore(snapshot);
      assertThat(ids(forkClient, "things")).containsExactly("a");
    }
  }

  @Test
  void refusesTheSnapshotOfAStranger() {
    emulator.clock().fix(NEW_YEAR);
    try (Emulator stranger = Emulator.start()) {
      EmulatorSnapshot snapshot = stranger.snapshot();

      assertThatThrownBy(() -> emulator.restore(snapshot))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The savepoint belongs to another storage");
      assertThat(emulator.clock().instant()).isEqualTo(NEW_YEAR);
    }
  }

  @Test
  void keepsNoStatesOfAFile(@TempDir Path directory) {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    String message =
        "Only an emulator in memory can be reset, restored and forked, not one with -dbPath";

    try (Emulator inFile = Emulator.start(options)) {
      for (Runnable attempt :
          List.<Runnable>of(inFile::reset, inFile::snapshot, inFile::baseline, inFile::fork)) {
        assertThatThrownBy(attempt::run)
            .isInstanceOf(UnsupportedOperationException.class)
            .hasMessage(message);
      }
    }
  }

  /**
   * Two items are written as one, so a request that met half a reset, or wrote into the state after
   * it, would leave one without the other or an item that nobody put after the last reset.
   */
  @Test
  void requestsInFlightMeetOneStateAndChangeNoOther() throws Exception {
    client.createTable(TestTable.named("things"));
    emulator.baseline();
    AtomicBoolean isOver = new AtomicBoolean();
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      writers.add(CompletableFuture.runAsync(() -> writePairs(isOver)));
    }

    for (int round = 0; round < 300; round++) {
      emulator.reset();
      List<String> found = ids("things");
      assertThat(found.stream().filter(id -> id.startsWith("x")).map(id -> id.substring(1)))
          .containsExactlyElementsOf(
              found.stream().filter(id -> id.startsWith("y")).map(id -> id.substring(1)).toList());
    }
    isOver.set(true);
    for (CompletableFuture<Void> writer : writers) {
      writer.get();
    }
    emulator.reset();

    assertThat(ids("things")).isEmpty();
    assertThat(sizeBytes()).isZero();
  }

  private void writePairs(AtomicBoolean isOver) {
    for (int number = 0; !isOver.get(); number++) {
      String name = Thread.currentThread().getId() + "-" + number;
      client.transactWriteItems(
          write ->
              write.transactItems(
                  TransactWriteItem.builder()
                      .put(put -> put.tableName("things").item(TestTable.item("x" + name)))
                      .build(),
                  TransactWriteItem.builder()
                      .put(put -> put.tableName("things").item(TestTable.item("y" + name)))
                      .build()));
    }
  }

  @Test
  void snapshotsFitTheirSizesWhileItemsAreWritten() throws Exception {
    client.createTable(TestTable.named("things"));
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> writePairs(isOver));
    List<EmulatorSnapshot> snapshots = new ArrayList<>();
    for (int round = 0; round < 50; round++) {
      snapshots.add(emulator.snapshot());
    }
    isOver.set(true);
    writer.get();

    for (EmulatorSnapshot snapshot : snapshots) {
      emulator.restore(snapshot);
      int bytes = ids("things").stream().mapToInt(id -> "id".length() + id.length()).sum();
      assertThat(sizeBytes()).isEqualTo(bytes);
    }
  }

  private void put(String table, String id) {
    put(client, table, id);
  }

  private static void put(DynamoDbClient client, String table, String id) {
    client.putItem(put -> put.tableName(table).item(TestTable.item(id)));
  }

  private List<String> ids(String table) {
    return ids(client, table);
  }

  private static List<String> ids(DynamoDbClient client, String table) {
    return List.copyOf(
        client.scanPaginator(scan -> scan.tableName(table)).items().stream()
            .map(item -> item.get("id").s())
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}
