package dev.dynamoemulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.transfer.bucket.S3Mock;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Exports to and imports from S3Mock, whose objects the AWS SDK's client for S3 reads and sends.
 */
@Timeout(180)
class S3MockTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static S3Mock mock;
  private static S3Client s3;
  private static Emulator emulator;
  private static DynamoDbClient client;

  @BeforeAll
  static void start() throws IOException {
    mock = S3Mock.start();
    s3 = mock.client();
    emulator = Emulator.start(EmulatorOptions.builder().s3Endpoint(mock.endpoint()).build());
    client = emulator.dynamoDbClient();
  }

  @AfterAll
  static void stop() {
    if (mock != null) {
      client.close();
      emulator.close();
      mock.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"DYNAMODB_JSON", "ION"})
  void importsWhatItExported(ExportFormat format) throws Exception {
    String table = "source-" + format;
    createWithRecovery(table);
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      byte[] blob = new byte[250_000];
      random.nextBytes(blob);
      Map<String, AttributeValue> item =
          Map.of(
              "id", AttributeValue.fromS("ä/" + i),
              "n", AttributeValue.fromN("-1.5E+100"),
              "set", AttributeValue.fromSs(List.of("a", "\n")),
              "nothing", AttributeValue.fromNul(true),
              "blob", AttributeValue.fromS(Base64.getEncoder().encodeToString(blob)));
      client.putItem(put -> put.tableName(table).item(item));
    }

    ExportDescription export = export(table, format);

    assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
    assertThat(export.itemCount()).isEqualTo(50);
    assertThat(checkedDataFiles(export)).hasSizeGreaterThan(1);

    String data = export.exportManifest().replace("manifest-summary.json", "data/");
    ImportTableDescription job =
        imported("copy-" + format, data, format.toString(), request -> gzip(request));
    assertThat(job.importStatus()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(job.importedItemCount()).isEqualTo(50);
    // A difference is too long to be shown.
    assertThat(items("copy-" + format).equals(items(table))).isTrue();
  }

  private static void gzip(ImportTableRequest.Builder request) {
    request.inputCompressionType("GZIP");
  }

  /** The entries of the manifest, whose checksums are those of the objects. */
  private static List<JsonNode> checkedDataFiles(ExportDescription export) throws Exception {
    String summaryKey = export.exportManifest();
    JsonNode summary = JSON.readTree(read(summaryKey));
    String filesKey = summary.get("manifestFilesS3Key").asText();
    assertThat(new String(read(summaryKey.replace(".json", ".md5")), UTF_8))
        .isEqualTo(md5(read(summaryKey)));
    assertThat(new String(read(filesKey.replace(".json", ".md5")), UTF_8))
        .isEqualTo(md5(read(filesKey)));
    List<JsonNode> files = new ArrayList<>();
    for (String line : new String(read(filesKey), UTF_8).split("\n")) {
      JsonNode file = JSON.readTree(line);
      String key = file.get("dataFileS3Key").asText();
      assertThat(file.get("md5Checksum").asText()).isEqualTo(md5(read(key)));
      assertThat(s3.headObject(head -> head.bucket("bucket").key(key)).eTag())
          .isEqualTo('"' + file.get("etag").asText() + '"');
      files.add(file);
    }
    assertThat(files.stream().mapToLong(file -> file.get("itemCount").asLong()).sum())
        .isEqualTo(summary.get("itemCount").asLong());
    return files;
  }

  private static byte[] read(String key) {
    return s3.getObjectAsBytes(get -> get.bucket("bucket").key(key)).asByteArray();
  }

  private static String md5(byte[] content) throws Exception {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
  }

  @ParameterizedTest
  @CsvSource({"NONE,CSV", "GZIP,CSV", "ZSTD,CSV", "NONE,DYNAMODB_JSON", "ZSTD,ION"})
  void importsFilesOfOthers(String compression, String format) throws Exception {
    String name = compression + "-" + format;
    String content =
        switch (format) {
          case "CSV" -> "id,v\na,1\nb,2\n";
          case "ION" -> "$ion_1_0 {Item:{id:\"a\",v:\"1\"}}\n$ion_1_0 {Item:{id:\"b\",v:\"2\"}}\n";
          default ->
              "{\"Item\":{\"id\":{\"S\":\"a\"},\"v\":{\"S\":\"1\"}}}\n"
                  + "{\"Item\":{\"id\":{\"S\":\"b\"},\"v\":{\"S\":\"2\"}}}\n";
        };
    put("files/" + name + "/a b+c.txt", compressed(compression, content.getBytes(UTF_8)));

    ImportTableDescription job =
        imported(
            name,
            "files/" + name + "/",
            format,
            request -> request.inputCompressionType(compression));

    assertThat(job.importStatus()).as(job.failureMessage()).isEqualTo(ImportStatus.COMPLETED);
    assertThat(job.processedSizeBytes()).isEqualTo(content.length());
    assertThat(items(name)).isEqualTo(Map.of("a", item("a", "1"), "b", item("b", "2")));
  }

  private static Map<String, AttributeValue> item(String id, String value) {
    return Map.of("id", AttributeValue.fromS(id), "v", AttributeValue.fromS(value));
  }

  private static byte[] compressed(String compression, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream out =
        switch (compression) {
          case "GZIP" -> new GZIPOutputStream(bytes);
          case "ZSTD" -> new ZstdOutputStream(bytes);
          default -> bytes;
        };
    try (out) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static void put(String key, byte[] content) {
    s3.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromBytes(content));
  }

  @Test
  void importsAnObjectThatWasUploadedInParts() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      lines.append(
          "{\"Item\":{\"id\":{\"S\":\"%06d\"},\"v\":{\"S\":\"%s\"}}}\n"
              .formatted(i, "x".repeat(1000)));
    }
    byte[] content = lines.toString().getBytes(UTF_8);
    String id = s3.createMultipartUpload(u -> u.bucket("bucket").key("parts/all")).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    int half = 5 * 1024 * 1024;
    for (int[] range : new int[][] {{0, half}, {half, content.length}}) {
      int number = parts.size() + 1;
      byte[] part = Arrays.copyOfRange(content, range[0], range[1]);
      String etag =
          s3.uploadPart(
                  u -> u.bucket("bucket").key("parts/all").uploadId(id).partNumber(number),
                  RequestBody.fromBytes(part))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    }
    s3.completeMultipartUpload(
        u -> u.bucket("bucket").key("parts/all").uploadId(id).multipartUpload(m -> m.parts(parts)));

    ImportTableDescription job = imported("parts", "parts/", "DYNAMODB_JSON", request -> {});

    assertThat(job.importedItemCount()).isEqualTo(6_000);
    assertThat(job.processedSizeBytes()).isEqualTo(content.length);
  }

  @Test
  void exportsATableWithoutItems() throws Exception {
    createWithRecovery("empty");
    ExportDescription export = export("empty", ExportFormat.DYNAMODB_JSON);

    assertThat(checkedDataFiles(export)).hasSize(1);
    assertThat(
            s3.listObjectsV2(
                    list ->
                        list.bucket("bucket")
                            .prefix(export.exportManifest().replace("manifest-summary.json", "")))
                .contents())
        .extracting(S3Object::key)
        .anyMatch(key -> key.endsWith("/_started"))
        .hasSize(6);
  }

  @Test
  void reportsABucketThatIsNotThere() {
    createWithRecovery("homeless");
    ExportDescription export =
        finished(
            client
                .exportTableToPointInTime(
                    e -> e.tableArn(arn("homeless")).s3Bucket("no-such-bucket"))
                .exportDescription());

    assertThat(export.exportStatus()).isEqualTo(ExportStatus.FAILED);
    assertThat(export.failureCode()).isEqualTo("S3NoSuchBucket");
    assertThat(export.failureMessage())
        .startsWith(
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code:"
                + " NoSuchBucket; Request ID: ");
    ImportTableDescription job =
        imported(
            "homeless-copy",
            "",
            "CSV",
            request -> request.s3BucketSource(source -> source.s3Bucket("no-such-bucket")));
    assertThat(job.failureCode()).isEqualTo("S3NoSuchBucket");
  }

  private static void createWithRecovery(String table) {
    client.createTable(TestTable.named(table));
    client.updateContinuousBackups(
        update ->
            update
                .tableName(table)
                .pointInTimeRecoverySpecification(r -> r.pointInTimeRecoveryEnabled(true)));
  }

  private static String arn(String table) {
    return client.describeTable(d -> d.tableName(table)).table().tableArn();
  }

  private static ExportDescription export(String table, ExportFormat format) {
    return finished(
        client
            .exportTableToPointInTime(
                e ->
                    e.tableArn(arn(table))
                        .s3Bucket("bucket")
                        .s3Prefix("exports of/" + table)
                        .exportFormat(format))
            .exportDescription());
  }

  private static ExportDescription finished(ExportDescription begun) {
    ExportDescription export = begun;
    while (export.exportStatus() == ExportStatus.IN_PROGRESS) {
      export = client.describeExport(d -> d.exportArn(begun.exportArn())).exportDescription();
    }
    return export;
  }

  private static ImportTableDescription imported(
      String table, String prefix, String format, Consumer<ImportTableRequest.Builder> members) {
    var like = TestTable.named(table);
    ImportTableRequest.Builder request =
        ImportTableRequest.builder()
            .s3BucketSource(source -> source.s3Bucket("bucket").s3KeyPrefix(prefix))
            .inputFormat(format)
            .tableCreationParameters(
                parameters ->
                    parameters
                        .tableName(table)
                        .attributeDefinitions(like.attributeDefinitions())
                        .keySchema(like.keySchema())
                        .billingMode(like.billingMode()));
    members.accept(request);
    ImportTableDescription begun = client.importTable(request.build()).importTableDescription();
    ImportTableDescription job = begun;
    while (job.importStatus() == ImportStatus.IN_PROGRESS) {
      job = client.describeImport(d -> d.importArn(begun.importArn())).importTableDescription();
    }
    return job;
  }

  private static Map<String, Map<String, AttributeValue>> items(String table) {
    Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    client
        .scanPaginator(scan -> scan.tableName(table))
        .items()
        .forEach(i -> items.put(i.get("id").s(), i));
    return items;
  }
}
