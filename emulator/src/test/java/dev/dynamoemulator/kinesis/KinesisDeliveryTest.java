package dev.dynamoemulator.kinesis;

import static dev.dynamoemulator.EmulatorFixture.definition;
import static dev.dynamoemulator.EmulatorFixture.putInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.EmulatorOptions;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records on their way to a Kinesis API or a file: at least once, in the order of each item,
 * however long it takes. Time passes by the system's clock here, because the API answers by it.
 */
@Timeout(120)
class KinesisDeliveryTest {

  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/music";
  private static final String ENABLE = "{'TableName':'things','StreamArn':'" + ARN + "'}";

  @TempDir private Path folder;

  private static EmulatorFixture start(EmulatorOptions.Builder options) {
    EmulatorFixture emulator = EmulatorFixture.start(options);
    emulator.emulator.clock().release();
    return emulator;
  }

  private static void enable(EmulatorFixture emulator) {
    emulator.call("CreateTable", definition("things", "'BillingMode':'PAY_PER_REQUEST'"));
    emulator.call("EnableKinesisStreamingDestination", ENABLE);
    while (status(emulator).equals("ENABLING")) {
      Thread.onSpinWait();
    }
  }

  private static String status(EmulatorFixture emulator) {
    return emulator
        .call("DescribeKinesisStreamingDestination", "{'TableName':'things'}")
        .at("/KinesisDataStreamDestinations/0/DestinationStatus")
        .asText();
  }

  @Test
  void sendsRecordsToTheApi() throws Exception {
    try (StubKinesis kinesis = StubKinesis.start(0);
        EmulatorFixture emulator =
            start(EmulatorOptions.builder().kinesisEndpoint(kinesis.endpoint()))) {
      enable(emulator);
      for (int i = 0; i < 20; i++) {
        emulator.put("things", "a", "v" + i);
      }

      assertThat(kinesis.nextValues(20))
          .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "v" + i).toList());
      assertThat(kinesis.targets).contains("Kinesis_20131202.PutRecords");
    }
  }

  @Test
  void sendsAgainFromTheFirstRecordThatWasRefused() throws Exception {
    try (StubKinesis kinesis = StubKinesis.start(0);
        EmulatorFixture emulator =
            start(EmulatorOptions.builder().kinesisEndpoint(kinesis.endpoint()))) {
      enable(emulator);
      kinesis.callsToRefuse = 1;
      kinesis.refusesSecondRecord = true;
      emulator.call(
          "TransactWriteItems",
          "{'TransactItems':[{'Put':%s},{'Put':%s},{'Put':%s}]}",
          putInput("things", "a", "1"),
          putInput("things", "b", "2"),
          putInput("things", "c", "3"));

      List<String> values = kinesis.nextValues(4);

      assertThat(values).containsExactly("1", "3", "2", "3");
    }
  }

  @Test
  void reportsAStreamThatIsNotThere() throws Exception {
    try (StubKinesis kinesis = StubKinesis.start(0);
        EmulatorFixture emulator =
            start(EmulatorOptions.builder().kinesisEndpoint(kinesis.endpoint()))) {
      kinesis.hasNoStreams = true;
      enable(emulator);

      assertThat(status(emulator)).isEqualTo("ENABLE_FAILED");
      kinesis.hasNoStreams = false;
      emulator.call("EnableKinesisStreamingDestination", ENABLE);
    }
  }

  @Test
  void survivesTheAbsenceOfTheApiAndARestart() throws Exception {
    int port = freePort();
    EmulatorOptions.Builder options =
        EmulatorOptions.builder()
            .dbPath(folder)
            .kinesisEndpoint(URI.create("http://localhost:" + port));
    try (EmulatorFixture emulator = start(options)) {
      enable(emulator);
      emulator.put("things", "a", "1");
      emulator.put("things", "a", "2");
    }
    try (StubKinesis kinesis = StubKinesis.start(port);
        EmulatorFixture emulator = start(options)) {
      // At least once: a call of the first emulator may still arrive when its answer is of no use.
      List<String> values = new ArrayList<>(kinesis.nextValues(2));
      while (!values.contains("2")) {
        values.addAll(kinesis.nextValues(1));
      }
      assertThat(values.stream().distinct()).containsExactly("1", "2");
      emulator.put("things", "a", "3");
      assertThat(kinesis.nextValue()).isEqualTo("3");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void writesOneLineARecordWithoutAnApi() throws Exception {
    try (EmulatorFixture emulator =
        EmulatorFixture.start(EmulatorOptions.builder().kinesisDirectory(folder))) {
      emulator.createTable("things");
      emulator.call("EnableKinesisStreamingDestination", ENABLE);
      emulator.put("things", "a", "1");
      emulator.put("things", "b", "2");
    }

    List<String> lines = Files.readAllLines(folder.resolve("000000000000-us-east-1-music.jsonl"));
    assertThat(lines).hasSize(2);
    assertThat(new ObjectMapper().readTree(lines.get(1)).at("/dynamodb/Keys/pk/S").asText())
        .isEqualTo("b");
  }

  /** Runs where the variable KINESALITE names kinesalite's {@code cli.js}, installed by npm. */
  @Test
  void isUnderstoodByKinesalite() throws Exception {
    String script = System.getenv("KINESALITE");
    assumeThat(script).as("KINESALITE names no script of kinesalite").isNotNull();
    int port = freePort();
    Process kinesalite =
        new ProcessBuilder("node", script, "--port", "" + port, "--createStreamMs", "0")
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "kinesalite.log"))
            .start();
    try (EmulatorFixture emulator =
        start(EmulatorOptions.builder().kinesisEndpoint(URI.create("http://localhost:" + port)))) {
      while (kinesis(port, "CreateStream", "{\"StreamName\":\"music\",\"ShardCount\":1}") == null) {
        Thread.onSpinWait();
      }
      enable(emulator);
      emulator.put("things", "a", "1");
      emulator.put("things", "a", "2");

      assertThat(status(emulator)).isEqualTo("ACTIVE");
      JsonNode iterator =
          kinesis(
              port,
              "GetShardIterator",
              "{\"StreamName\":\"music\",\"ShardId\":\"shardId-000000000000\","
                  + "\"ShardIteratorType\":\"TRIM_HORIZON\"}");
      JsonNode records = null;
      while (records == null || records.size() < 2) {
        records =
            kinesis(port, "GetRecords", "{\"ShardIterator\":" + iterator.get("ShardIterator") + "}")
                .get("Records");
      }
      assertThat(
              new ObjectMapper()
                  .readTree(records.get(1).get("Data").binaryValue())
                  .at("/dynamodb/NewImage/v/S")
                  .asText())
          .isEqualTo("2");
    } finally {
      kinesalite.destroy();
    }
  }

  /** Null while kinesalite is not there yet. */
  private static JsonNode kinesis(int port, String operation, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port))
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "Kinesis_20131202." + operation)
            .header("X-Amz-Date", "20260301T120000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=a/20260301/us-east-1/kinesis/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer.isEmpty() ? "{}" : answer);
    } catch (IOException notYet) {
      return null;
    }
  }
}
