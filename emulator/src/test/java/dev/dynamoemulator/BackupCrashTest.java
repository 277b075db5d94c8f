package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

@Timeout(120)
class BackupCrashTest {

  /** More than are copied before an answer, so that the kill meets a copy that is under way. */
  private static final int ITEMS = 1_500;

  private static final int ROUNDS = 20;

  @TempDir Path directory;

  @Test
  void backupsAndThePastSurviveAKill() throws Exception {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
      prepare(client);
    }
    List<Instant> rounds = new ArrayList<>();
    String backupArn = null;
    try (ReportingProcess process =
        ReportingProcess.start(BackupProgram.class, directory.toString())) {
      while (rounds.size() < ROUNDS) {
        String line = process.nextLine();
        if (line.startsWith("arn:")) {
          backupArn = line;
        } else {
          rounds.add(Instant.ofEpochMilli(Long.parseLong(line)));
        }
        if (backupArn != null) {
          break;
        }
      }
      process.kill();
    }

    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
      String arn = backupArn;
      await(
          () ->
              client
                  .describeBackup(describe -> describe.backupArn(arn))
                  .backupDescription()
                  .backupDetails()
                  .backupStatus()
                  .equals(BackupStatus.AVAILABLE));
      client.restoreTableFromBackup(r -> r.backupArn(arn).targetTableName("from-backup"));
      assertThat(items(client, "from-backup")).isEqualTo(expected(BackupProgram.BACKUP_ROUND));
      for (int round : new int[] {1, 3, rounds.size()}) {
        Instant moment = rounds.get(round - 1);
        String target = "round" + round;
        client.restoreTableToPointInTime(
            r -> r.sourceTableName("things").targetTableName(target).restoreDateTime(moment));
        assertThat(items(client, target)).isEqualTo(expected(round));
      }
    }
  }

  @Test
  void completesABackupThatAKillInterrupts() throws Exception {
    Path prepared = prepared();
    AtomicReference<String> backupArn = new AtomicReference<>();

    new KilledInTheMiddle(prepared)
        .run(
            copy -> backupArn.set(killAfter(copy, line -> line.startsWith("arn:"))),
            options -> {
              String arn = backupArn.get();
              try (Emulator emulator = Emulator.start(options);
                  DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
                if (status(client, arn) != BackupStatus.CREATING) {
                  return false;
                }
                emulator.clock().advance(Duration.ofMinutes(1));
                assertThat(status(client, arn)).isEqualTo(BackupStatus.AVAILABLE);
                client.restoreTableFromBackup(r -> r.backupArn(arn).targetTableName("restored"));
                emulator.clock().advance(Duration.ofMinutes(1));
                assertThat(items(client, "restored"))
                    .isEqualTo(expected(BackupProgram.BACKUP_ROUND));
                return true;
              }
            });
  }

  @Test
  void completesARestoreThatAKillInterrupts() throws Exception {
    Path prepared = prepared();

    new KilledInTheMiddle(prepared)
        .run(
            copy -> killAfter(copy, line -> line.equals(BackupProgram.RESTORED)),
            options -> {
              try (Emulator emulator = Emulator.start(options);
                  DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
                if (status(client) != TableStatus.CREATING) {
                  return false;
                }
                emulator.clock().advance(Duration.ofMinutes(1));
                assertThat(items(client, BackupProgram.RESTORED))
                    .isEqualTo(expected(BackupProgram.BACKUP_ROUND));
                return true;
              }
            });
  }

  private Path prepared() {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().dbPath(directory).build());
        DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
      prepare(client);
    }
    return directory;
  }

  /** The line upon which it is killed. */
  private static String killAfter(Path database, Predicate<String> last) throws IOException {
    try (ReportingProcess process =
        ReportingProcess.start(BackupProgram.class, database.toString())) {
      String line = process.nextLine();
      while (!last.test(line)) {
        line = process.nextLine();
      }
      process.kill();
      return line;
    }
  }

  private static BackupStatus status(DynamoDbClient client, String backupArn) {
    return client
        .describeBackup(describe -> describe.backupArn(backupArn))
        .backupDescription()
        .backupDetails()
        .backupStatus();
  }

  private static TableStatus status(DynamoDbClient client) {
    return client
        .describeTable(describe -> describe.tableName(BackupProgram.RESTORED))
        .table()
        .tableStatus();
  }

  private static void prepare(DynamoDbClient client) {
    client.createTable(TestTable.named("things"));
    for (int number = 0; number < ITEMS; number++) {
      BackupProgram.put(client, "old" + number, 0);
    }
    client.updateContinuousBackups(
        update ->
            update
                .tableName("things")
                .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(true)));
  }

  private static Map<String, Integer> expected(int round) {
    Map<String, Integer> expected = new TreeMap<>();
    for (int number = 0; number < ITEMS; number++) {
      expected.put("old" + number, 0);
    }
    for (int past = 1; past <= round; past++) {
      expected.put("new" + past, past);
    }
    expected.put("round", round);
    return expected;
  }

  private static Map<String, Integer> items(DynamoDbClient client, String table) {
    await(
        () ->
            client
                .describeTable(describe -> describe.tableName(table))
                .table()
                .tableStatus()
                .equals(TableStatus.ACTIVE));
    Map<String, Integer> items = new TreeMap<>();
    client
        .scanPaginator(scan -> scan.tableName(table))
        .items()
        .forEach(item -> items.put(item.get("id").s(), Integer.parseInt(item.get("v").n())));
    return items;
  }

  /** As tools do: asks until it is so. The test's time is bounded. */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
