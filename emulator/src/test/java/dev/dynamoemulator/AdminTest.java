package dev.dynamoemulator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.AdminClient.Answer;
import dev.dynamoemulator.inprocess.InProcessClients;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What the endpoints below {@code /_emulator} do. */
class AdminTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private final Emulator emulator =
      Emulator.start(
          EmulatorOptions.builder().clock(NEW_YEAR).delayTransientStatuses(true).build());
  private final DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());
  private final AdminClient admin = AdminClient.of(emulator);

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void tellsWhatItIs() {
    assertThat(admin.get("/_emulator").body().path("name").asText()).isEqualTo("Dynamo Emulator");
    assertThat(admin.get("/_emulator").body().path("version").asText())
        .isEqualTo(Emulator.version());
    assertThat(admin.get("/_emulator/health").body().toString())
        .isEqualTo("{\"status\":\"healthy\"}");
  }

  @Test
  void tellsEveryOptionOfTheEmulator() {
    JsonNode options = admin.get("/_emulator/options").body();

    Set<String> names = new HashSet<>();
    options.fieldNames().forEachRemaining(name -> names.add("-" + name));
    assertThat(names)
        .isEqualTo(
            EnumSet.complementOf(
                    EnumSet.of(EmulatorOption.LOG_LEVEL, EmulatorOption.DISABLE_TELEMETRY))
                .stream()
                .map(EmulatorOption::localName)
                .collect(toSet()));
    assertThat(options.path("clock").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(options.path("delayTransientStatuses").asBoolean()).isTrue();
    assertThat(options.path("dbPath").isNull()).isTrue();
  }

  @Test
  void showsTheClock() {
    assertThat(admin.get("/_emulator/clock").body().toString())
        .isIn(
            "{\"instant\":\"2026-01-01T00:00:00Z\",\"fixed\":true}",
            "{\"fixed\":true,\"instant\":\"2026-01-01T00:00:00Z\"}");
  }

  @Test
  void setsTheClock() {
    Answer answer = admin.put("/_emulator/clock", "{\"instant\":\"2026-02-01T01:00:00.5+01:00\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("instant").asText()).isEqualTo("2026-02-01T00:00:00.500Z");
    assertThat(emulator.clock().instant()).isEqualTo("2026-02-01T00:00:00.500Z");
  }

  @Test
  void releasesTheClock() {
    Answer answer = admin.delete("/_emulator/clock");

    assertThat(answer.body().path("fixed").asBoolean()).isFalse();
    assertThat(emulator.clock().isFixed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"duration":"PT1H30M"} | 2026-01-01T01:30:00Z
          {"duration":"P1D"}     | 2026-01-02T00:00:00Z
          {"seconds":90}         | 2026-01-01T00:01:30Z
          {"seconds":0.25}       | 2026-01-01T00:00:00.250Z
          {"seconds":0}          | 2026-01-01T00:00:00Z
          """)
  void advancesTheClock(String body, String expected) {
    Answer answer = admin.post("/_emulator/clock/advance", body);

    assertThat(answer.body().path("instant").asText()).isEqualTo(expected);
  }

  @Test
  void runsWhatFallsDueBeforeItAnswers() {
    client.createTable(TestTable.named("things"));
    assertThat(status()).isEqualTo(TableStatus.CREATING);

    admin.post("/_emulator/clock/advance", "{\"seconds\":60}");

    assertThat(status()).isEqualTo(TableStatus.ACTIVE);
  }

  private TableStatus status() {
    return client.describeTable(table -> table.tableName("things")).table().tableStatus();
  }

  @ParameterizedTest
  @CsvSource({"/_emulator/reset", "/_localstack/state/reset"})
  void resets(String path) {
    createTable("things");

    assertThat(admin.post(path, "").status()).isEqualTo(200);

    assertThat(client.listTables().tableNames()).isEmpty();
  }

  @Test
  void resetsToTheBaseline() {
    createTable("things");
    admin.post("/_emulator/baseline", "{}");
    createTable("others");

    admin.post("/_emulator/reset", "{}");

    assertThat(client.listTables().tableNames()).containsExactly("things");
  }

  @Test
  void restoresSnapshotsByTheirNames() {
    createTable("things");
    assertThat(admin.put("/_emulator/snapshots/with-table", "").body().toString())
        .isEqualTo("{\"name\":\"with-table\"}");
    admin.post("/_emulator/reset", "");

    assertThat(admin.post("/_emulator/snapshots/with-table/restore", "").status()).isEqualTo(200);

    assertThat(client.listTables().tableNames()).containsExactly("things");
  }

  @Test
  void namesSnapshotsItself() {
    admin.put("/_emulator/snapshots/snapshot-1", "");

    String name = admin.post("/_emulator/snapshots", "").body().path("name").asText();

    assertThat(name).isEqualTo("snapshot-2");
    assertThat(admin.post("/_emulator/snapshots/" + name + "/restore", "").status()).isEqualTo(200);
  }

  @Test
  void replacesSnapshotsOfTheSameName() {
    admin.put("/_emulator/snapshots/s", "");
    createTable("things");
    admin.put("/_emulator/snapshots/s", "");
    admin.post("/_emulator/reset", "");

    admin.post("/_emulator/snapshots/s/restore", "");

    assertThat(client.listTables().tableNames()).containsExactly("things");
  }

  @Test
  void listsSnapshotsAndDeletesThem() {
    admin.put("/_emulator/snapshots/a", "");
    admin.put("/_emulator/snapshots/b", "");

    assertThat(admin.delete("/_emulator/snapshots/a").status()).isEqualTo(200);

    JsonNode left = admin.get("/_emulator/snapshots").body().path("snapshots");
    assertThat(left).hasSize(1);
    assertThat(left.path(0).path("name").asText()).isEqualTo("b");
    assertThat(left.path(0).path("instant").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(admin.post("/_emulator/snapshots/a/restore", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /_emulator/time-to-live/sweep, deleted",
    "DELETE, /_aws/dynamodb/expired, ExpiredItems"
  })
  void sweepsExpiredItems(String method, String path, String member) {
    createTable("things");
    client.updateTimeToLive(
        update ->
            update
                .tableName("things")
                .timeToLiveSpecification(spec -> spec.attributeName("until").enabled(true)));
    emulator.clock().advance(Duration.ofHours(2));
    client.putItem(
        put ->
            put.tableName("things")
                .item(
                    Map.of(
                        "id",
                        AttributeValue.fromS("a"),
                        "until",
                        AttributeValue.fromN("" + NEW_YEAR.getEpochSecond()))));

    Answer answer = admin.call(method, path, "");

    assertThat(answer.body().toString()).isEqualTo("{\"" + member + "\":1}");
    assertThat(client.scan(scan -> scan.tableName("things")).count()).isZero();
  }

  @Test
  void holdsTransactionsAndReleasesThem() throws Exception {
    createTable("things");
    String hold = "/_emulator/transactions/hold";
    admin.put(hold, "{\"untilReleased\":true}");

    CompletableFuture<?> transaction = CompletableFuture.runAsync(this::putInTransaction);
    assertThat(emulator.transactionHold().awaitHeld(1, Duration.ofSeconds(30))).isTrue();
    assertThat(admin.get(hold).body().path("held").asInt()).isEqualTo(1);
    admin.post("/_emulator/transactions/release", "");
    transaction.get();

    assertThat(admin.get(hold).body().path("holding").asBoolean()).isTrue();
    assertThat(admin.delete(hold).body().path("holding").asBoolean()).isFalse();
    putInTransaction();
  }

  private void putInTransaction() {
    TransactWriteItem item =
        TransactWriteItem.builder()
            .put(put -> put.tableName("things").item(TestTable.item("a")))
            .build();
    client.transactWriteItems(write -> write.transactItems(item));
  }

  @Test
  void holdsTransactionsForATime() {
    Answer answer = admin.put("/_emulator/transactions/hold", "{\"duration\":\"PT0.1S\"}");

    assertThat(answer.body().path("holding").asBoolean()).isTrue();
  }

  @Test
  void pausesReplicationAndResumesIt() {
    assertThat(admin.post("/_emulator/replication/pause", "").body().path("paused").asBoolean())
        .isTrue();
    assertThat(emulator.replication().isPaused()).isTrue();

    Answer answer = admin.post("/_emulator/replication/resume", "");

    assertThat(answer.body().path("paused").asBoolean()).isFalse();
    assertThat(emulator.replication().isPaused()).isFalse();
  }

  @Test
  void hasReplicationLag() {
    admin.put("/_emulator/replication/lag", "{\"seconds\":0.5}");

    assertThat(emulator.replication().lag()).isEqualTo(Duration.ofMillis(500));
    JsonNode state = admin.get("/_emulator/replication").body();
    assertThat(state.path("lag").asText()).isEqualTo("PT0.5S");
    assertThat(state.path("held").asInt()).isZero();
    assertThat(state.path("paused").asBoolean()).isFalse();
  }

  @Test
  void resetsReplicationToItsOptions() {
    admin.put("/_emulator/replication/lag", "{\"seconds\":5}");
    admin.post("/_emulator/replication/pause", "");

    admin.post("/_emulator/reset", "");

    JsonNode state = admin.get("/_emulator/replication").body();
    assertThat(state.path("lag").asText()).isEqualTo("PT0S");
    assertThat(state.path("paused").asBoolean()).isFalse();
  }

  @Test
  void showsKinesisRecordsInMemory() {
    String stream = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    createTable("things");
    client.enableKinesisStreamingDestination(
        enable -> enable.tableName("things").streamArn(stream));
    admin.post("/_emulator/clock/advance", "{\"seconds\":60}");
    put("a");
    admin.post("/_emulator/clock/advance", "{\"seconds\":1}");

    Answer answer = admin.post("/_emulator/kinesis/records", "{\"streamArn\":\"" + stream + "\"}");

    assertThat(answer.body().path("records")).hasSize(1);
    assertThat(answer.body().path("records").path(0).asText()).contains("\"tableName\":\"things\"");
  }

  @Test
  void rollsStreams() {
    String arn =
        client
            .createTable(
                TestTable.named("things").toBuilder()
                    .streamSpecification(
                        stream ->
                            stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY))
                    .build())
            .tableDescription()
            .latestStreamArn();

    Answer answer =
        admin.post(
            "/_emulator/streams/roll", "{\"streamArn\":\"" + arn + "\",\"childrenOfEach\":2}");

    assertThat(answer.status()).isEqualTo(200);
    try (DynamoDbStreamsClient streams = InProcessClients.dynamoDbStreams(emulator.dispatcher())) {
      assertThat(
              streams.describeStream(stream -> stream.streamArn(arn)).streamDescription().shards())
          .hasSize(3);
    }
  }

  @Test
  void provokesFaultsByRules() {
    createTable("things");
    String faults = "/_emulator/faults";

    Answer added =
        admin.post(
            faults,
            "{\"effect\":\"conflict\",\"operations\":[\"PutItem\"],\"tables\":[\"things\"],"
                + "\"probability\":1,\"times\":100}");

    JsonNode rule = admin.get(faults).body().path("faults").path(0);
    assertThat(rule.toString())
        .isEqualTo(
            "{\"id\":"
                + added.body().path("id")
                + ",\"effect\":\"conflict\",\"operations\":[\"PutItem\"],"
                + "\"tables\":[\"things\"],\"probability\":1.0,\"times\":100,\"hits\":0}");
    assertThatThrownBy(() -> put("a")).isInstanceOf(TransactionConflictException.class);

    admin.post(faults, "{\"effect\":\"serverError\"}");
    assertThat(admin.delete(faults + "/" + added.body().path("id")).status()).isEqualTo(200);
    assertThat(admin.get(faults).body().path("faults")).hasSize(1);
    admin.delete(faults);
    put("a");
  }

  @Test
  void tellsHowLongADelayIs() {
    admin.post("/_emulator/faults", "{\"effect\":\"delay\",\"seconds\":0.5}");

    JsonNode rule = admin.get("/_emulator/faults").body().path("faults").path(0);
    assertThat(rule.path("duration").asText()).isEqualTo("PT0.5S");
  }

  private void put(String id) {
    client.putItem(put -> put.tableName("things").item(TestTable.item(id)));
  }

  @Test
  void showsTheKeysThatContributeMost() {
    createTable("things");
    client.updateContributorInsights(
        update ->
            update.tableName("things").contributorInsightsAction(ContributorInsightsAction.ENABLE));
    emulator.clock().advance(Duration.ofMinutes(1));
    put("a");
    put("a");

    Answer answer = admin.post("/_emulator/contributors", "{\"tableName\":\"things\"}");

    JsonNode key = answer.body().path("accessedPartitionKeys").path(0);
    assertThat(key.path("key").toString()).isEqualTo("{\"id\":{\"S\":\"a\"}}");
    assertThat(key.path("amount").asDouble()).isEqualTo(2);
    assertThat(answer.body().path("throttledPartitionKeys")).isEmpty();
  }

  @Test
  void keepsTheLastRequestsAndShowsThem() {
    createTable("things");
    admin.put("/_emulator/requests", "{\"keep\":2}");
    put("a");
    assertThatThrownBy(() -> client.scan(scan -> scan.tableName("none")))
        .isInstanceOf(ResourceNotFoundException.class);

    JsonNode requests = admin.get("/_emulator/requests").body().path("requests");

    assertThat(requests).hasSize(2);
    assertThat(requests.path(0).path("operation").asText()).isEqualTo("PutItem");
    assertThat(requests.path(0).path("error").isNull()).isTrue();
    assertThat(requests.path(1).path("status").asInt()).isEqualTo(400);
    assertThat(requests.path(1).path("request").asText()).isEqualTo("{\"TableName\":\"none\"}");
    admin.delete("/_emulator/requests");
    assertThat(admin.get("/_emulator/requests").body().path("requests")).isEmpty();
  }

  private void createTable(String name) {
    client.createTable(TestTable.named(name));
    emulator.clock().advance(Duration.ofMinutes(1));
  }
}
