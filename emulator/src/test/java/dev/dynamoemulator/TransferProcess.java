package dev.dynamoemulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A process that begins an import, or an export when there is a table, and tells its ARN. It is
 * killed when it is closed.
 */
final class TransferProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private TransferProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  static TransferProcess start(Path directory) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TransferProcess.class.getName(),
            directory.toString());
    return new TransferProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  String nextLine() throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("arn:")) {
      line = output.readLine();
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.toHandle().destroyForcibly();
    process.onExit().join();
    output.close();
  }

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    Emulator emulator =
        Emulator.start(
            EmulatorOptions.builder()
                .dbPath(directory.resolve("db"))
                .s3Directory(directory.resolve("s3"))
                .build());
    DynamoDbClient client = emulator.dynamoDbClient();
    System.out.println(TransferClientTest.begin(client));
    System.out.flush();
  }
}
