package dev.dynamoemulator;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A process that writes round after round to the table {@code things} on file, takes a backup in
 * between, and tells on its standard output what has been answered.
 */
final class BackupProcess implements AutoCloseable {

  /** After which a backup is taken. */
  static final int BACKUP_ROUND = 5;

  private final Process process;
  private final BufferedReader output;

  private BackupProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  static BackupProcess start(Path directory) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BackupProcess.class.getName(),
            directory.toString());
    return new BackupProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The next line: a backup's ARN, or the milliseconds of the end of a round. */
  String nextLine() throws IOException {
    return output.readLine();
  }

  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    output.close();
  }

  public static void main(String[] arguments) {
    Emulator emulator =
        Emulator.start(EmulatorOptions.builder().dbPath(Path.of(arguments[0])).build());
    DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());
    for (int round = 1; ; round++) {
      put(client, "round", round);
      put(client, "new" + round, round);
      long end = emulator.clock().instant().toEpochMilli();
      report(Long.toString(end));
      if (round == BACKUP_ROUND) {
        report(
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

  private static void report(String text) {
    System.out.println(text);
    System.out.flush();
  }
}
