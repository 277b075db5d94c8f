package dev.dynamoemulator;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;

/**
 * A program that writes round after round to the table {@code things} on file, takes a backup in
 * between, and tells on its standard output what has been answered.
 */
final class BackupProgram {

  /** After which a backup is taken. */
  static final int BACKUP_ROUND = 5;

  /**
   * The table that is made of the backup as soon as that is complete, and the line that says so.
   */
  static final String RESTORED = "restored";

  private BackupProgram() {}

  public static void main(String[] arguments) {
    Emulator emulator =
        Emulator.start(EmulatorOptions.builder().dbPath(Path.of(arguments[0])).build());
    DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());
    for (int round = 1; ; round++) {
      put(client, "round", round);
      put(client, "new" + round, round);
      long end = emulator.clock().instant().toEpochMilli();
      ReportingProcess.report(Long.toString(end));
      if (round == BACKUP_ROUND) {
        backUp(client);
      }
      while (emulator.clock().instant().toEpochMilli() == end) {
        Thread.onSpinWait();
      }
    }
  }

  private static void backUp(DynamoDbClient client) {
    String arn =
        client
            .createBackup(create -> create.tableName("things").backupName("nightly"))
            .backupDetails()
            .backupArn();
    ReportingProcess.report(arn);
    new Thread(
            () -> {
              while (isBusy(client, arn)) {
                Thread.onSpinWait();
              }
              client.restoreTableFromBackup(
                  restore -> restore.backupArn(arn).targetTableName(RESTORED));
              ReportingProcess.report(RESTORED);
            })
        .start();
  }

  private static boolean isBusy(DynamoDbClient client, String backupArn) {
    return client
            .describeBackup(describe -> describe.backupArn(backupArn))
            .backupDescription()
            .backupDetails()
            .backupStatus()
        == BackupStatus.CREATING;
  }

  static void put(DynamoDbClient client, String id, int round) {
    client.putItem(
        put ->
            put.tableName("things")
                .item(
                    Map.of(
                        "id",
                        AttributeValue.fromS(id),
                        "v",
                        AttributeValue.fromN(Integer.toString(round)))));
  }
}
