package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.transfer.bucket.StubS3;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.TableCreationParameters;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Exports and imports through the SDK, and across resets and snapshots. */
@Timeout(120)
class TransferClientTest {

  @TempDir Path directory;

  private EmulatorOptions.Builder options() throws Exception {
    Files.createDirectories(directory.resolve("s3/bucket"));
    return EmulatorOptions.builder().s3Directory(directory.resolve("s3"));
  }

  @ParameterizedTest(name = "over HTTP: {0}")
  @ValueSource(booleans = {true, false})
  void exportsAndImports(boolean isOverHttp) throws Exception {
    try (Emulator emulator = Emulator.start(options().build());
        DynamoDbClient client =
            isOverHttp ? overHttp(emulator.endpoint()) : emulator.dynamoDbClient()) {
      roundTrip(client);

      assertThat(client.listExports(list -> {}).exportSummaries()).hasSize(1);
      assertThat(client.listImports(list -> {}).importSummaryList()).hasSize(1);
    }
  }

  @Test
  void usesAnS3Api() throws Exception {
    try (StubS3 s3 = StubS3.start();
        Emulator emulator =
            Emulator.start(EmulatorOptions.builder().s3Endpoint(s3.endpoint()).build());
        DynamoDbClient client = emulator.dynamoDbClient()) {
      roundTrip(client);

      assertThat(s3.objects).hasSize(6);
    }
  }

  private static DynamoDbClient overHttp(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  private static void roundTrip(DynamoDbClient client) {
    makeTable(client);
    ExportDescription started = export(client);
    assertThat(started.exportStatus()).isEqualTo(ExportStatus.IN_PROGRESS);
    ExportDescription export = finished(client, started);

    ImportTableDescription job = importFrom(client, export);

    assertThat(job.importStatus()).isEqualTo(ImportStatus.IN_PROGRESS);
    assertThat(finished(client, job).importStatus()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(client.scan(scan -> scan.tableName("copy")).items())
        .containsExactly(Map.of("id", AttributeValue.fromS("a")));
  }

  private static void makeTable(DynamoDbClient client) {
    client.createTable(TestTable.named("things"));
    client.updateContinuousBackups(
        update ->
            update
                .tableName("things")
                .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(true)));
    client.putItem(put -> put.tableName("things").item(TestTable.item("a")));
  }

  private static ExportDescription export(DynamoDbClient client) {
    String arn = client.describeTable(d -> d.tableName("things")).table().tableArn();
    return client
        .exportTableToPointInTime(export -> export.tableArn(arn).s3Bucket("bucket"))
        .exportDescription();
  }

  private static ImportTableDescription importFrom(
      DynamoDbClient client, ExportDescription export) {
    return importFrom(
        client,
        export.exportManifest().replace("manifest-summary.json", "data/"),
        InputCompressionType.GZIP);
  }

  private static ImportTableDescription importFrom(
      DynamoDbClient client, String prefix, InputCompressionType compression) {
    return client
        .importTable(
            request ->
                request
                    .s3BucketSource(source -> source.s3Bucket("bucket").s3KeyPrefix(prefix))
                    .inputFormat(InputFormat.DYNAMODB_JSON)
                    .inputCompressionType(compression)
                    .tableCreationParameters(copy()))
        .importTableDescription();
  }

  private static TableCreationParameters copy() {
    var like = TestTable.named("copy");
    return TableCreationParameters.builder()
        .tableName("copy")
        .attributeDefinitions(like.attributeDefinitions())
        .keySchema(like.keySchema())
        .billingMode(like.billingMode())
        .build();
  }

  private static ExportDescription finished(DynamoDbClient client, ExportDescription export) {
    Supplier<ExportDescription> look =
        () -> client.describeExport(d -> d.exportArn(export.exportArn())).exportDescription();
    while (look.get().exportStatus() == ExportStatus.IN_PROGRESS) {
      Thread.onSpinWait();
    }
    return look.get();
  }

  private static ImportTableDescription finished(
      DynamoDbClient client, ImportTableDescription job) {
    Supplier<ImportTableDescription> look =
        () -> client.describeImport(d -> d.importArn(job.importArn())).importTableDescription();
    while (look.get().importStatus() == ImportStatus.IN_PROGRESS) {
      Thread.onSpinWait();
    }
    return look.get();
  }

  @Test
  void jobsTakePartInSnapshotsAndResets() throws Exception {
    try (Emulator emulator = Emulator.start(options().createDelay(Duration.ofSeconds(10)).build());
        DynamoDbClient client = emulator.dynamoDbClient()) {
      emulator.clock().fix(emulator.clock().instant());
      client.createTable(TestTable.named("things"));
      emulator.clock().advance(Duration.ofSeconds(30));
      client.updateContinuousBackups(
          update ->
              update
                  .tableName("things")
                  .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(true)));
      ExportDescription export = export(client);
      ImportTableDescription job = importFrom(client, "in/", InputCompressionType.NONE);
      EmulatorSnapshot snapshot = emulator.snapshot();

      emulator.reset();
      assertThat(client.listExports(list -> {}).exportSummaries()).isEmpty();
      assertThat(client.listImports(list -> {}).importSummaryList()).isEmpty();

      emulator.restore(snapshot);
      assertThat(client.describeTable(d -> d.tableName("copy")).table().tableStatus())
          .isEqualTo(TableStatus.CREATING);
      emulator.clock().advance(Duration.ofSeconds(10));
      assertThat(finished(client, export).exportStatus()).isEqualTo(ExportStatus.COMPLETED);
      assertThat(finished(client, job).importStatus()).isEqualTo(ImportStatus.COMPLETED);
      assertThat(client.describeTable(d -> d.tableName("copy")).table().tableStatus())
          .isEqualTo(TableStatus.ACTIVE);
    }
  }
}
