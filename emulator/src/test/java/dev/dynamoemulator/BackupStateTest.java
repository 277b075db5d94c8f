package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;

/** Backups and the past of tables take part in snapshots, restores, resets and forks. */
class BackupStateTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private final Emulator emulator = Emulator.start();
  private final DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());

  @BeforeEach
  void makeTable() {
    emulator.clock().fix(NEW_YEAR);
    client.createTable(TestTable.named("things"));
    enableRecovery(client);
    put(client, "1");
  }

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void bringsBackBackups() {
    createBackup(client);
    EmulatorSnapshot snapshot = emulator.snapshot();
    String kept = arns(client).get(0);
    client.deleteBackup(delete -> delete.backupArn(kept));
    createBackup(client);

    emulator.restore(snapshot);

    assertThat(arns(client)).containsExactly(kept);
    client.restoreTableFromBackup(r -> r.backupArn(kept).targetTableName("restored"));
    assertThat(value(client, "restored")).isEqualTo("1");
  }

  @Test
  void bringsBackThePast() {
    emulator.clock().advance(Duration.ofSeconds(1));
    put(client, "2");
    EmulatorSnapshot snapshot = emulator.snapshot();
    emulator.clock().advance(Duration.ofSeconds(1));
    put(client, "lost");

    emulator.restore(snapshot);
    emulator.clock().advance(Duration.ofSeconds(1));
    put(client, "3");

    for (int second = 0; second < 3; second++) {
      assertThat(valueAt(client, NEW_YEAR.plusSeconds(second)))
          .isEqualTo(Integer.toString(second + 1));
    }
  }

  @Test
  void resetsToNone() {
    createBackup(client);

    emulator.reset();

    assertThat(arns(client)).isEmpty();
    client.createTable(TestTable.named("things"));
    assertThat(
            client
                .describeContinuousBackups(describe -> describe.tableName("things"))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatusAsString())
        .isEqualTo("DISABLED");
  }

  @Test
  void forksShareNothingButThePast() {
    createBackup(client);
    emulator.clock().advance(Duration.ofSeconds(1));

    try (Emulator fork = emulator.fork();
        DynamoDbClient forkClient = InProcessClients.dynamoDb(fork.dispatcher())) {
      put(client, "here");
      put(forkClient, "there");
      createBackup(forkClient);
      client.deleteBackup(delete -> delete.backupArn(arns(client).get(0)));

      assertThat(arns(client)).isEmpty();
      assertThat(arns(forkClient)).hasSize(2);
      assertThat(valueAt(client, NEW_YEAR)).isEqualTo("1");
      assertThat(valueAt(forkClient, NEW_YEAR)).isEqualTo("1");
      assertThat(valueAt(client, NEW_YEAR.plusSeconds(1))).isEqualTo("here");
      assertThat(valueAt(forkClient, NEW_YEAR.plusSeconds(1))).isEqualTo("there");
    }
  }

  private static void enableRecovery(DynamoDbClient client) {
    client.updateContinuousBackups(
        update ->
            update
                .tableName("things")
                .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(true)));
  }

  private static void createBackup(DynamoDbClient client) {
    client.createBackup(create -> create.tableName("things").backupName("nightly"));
  }

  private static List<String> arns(DynamoDbClient client) {
    return client.listBackups().backupSummaries().stream().map(BackupSummary::backupArn).toList();
  }

  private static void put(DynamoDbClient client, String value) {
    client.putItem(
        put ->
            put.tableName("things")
                .item(Map.of("id", AttributeValue.fromS("a"), "v", AttributeValue.fromS(value))));
  }

  /** What the item had then, from a table that is restored for this. */
  private static String valueAt(DynamoDbClient client, Instant moment) {
    String target = "things-" + moment.getEpochSecond();
    client.restoreTableToPointInTime(
        r -> r.sourceTableName("things").targetTableName(target).restoreDateTime(moment));
    return value(client, target);
  }

  private static String value(DynamoDbClient client, String table) {
    return client.getItem(get -> get.tableName(table).key(TestTable.item("a"))).item().get("v").s();
  }
}
