package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.transfer.bucket.StubS3;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports and imports go on after {@code kill -9}. The kill lands in their middle: the bucket hands
 * out half of a file, or does not take one, until it has come.
 */
@Timeout(180)
class TransferCrashTest {

  /** With their size, more than an import gathers before it writes. */
  private static final int ITEMS = 700;

  private static final String VALUE = "x".repeat(100_000);

  @TempDir Path directory;
  private StubS3 s3;

  @BeforeEach
  void startS3() throws Exception {
    s3 = StubS3.start();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ITEMS; i++) {
      lines.append("{\"Item\":{\"pk\":{\"S\":\"" + i + "\"},\"v\":{\"S\":\"" + VALUE + "\"}}}\n");
      if (i == 99) {
        s3.objects.put("in/0", bytes(lines));
        lines.setLength(0);
      }
    }
    s3.objects.put("in/data/1", bytes(lines));
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @AfterEach
  void stopS3() {
    s3.close();
  }

  /** Transfers begin ten seconds late by a clock that stands still. */
  private EmulatorFixture open(Path folder) {
    return EmulatorFixture.start(
        options(folder, s3.endpoint()).createDelay(Duration.ofSeconds(10)));
  }

  private static EmulatorOptions.Builder options(Path folder, URI endpoint) {
    return EmulatorOptions.builder().dbPath(folder).s3Endpoint(endpoint);
  }

  @Test
  void anImportGoesOnWhereItWas() throws Exception {
    s3.stalled = new CountDownLatch(1);
    String arn;
    try (ReportingProcess process = start("import")) {
      arn = process.nextLine();
      assertThat(process.nextLine()).isEqualTo("half");
      process.kill();
    }

    s3.stalled = null;
    try (EmulatorFixture emulator = open(directory)) {
      JsonNode before = describeImport(emulator, arn);
      assertThat(before.get("ImportStatus").asText()).isEqualTo("IN_PROGRESS");
      long imported = before.get("ImportedItemCount").asLong();
      assertThat(imported).isBetween(101L, ITEMS - 1L);
      assertThat(itemCount(emulator)).isEqualTo(imported);

      emulator.advance(10);

      JsonNode after = describeImport(emulator, arn);
      assertThat(after.get("ImportStatus").asText()).isEqualTo("COMPLETED");
      assertThat(after.get("ImportedItemCount").asLong()).isEqualTo(ITEMS);
      assertThat(after.get("ProcessedItemCount").asLong()).isEqualTo(ITEMS);
      assertThat(after.get("ProcessedSizeBytes").asLong())
          .isEqualTo(s3.objects.get("in/0").length + s3.objects.get("in/data/1").length);
      assertThat(itemCount(emulator)).isEqualTo(ITEMS);
    }
  }

  @Test
  void anExportIsDoneAgain() throws Exception {
    try (EmulatorFixture emulator = open(directory)) {
      String arn = begin(emulator.emulator, "import");
      emulator.advance(10);
      assertThat(describeImport(emulator, arn).get("ImportStatus").asText()).isEqualTo("COMPLETED");
    }
    CountDownLatch stalled = new CountDownLatch(1);
    s3.stalled = stalled;
    String arn;
    try (ReportingProcess process = start("export")) {
      arn = process.nextLine();
      assertThat(stalled.await(60, TimeUnit.SECONDS)).isTrue();
      process.kill();
    }
    assertThat(s3.objects.keySet())
        .anyMatch(key -> key.endsWith("_started"))
        .noneMatch(key -> key.startsWith("AWSDynamoDB") && !key.endsWith("_started"));

    s3.stalled = null;
    try (EmulatorFixture emulator = open(directory)) {
      assertThat(describeExport(emulator, arn).get("ExportStatus").asText())
          .isEqualTo("IN_PROGRESS");

      emulator.advance(10);

      JsonNode export = describeExport(emulator, arn);
      assertThat(export.get("ExportStatus").asText()).isEqualTo("COMPLETED");
      assertThat(export.get("ItemCount").asLong()).isEqualTo(ITEMS);
    }
  }

  private static JsonNode describeImport(EmulatorFixture emulator, String arn) {
    return emulator.call("DescribeImport", "{'ImportArn':'%s'}", arn).get("ImportTableDescription");
  }

  private static JsonNode describeExport(EmulatorFixture emulator, String arn) {
    return emulator.call("DescribeExport", "{'ExportArn':'%s'}", arn).get("ExportDescription");
  }

  private static long itemCount(EmulatorFixture emulator) {
    return emulator.call("DescribeTable", "{'TableName':'copy'}").at("/Table/ItemCount").asLong();
  }

  private ReportingProcess start(String job) throws Exception {
    return ReportingProcess.start(
        Program.class, job, directory.toString(), s3.endpoint().toString());
  }

  /** Answers the ARN of the job. */
  private static String begin(Emulator emulator, String job) {
    String answer =
        job.equals("import")
            ? emulator.call(
                "ImportTable",
                json(
                    "{'S3BucketSource':{'S3Bucket':'bucket','S3KeyPrefix':'in/'},"
                        + "'InputFormat':'DYNAMODB_JSON','TableCreationParameters':"
                        + EmulatorFixture.definition("copy", "'BillingMode':'PAY_PER_REQUEST'")
                        + "}"))
            : emulator.call(
                "ExportTableToPointInTime",
                json("{'TableArn':'" + EmulatorFixture.TABLE_ARN + "copy','S3Bucket':'bucket'}"));
    return answer.replaceFirst("(?s).*\"(Import|Export)Arn\":\"([^\"]+)\".*", "$2");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  /** Begins a job, tells its ARN and, of an import, that half of it is done; then it is killed. */
  static final class Program {

    public static void main(String[] arguments) throws InterruptedException {
      LogManager.getLogManager().reset();
      Emulator emulator =
          Emulator.start(options(Path.of(arguments[1]), URI.create(arguments[2])).build());
      if (arguments[0].equals("export")) {
        emulator.call(
            "UpdateContinuousBackups",
            json(
                "{'TableName':'copy','PointInTimeRecoverySpecification':"
                    + "{'PointInTimeRecoveryEnabled':true}}"));
      }
      String arn = begin(emulator, arguments[0]);
      ReportingProcess.report(arn);
      if (arguments[0].equals("import")) {
        String request = json("{'ImportArn':'" + arn + "'}");
        String table = json("{'TableName':'copy'}");
        // An import tells of what waits in memory, too, the table only of what has been committed;
        // and what is answered later than a commit has been stored later.
        long imported = 0;
        while (imported == 0 || count(emulator, "DescribeTable", table, "ItemCount") < imported) {
          imported = count(emulator, "DescribeImport", request, "ImportedItemCount");
        }
        emulator.call(
            "CreateTable",
            json(EmulatorFixture.definition("other", "'BillingMode':'PAY_PER_REQUEST'")));
        ReportingProcess.report("half");
      }
      new CountDownLatch(1).await();
    }

    /** The number that an answer has under a name; 0 when it has none. */
    private static long count(Emulator emulator, String operation, String request, String name) {
      Matcher number =
          Pattern.compile("\"" + name + "\":(\\d+)").matcher(emulator.call(operation, request));
      return number.find() ? Long.parseLong(number.group(1)) : 0;
    }
  }
}
