package dev.dynamoemulator;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A program that writes round after round to the table {@code things} on file, takes a backup in
 * between, and tells on its standard output what has been answered.
 */
final class BackupProgram {

  /** After which a backup is taken. */
  static final int BACKUP_ROUND = 5;

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
        ReportingProcess.report(
            client
                .createBackup(create -> create.tableName("things").backupName("nightly"))
                .backupDetails()
                .backupArn());
      }
      while (emulator.clock().instant().toEpochMilli() == end) {
        Thread.onSpinWait();
      }
    }
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
