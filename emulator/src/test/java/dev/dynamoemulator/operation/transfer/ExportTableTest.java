package dev.dynamoemulator.operation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exports write (control-plane.md §3). */
class ExportTableTest {

  @TempDir Path directory;
  private TransferFixture fixture;

  @BeforeEach
  void makeTable() {
    fixture = TransferFixture.immediate(directory);
    fixture.createBucket("bucket");
    fixture.create("books");
  }

  @Test
  void answersInProgressAndIsDoneRightAfterwards() {
    fixture.put("books", "{'pk':{'S':'a'}}");

    JsonNode started = fixture.export("books", ",'S3Prefix':'daily','ClientToken':'t'");
    JsonNode done = fixture.describeExport(started);

    assertThat(started.get("ExportStatus").asText()).isEqualTo("IN_PROGRESS");
    assertThat(started.has("ItemCount")).isFalse();
    assertThat(started.get("ExportArn").asText())
        .matches(TransferFixture.arn("books") + "/export/01772366400123-[0-9a-f]{8}");
    assertThat(done.get("ExportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(done.get("ItemCount").asInt()).isEqualTo(1);
    assertThat(done.get("BilledSizeBytes").asInt()).isEqualTo(3);
    assertThat(done.get("ExportTime").decimalValue()).isEqualByComparingTo("1772366400.123");
    assertThat(done.get("EndTime")).isNotNull();
    assertThat(done.get("ExportManifest").asText())
        .isEqualTo("daily/AWSDynamoDB/" + id(started) + "/manifest-summary.json");
    assertThat(done.get("ClientToken").asText()).isEqualTo("t");
    assertThat(done.get("ExportType").asText()).isEqualTo("FULL_EXPORT");
    assertThat(done.get("ExportFormat").asText()).isEqualTo("DYNAMODB_JSON");
  }

  private static String id(JsonNode export) {
    String arn = export.get("ExportArn").asText();
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  @Test
  void laysFilesOutAsTheServiceDoes() throws Exception {
    fixture.put("books", "{'pk':{'S':'a'},'n':{'N':'103'}}");

    JsonNode export = fixture.export("books", ",'S3Prefix':'daily'");
    String folder = "daily/AWSDynamoDB/" + id(export) + "/";
    List<String> keys = fixture.keys();
    String data = keys.stream().filter(key -> key.contains("/data/")).findFirst().orElseThrow();

    assertThat(keys)
        .containsExactlyInAnyOrder(
            folder + "_started",
            folder + "manifest-files.json",
            folder + "manifest-files.md5",
            folder + "manifest-summary.json",
            folder + "manifest-summary.md5",
            data);
    assertThat(data).matches(folder + "data/[0-9a-z]+\\.json\\.gz");
    assertThat(fixture.read(folder + "_started")).isEmpty();
    assertThat(fixture.lines())
        .containsExactly("{\"Item\":{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"103\"}}}");
    JsonNode file = fixture.readJson(folder + "manifest-files.json");
    byte[] md5 = MessageDigest.getInstance("MD5").digest(fixture.read(data));
    assertThat(file.get("itemCount").asInt()).isEqualTo(1);
    assertThat(file.get("dataFileS3Key").asText()).isEqualTo(data);
    assertThat(file.get("md5Checksum").asText()).isEqualTo(Base64.getEncoder().encodeToString(md5));
    assertThat(file.get("etag").asText()).isEqualTo(HexFormat.of().formatHex(md5));
    byte[] summary = fixture.read(folder + "manifest-summary.json");
    assertThat(new String(fixture.read(folder + "manifest-summary.md5"), StandardCharsets.UTF_8))
        .isEqualTo(
            Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(summary)));
  }

  @Test
  void summaryNamesWhatWasExported() {
    JsonNode export = fixture.export("books", "");
    String folder = "AWSDynamoDB/" + id(export) + "/";

    assertThat(fixture.readJson(folder + "manifest-summary.json"))
        .isEqualTo(
            TransferFixture.json(
                """
                {'version':'2020-06-30','exportArn':'%s','startTime':'2026-03-01T12:00:00.123Z',
                 'endTime':'2026-03-01T12:00:00.123Z','tableArn':'%s','tableId':'%s',
                 'exportTime':'2026-03-01T12:00:00.123Z','s3Bucket':'bucket','s3Prefix':null,
                 's3SseAlgorithm':'AES256','s3SseKmsKeyId':null,
                 'manifestFilesS3Key':'%smanifest-files.json','billedSizeBytes':0,'itemCount':0,
                 'outputFormat':'DYNAMODB_JSON'}
                """
                    .formatted(
                        export.get("ExportArn").asText(),
                        TransferFixture.arn("books"),
                        export.get("TableId").asText(),
                        folder)));
  }

  @Test
  void emptyTableHasOneEmptyDataFile() {
    fixture.export("books", "");

    assertThat(fixture.keys()).filteredOn(key -> key.contains("/data/")).hasSize(1);
    assertThat(fixture.lines()).isEmpty();
  }

  @Test
  void exportsThePast() {
    fixture.put("books", "{'pk':{'S':'a'}}");
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.put("books", "{'pk':{'S':'b'}}");

    fixture.export("books", ",'ExportTime':1772366401");

    assertThat(fixture.lines()).containsExactly("{\"Item\":{\"pk\":{\"S\":\"a\"}}}");
  }

  /** The line of control-plane.md §3.2. */
  @Test
  void writesIonAsTheServiceDoes() {
    fixture.put(
        "books",
        "{'pk':{'S':'Book'},'Authors':{'SS':['Author1','Author2']},'Id':{'N':'103'},"
            + "'InPublication':{'BOOL':false},'PageCount':{'N':'600'}}");

    fixture.export("books", ",'ExportFormat':'ION'");

    assertThat(fixture.lines())
        .containsExactly(
            "$ion_1_0 {Item:{pk:\"Book\",Authors:$dynamodb_SS::[\"Author1\",\"Author2\"],"
                + "Id:103.,InPublication:false,PageCount:6d2}}");
    assertThat(fixture.keys()).anyMatch(key -> key.endsWith(".ion.gz"));
  }

  @Test
  void incrementalExportHoldsTheNetEffect() {
    fixture.put("books", "{'pk':{'S':'updated'},'v':{'N':'1'}}");
    fixture.put("books", "{'pk':{'S':'deleted'},'v':{'N':'1'}}");
    fixture.put("books", "{'pk':{'S':'untouched'}}");
    fixture.clock.advance(Duration.ofMinutes(20));
    fixture.put("books", "{'pk':{'S':'updated'},'v':{'N':'2'}}");
    fixture.put("books", "{'pk':{'S':'updated'},'v':{'N':'3'}}");
    fixture.delete("books", "deleted");
    fixture.put("books", "{'pk':{'S':'inserted'}}");
    fixture.put("books", "{'pk':{'S':'gone'}}");
    fixture.delete("books", "gone");
    fixture.clock.advance(Duration.ofMinutes(5));

    exportChanges("");

    String line =
        "{'Metadata':{'WriteTimestampMicros':{'N':'1772367600123000'}},'Keys':{'pk':{'S':";
    assertThat(changes())
        .containsExactlyInAnyOrder(
            line
                + "'updated'}},'NewImage':{'pk':{'S':'updated'},'v':{'N':'3'}},"
                + "'OldImage':{'pk':{'S':'updated'},'v':{'N':'1'}}}",
            line + "'deleted'}},'OldImage':{'pk':{'S':'deleted'},'v':{'N':'1'}}}",
            line + "'inserted'}},'NewImage':{'pk':{'S':'inserted'}}}",
            line + "'gone'}}}");
  }

  private JsonNode exportChanges(String more) {
    return fixture.export(
        "books",
        ",'S3Prefix':'p','ExportType':'INCREMENTAL_EXPORT',"
            + "'IncrementalExportSpecification':{'ExportFromTime':1772367000"
            + more
            + "}");
  }

  private List<String> changes() {
    List<String> lines = new ArrayList<>();
    fixture.lines().forEach(line -> lines.add(line.replace('"', '\'')));
    return lines;
  }

  @Test
  void newImageViewLeavesOldImagesOut() {
    fixture.put("books", "{'pk':{'S':'deleted'}}");
    fixture.clock.advance(Duration.ofMinutes(20));
    fixture.delete("books", "deleted");
    fixture.clock.advance(Duration.ofMinutes(10));

    JsonNode export = exportChanges(",'ExportViewType':'NEW_IMAGE'");

    assertThat(changes())
        .containsExactly(
            "{'Metadata':{'WriteTimestampMicros':{'N':'1772367600123000'}},"
                + "'Keys':{'pk':{'S':'deleted'}}}");
    JsonNode summary = fixture.readJson("p/AWSDynamoDB/" + id(export) + "/manifest-summary.json");
    assertThat(summary.get("version").asText()).isEqualTo("2023-08-01");
    assertThat(summary.get("exportFromTime").asText()).isEqualTo("2026-03-01T12:10:00.000Z");
    assertThat(summary.get("exportToTime").asText()).isEqualTo("2026-03-01T12:30:00.123Z");
    assertThat(summary.get("outputView").asText()).isEqualTo("NEW_IMAGE");
    assertThat(summary.get("exportType").asText()).isEqualTo("INCREMENTAL_EXPORT");
    assertThat(fixture.keys()).anyMatch(key -> key.startsWith("p/AWSDynamoDB/data/"));
    assertThat(fixture.describeExport(export).at("/IncrementalExportSpecification/ExportViewType"))
        .hasToString("\"NEW_IMAGE\"");
  }

  @Test
  void incrementalIonHoldsRecords() {
    fixture.clock.advance(Duration.ofMinutes(20));
    fixture.put("books", "{'pk':{'S':'a'}}");
    fixture.clock.advance(Duration.ofMinutes(10));

    fixture.export(
        "books",
        ",'ExportFormat':'ION','ExportType':'INCREMENTAL_EXPORT',"
            + "'IncrementalExportSpecification':{'ExportFromTime':1772367000}");

    assertThat(fixture.lines())
        .containsExactly(
            "$ion_1_0 {Record:{Keys:{pk:\"a\"},Metadata:{WriteTimestampMicros:1772367600123000.},"
                + "NewImage:{pk:\"a\"}}}");
  }

  @Test
  void missingBucketFailsTheJob() {
    JsonNode export =
        fixture
            .call(
                "ExportTableToPointInTime",
                "{'TableArn':'%s','S3Bucket':'nowhere'}",
                TransferFixture.arn("books"))
            .get("ExportDescription");

    JsonNode failed = fixture.describeExport(export);

    assertThat(export.get("ExportStatus").asText()).isEqualTo("IN_PROGRESS");
    assertThat(failed.get("ExportStatus").asText()).isEqualTo("FAILED");
    assertThat(failed.get("FailureCode").asText()).isEqualTo("S3NoSuchBucket");
    assertThat(failed.get("FailureMessage").asText())
        .startsWith(
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error"
                + " Code: NoSuchBucket; ");
  }

  @Test
  void prefixCannotLeaveTheBucket() {
    JsonNode export = fixture.export("books", ",'S3Prefix':'../other'");

    assertThat(fixture.describeExport(export).get("FailureCode").asText())
        .isEqualTo("S3AccessDenied");
    assertThat(directory.resolve("other")).doesNotExist();
  }

  @Test
  void repeatedTokenAnswersTheSameExport() {
    JsonNode first = fixture.export("books", ",'ClientToken':'t'");
    JsonNode again = fixture.export("books", ",'ClientToken':'t'");
    fixture.clock.advance(Duration.ofHours(8).plusSeconds(1));
    JsonNode later = fixture.export("books", ",'ClientToken':'t'");

    assertThat(again.get("ExportArn")).isEqualTo(first.get("ExportArn"));
    assertThat(again.get("ExportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(later.get("ExportArn")).isNotEqualTo(first.get("ExportArn"));
  }

  @Test
  void beginsOneExportForRequestsOfOneTokenAtOnce() {
    Set<String> arns =
        IntStream.range(0, 100)
            .parallel()
            .mapToObj(i -> fixture.export("books", ",'ClientToken':'t'").get("ExportArn").asText())
            .collect(Collectors.toSet());

    assertThat(arns).hasSize(1);
  }

  @Test
  void listsExportsPageByPageInReverseOrderOfArns() {
    fixture.create("albums");
    List<String> arns = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      arns.add(0, fixture.export("books", "").get("ExportArn").asText());
      fixture.clock.advance(Duration.ofSeconds(1));
    }
    arns.add(fixture.export("albums", "").get("ExportArn").asText());

    assertThat(listed("{'MaxResults':2%s}")).containsExactlyElementsOf(arns);
    assertThat(listed("{'TableArn':'" + TransferFixture.arn("albums") + "'%s}"))
        .containsExactly(arns.get(5));
    fixture.clock.advance(Duration.ofDays(91));
    assertThat(listed("{'MaxResults':2%s}")).isEmpty();
  }

  private List<String> listed(String input) {
    List<String> arns = new ArrayList<>();
    String token = "";
    while (token != null) {
      JsonNode page = fixture.call("ListExports", input, token);
      page.get("ExportSummaries").forEach(export -> arns.add(export.get("ExportArn").asText()));
      token =
          page.has("NextToken") ? ",'NextToken':'" + page.get("NextToken").asText() + "'" : null;
    }
    return arns;
  }

  @Test
  void goesOnAfterARestart() {
    TransferFixture delayed = TransferFixture.delayed(directory);
    delayed.create("books");
    delayed.put("books", "{'pk':{'S':'a'}}");
    JsonNode export = delayed.export("books", "");

    TransferFixture reopened = delayed.reopened();
    assertThat(reopened.describeExport(export).get("ExportStatus").asText())
        .isEqualTo("IN_PROGRESS");
    reopened.clock.advance(TransferFixture.DELAY);

    assertThat(reopened.describeExport(export).get("ExportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(reopened.describeExport(export).get("ItemCount").asInt()).isEqualTo(1);
    assertThat(reopened.lines()).hasSize(1);
  }
}
