package dev.dynamoemulator.operation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What imports make of files (control-plane.md §4). */
class ImportTableTest {

  private static final String ALL_TYPES =
      "{'pk':{'S':'all'},'s':{'S':'\\u00e4\\n\\\"'},'n':{'N':'-1.5E-130'},"
          + "'big':{'N':'99999999999999999999999999999999999999'},'hundred':{'N':'600'},"
          + "'zero':{'N':'0'},'b':{'B':'AAH/'},'t':{'BOOL':true},'f':{'BOOL':false},"
          + "'null':{'NULL':true},'ss':{'SS':['a','b']},'ns':{'NS':['1','2.5']},"
          + "'bs':{'BS':['AA==','AQ==']},'empty':{'S':''},"
          + "'l':{'L':[{'S':'x'},{'N':'1'},{'L':[]},{'M':{}}]},"
          + "'m':{'M':{'in ner':{'M':{'$x':{'NS':['3']}}}}}}";

  @TempDir Path directory;
  private TransferFixture fixture;

  @BeforeEach
  void open() {
    fixture = TransferFixture.immediate(directory);
    fixture.createBucket("bucket");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DYNAMODB_JSON", "ION"})
  void exportedItemsComeBackEqual(String format) {
    fixture.create("source");
    fixture.put("source", ALL_TYPES);
    fixture.put("source", "{'pk':{'S':'plain'}}");
    JsonNode export =
        fixture.describeExport(fixture.export("source", ",'ExportFormat':'" + format + "'"));
    String data = export.get("ExportManifest").asText().replace("manifest-summary.json", "data/");

    JsonNode job =
        fixture.describeImport(
            fixture.importTable("copy", format, data, ",'InputCompressionType':'GZIP'"));

    assertThat(job.get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(job.get("ImportedItemCount").asInt()).isEqualTo(2);
    assertThat(fixture.items("copy")).isEqualTo(fixture.items("source"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NONE", "GZIP", "ZSTD"})
  void unpacks(String compression) throws IOException {
    String line = "{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n";
    fixture.write(
        "in/any.name",
        switch (compression) {
          case "GZIP" -> TransferFixture.gzip(line);
          case "ZSTD" -> zstd(line);
          default -> line.getBytes(StandardCharsets.UTF_8);
        });

    JsonNode started =
        fixture.importTable(
            "copy", "DYNAMODB_JSON", "in/", ",'InputCompressionType':'" + compression + "'");
    JsonNode done = fixture.describeImport(started);

    assertThat(started.get("ImportStatus").asText()).isEqualTo("IN_PROGRESS");
    assertThat(started.get("ErrorCount").asInt()).isZero();
    assertThat(done.get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(done.get("InputCompressionType").asText()).isEqualTo(compression);
    assertThat(done.get("ProcessedSizeBytes").asInt()).isEqualTo(line.length());
    assertThat(done.get("ProcessedItemCount").asInt()).isEqualTo(1);
    assertThat(fixture.items("copy")).containsOnlyKeys("a");
    assertThat(fixture.call("DescribeTable", "{'TableName':'copy'}").at("/Table/TableStatus"))
        .hasToString("\"ACTIVE\"");
  }

  private static byte[] zstd(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZstdOutputStream out = new ZstdOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The sample lines of the Developer Guide (control-plane.md §3.2). */
  @Test
  void readsTheDocumentedLines() {
    fixture.write(
        "json/part",
        "{\"Item\":{\"pk\":{\"S\":\"103\"},\"Title\":{\"S\":\"Book\"}}}\n\n"
            + "{\"Item\":{\"pk\":{\"S\":\"104\"}}}");
    fixture.write(
        "ion/part",
        "$ion_1_0 {Item:{pk:\"1\",Authors:$dynamodb_SS::[\"Author1\",\"Author2\"],Id:103.,"
            + "InPublication:false,PageCount:6d2,Title:\"Book\"}}\n"
            + "$ion_1_0 {Item:{pk:\"2\"}}\n");

    fixture.importTable("json", "DYNAMODB_JSON", "json/", "");
    fixture.importTable("ion", "ION", "ion/", "");

    assertThat(fixture.items("json")).containsOnlyKeys("103", "104");
    assertThat(fixture.items("ion")).containsOnlyKeys("1", "2");
    assertThat(fixture.items("ion").get("1"))
        .isEqualTo(
            TransferFixture.json(
                "{'pk':{'S':'1'},'Authors':{'SS':['Author1','Author2']},'Id':{'N':'103'},"
                    + "'InPublication':{'BOOL':false},'PageCount':{'N':'600'},"
                    + "'Title':{'S':'Book'}}"));
  }

  /** "DynamoDB table export output format" (Developer Guide): its layout and its sample item. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "DYNAMODB_JSON # .json.gz # {'Item':{'Authors':{'SS':['Author1','Author2']},'Dimensions':{'S':'8.5 x 11.0 x 1.5'},'ISBN':{'S':'333-3333333333'},'Id':{'N':'103'},'InPublication':{'BOOL':false},'PageCount':{'N':'600'},'Price':{'N':'2000'},'ProductCategory':{'S':'Book'},'Title':{'S':'Book 103 Title'}}}",
        "ION # .ion.gz # $ion_1_0 {Item:{Authors:$dynamodb_SS::['Author1','Author2'],Dimensions:'8.5 x 11.0 x 1.5',ISBN:'333-3333333333',Id:103.,InPublication:false,PageCount:6d2,Price:2d3,ProductCategory:'Book',Title:'Book 103 Title'}}"
      })
  void takesAnExportOfTheServiceAsItIs(String format, String suffix, String line) {
    String folder = "2020-Nov/AWSDynamoDB/01693685827463-2d8752fd/";
    fixture.write(folder + "_started", "");
    for (String manifest : List.of("manifest-files", "manifest-summary")) {
      fixture.write(folder + manifest + ".json", "{\"version\":\"2020-06-30\"}\n");
      fixture.write(folder + manifest + ".md5", "Q2hlY2tzdW0=");
    }
    fixture.write(
        folder + "data/asdl123dasas" + suffix,
        TransferFixture.gzip(line.replace('\'', '"') + "\n"));
    fixture.write(folder + "data/sgad6417s6vss4p7owp0471bcq" + suffix, TransferFixture.gzip(""));

    JsonNode job =
        fixture
            .call(
                "ImportTable",
                """
                {'S3BucketSource':{'S3Bucket':'bucket','S3KeyPrefix':'%sdata/'},
                 'InputFormat':'%s','InputCompressionType':'GZIP',
                 'TableCreationParameters':{'TableName':'books','BillingMode':'PAY_PER_REQUEST',
                  'AttributeDefinitions':[{'AttributeName':'Id','AttributeType':'N'}],
                  'KeySchema':[{'AttributeName':'Id','KeyType':'HASH'}]}}
                """,
                folder,
                format)
            .get("ImportTableDescription");

    assertThat(fixture.describeImport(job).get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertThat(fixture.describeImport(job).get("ImportedItemCount").asInt()).isEqualTo(1);
    assertThat(fixture.call("Scan", "{'TableName':'books'}").get("Items").get(0))
        .isEqualTo(
            TransferFixture.json(
                "{'Authors':{'SS':['Author1','Author2']},'Dimensions':{'S':'8.5 x 11.0 x 1.5'},"
                    + "'ISBN':{'S':'333-3333333333'},'Id':{'N':'103'},"
                    + "'InPublication':{'BOOL':false},'PageCount':{'N':'600'},"
                    + "'Price':{'N':'2000'},'ProductCategory':{'S':'Book'},"
                    + "'Title':{'S':'Book 103 Title'}}"));
  }

  @Test
  void csvGivesKeysTheirTypesAndMakesStringsOfTheRest() {
    fixture.write(
        "in/a.csv", "pk,n,title\n1,007,\"say \"\"hi\"\", you\"\n2,,\n3,x,bad\n4,1\n5,2,ok\n");

    JsonNode job =
        fixture.describeImport(
            fixture.importTable(
                "copy",
                "CSV",
                "in/",
                "",
                "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'N'},"
                    + "{'AttributeName':'n','AttributeType':'N'}],"
                    + "'GlobalSecondaryIndexes':[{'IndexName':'byN','KeySchema':"
                    + "[{'AttributeName':'n','KeyType':'HASH'}],"
                    + "'Projection':{'ProjectionType':'ALL'}}]"));

    assertThat(job.get("ErrorCount").asInt()).isEqualTo(2);
    assertThat(job.get("ImportedItemCount").asInt()).isEqualTo(3);
    assertThat(scan("'TableName':'copy'"))
        .containsExactlyInAnyOrder(
            "{'pk':{'N':'1'},'n':{'N':'7'},'title':{'S':'say \\'hi\\', you'}}",
            "{'pk':{'N':'2'},'title':{'S':''}}",
            "{'pk':{'N':'5'},'n':{'N':'2'},'title':{'S':'ok'}}");
    assertThat(scan("'TableName':'copy','IndexName':'byN'")).hasSize(2);
  }

  private List<String> scan(String members) {
    List<String> items = new ArrayList<>();
    fixture
        .call("Scan", "{" + members + "}")
        .get("Items")
        .forEach(
            item -> {
              StringBuilder text = new StringBuilder();
              List<String> names = List.of("pk", "n", "title");
              names.stream()
                  .filter(item::has)
                  .forEach(name -> text.append(",\"" + name + "\":" + item.get(name)));
              items.add(("{" + text.substring(1) + "}").replace('"', '\''));
            });
    return items;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          ,#a,b
          ;#a;b
          :#a:b
          |#a|b
          """)
  void csvHasADelimiterAndAHeader(String delimiter, String line) {
    fixture.write("in/a.csv", line + "\n");

    fixture.importTable(
        "copy",
        "CSV",
        "in/",
        ",'InputFormatOptions':{'Csv':{'Delimiter':'" + delimiter + "','HeaderList':['pk','v']}}");

    assertThat(fixture.items("copy").get("a"))
        .isEqualTo(TransferFixture.json("{'pk':{'S':'a'},'v':{'S':'b'}}"));
  }

  @Test
  void badItemsAreCountedAndTheOthersStay() {
    fixture.write(
        "in/part",
        "{\"Item\":{\"pk\":{\"S\":\"good\"}}}\n"
            + "{\"Item\":{\"other\":{\"S\":\"x\"}}}\n"
            + "{\"Item\":{\"pk\":{\"N\":\"1\"}}}\n"
            + "{\"Item\":{\"pk\":{\"S\":\"\"}}}\n"
            + "{\"Item\":{\"pk\":{\"S\":\"x\"},\"n\":{\"N\":\"one\"}}}\n"
            + "{\"Item\":\n"
            + "{\"Keys\":{}}\n"
            + "{\"Item\":{\"pk\":{\"S\":\"also good\"}}}\n");

    JsonNode job = fixture.describeImport(fixture.importTable("copy", "DYNAMODB_JSON", "in/", ""));

    assertThat(job.get("ImportStatus").asText()).isEqualTo("FAILED");
    assertThat(job.get("FailureCode").asText()).isEqualTo("ItemValidationError");
    assertThat(job.get("FailureMessage").asText())
        .isEqualTo(
            "Some of the items failed validation checks and were not imported. Please check"
                + " CloudWatch error logs for more details.");
    assertThat(job.get("ErrorCount").asInt()).isEqualTo(6);
    assertThat(job.get("ProcessedItemCount").asInt()).isEqualTo(8);
    assertThat(job.get("ImportedItemCount").asInt()).isEqualTo(2);
    assertThat(fixture.items("copy")).containsOnlyKeys("good", "also good");
  }

  /** The form of control-plane.md §4.6. */
  @Test
  void logsBadItems() {
    fixture.write("in/part", "{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n{\"Item\":{}}\n");
    Logger log = Logger.getLogger("dev.dynamoemulator.transfer.ImportLog");
    List<String> lines = new ArrayList<>();
    Filter collector = record -> !lines.add(record.getMessage());

    log.setFilter(collector);
    JsonNode job;
    try {
      job = fixture.importTable("copy", "DYNAMODB_JSON", "in/", "");
    } finally {
      log.setFilter(null);
    }

    assertThat(lines)
        .containsExactly(
            "{\"itemS3Pointer\":{\"bucket\":\"bucket\",\"key\":\"in/part\",\"itemIndex\":1},"
                + "\"importArn\":\""
                + job.get("ImportArn").asText()
                + "\",\"errorMessages\":[\"One or more parameter values were invalid: Missing the"
                + " key pk in the item\"]}");
  }

  @ParameterizedTest
  @CsvSource({"GZIP,DYNAMODB_JSON", "ZSTD,DYNAMODB_JSON", "GZIP,ION", "NONE,ION"})
  void skipsTheRestOfAMalformedObject(String compression, String format) {
    fixture.write("in/1", "this is } nothing");
    fixture.write("in/2", "this is } nothing");

    JsonNode job =
        fixture.describeImport(
            fixture.importTable(
                "copy", format, "in/", ",'InputCompressionType':'" + compression + "'"));

    assertThat(job.get("FailureCode").asText()).isEqualTo("ItemValidationError");
    assertThat(job.get("ErrorCount").asInt()).isPositive();
    assertThat(fixture.items("copy")).isEmpty();
  }

  @Test
  void missingBucketLeavesNoTable() {
    JsonNode started =
        fixture
            .call(
                "ImportTable",
                TransferFixture.importInput(
                        "copy",
                        "DYNAMODB_JSON",
                        "",
                        "",
                        "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]")
                    .replace("'S3Bucket':'bucket'", "'S3Bucket':'nowhere'"))
            .get("ImportTableDescription");
    JsonNode failed = fixture.describeImport(started);

    assertThat(failed.get("ImportStatus").asText()).isEqualTo("FAILED");
    assertThat(failed.get("FailureCode").asText()).isEqualTo("S3NoSuchBucket");
    assertThat(failed.get("FailureMessage").asText())
        .startsWith(
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error"
                + " Code: NoSuchBucket; ");
    assertThat(failed.get("ErrorCount").asInt()).isZero();
    assertThat(fixture.error("DescribeTable", "{'TableName':'copy'}"))
        .isEqualTo("ResourceNotFoundException Requested resource not found: Table: copy not found");
  }

  @Test
  void buildsVectorIndexes() {
    fixture.write(
        "in/part",
        "{\"Item\":{\"pk\":{\"S\":\"near\"},\"v\":{\"L\":[{\"N\":\"1\"},{\"N\":\"0\"}]}}}\n"
            + "{\"Item\":{\"pk\":{\"S\":\"bad\"},\"v\":{\"L\":[{\"N\":\"1\"}]}}}\n");

    JsonNode job =
        fixture.describeImport(
            fixture.importTable(
                "copy",
                "DYNAMODB_JSON",
                "in/",
                "",
                "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
                    + "'VectorIndexes':[{'IndexName':'byV',"
                    + "'VectorAttribute':{'AttributeName':'v'},'Dimensions':2,"
                    + "'DistanceFunction':'COSINE','Projection':{'ProjectionType':'ALL'}}]"));

    assertThat(job.get("ImportedItemCount").asInt()).isEqualTo(1);
    assertThat(job.get("ErrorCount").asInt()).isEqualTo(1);
    JsonNode table = fixture.call("DescribeTable", "{'TableName':'copy'}").get("Table");
    assertThat(table.at("/VectorIndexes/0/IndexStatus").asText()).isEqualTo("ACTIVE");
    assertThat(table.at("/VectorIndexes/0/ItemCount").asInt()).isEqualTo(1);
    assertThat(job.at("/TableCreationParameters/VectorIndexes/0/IndexName").asText())
        .isEqualTo("byV");
  }

  @Test
  void showsProgressOfAnImportOfManyItems() {
    String lines =
        IntStream.range(0, 25_000)
            .mapToObj(i -> "{\"Item\":{\"pk\":{\"S\":\"" + i + "\"}}}\n")
            .collect(Collectors.joining());
    fixture.write("in/part", TransferFixture.gzip(lines));

    JsonNode job =
        fixture.describeImport(
            fixture.importTable("copy", "DYNAMODB_JSON", "in/", ",'InputCompressionType':'GZIP'"));

    assertThat(job.get("ImportedItemCount").asInt()).isEqualTo(25_000);
    assertThat(fixture.call("Scan", "{'TableName':'copy','Select':'COUNT'}").get("Count").asInt())
        .isEqualTo(25_000);
  }

  @Test
  void repeatedTokenAnswersTheSameImport() {
    JsonNode first = fixture.importTable("copy", "DYNAMODB_JSON", "in/", ",'ClientToken':'t'");
    JsonNode again = fixture.importTable("copy", "DYNAMODB_JSON", "in/", ",'ClientToken':'t'");

    assertThat(again.get("ImportArn")).isEqualTo(first.get("ImportArn"));
    assertThat(again.get("ImportStatus").asText()).isEqualTo("COMPLETED");
  }

  @Test
  void listsImportsPageByPage() {
    List<String> arns = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      arns.add(
          0, fixture.importTable("copy" + i, "DYNAMODB_JSON", "in/", "").get("ImportArn").asText());
    }

    List<String> listed = new ArrayList<>();
    String token = "";
    while (token != null) {
      JsonNode page = fixture.call("ListImports", "{'PageSize':2%s}", token);
      page.get("ImportSummaryList").forEach(job -> listed.add(job.get("ImportArn").asText()));
      token =
          page.has("NextToken") ? ",'NextToken':'" + page.get("NextToken").asText() + "'" : null;
    }
    assertThat(listed).containsExactlyElementsOf(arns);
    assertThat(
            fixture
                .call("ListImports", "{'TableArn':'%s'}", TransferFixture.arn("copy1"))
                .at("/ImportSummaryList/0/S3BucketSource/S3KeyPrefix")
                .asText())
        .isEqualTo("in/");
  }

  @Test
  void describesTheTableThatIsMade() {
    JsonNode started =
        fixture
            .call(
                "ImportTable",
                """
                {'S3BucketSource':{'S3Bucket':'bucket'},'InputFormat':'CSV','ClientToken':'t',
                 'InputFormatOptions':{'Csv':{'Delimiter':';','HeaderList':['pk']}},
                 'TableCreationParameters':{'TableName':'copy',
                  'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
                  'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                  'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6}}}
                """)
            .get("ImportTableDescription");

    assertThat(started.get("ImportArn").asText())
        .matches(TransferFixture.arn("copy") + "/import/01772366400123-[0-9a-f]{8}");
    assertThat(started.get("CloudWatchLogGroupArn").asText())
        .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:/aws-dynamodb/imports:*");
    assertThat(started.get("InputFormatOptions"))
        .isEqualTo(TransferFixture.json("{'Csv':{'Delimiter':';','HeaderList':['pk']}}"));
    assertThat(started.get("TableCreationParameters"))
        .isEqualTo(
            TransferFixture.json(
                """
                {'TableName':'copy',
                 'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                 'BillingMode':'PROVISIONED',
                 'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6}}
                """));
  }

  @Test
  void tableIsBeingCreatedUntilTheImportIsDoneAcrossARestart() {
    TransferFixture delayed = TransferFixture.delayed(directory);
    delayed.write("in/part", "{\"Item\":{\"pk\":{\"S\":\"a\"}}}\n");
    JsonNode started = delayed.importTable("copy", "DYNAMODB_JSON", "in/", "");

    TransferFixture reopened = delayed.reopened();
    assertThat(status(reopened)).isEqualTo("CREATING");
    reopened.clock.advance(Duration.ofSeconds(5));
    assertThat(status(reopened)).isEqualTo("CREATING");
    reopened.clock.advance(Duration.ofSeconds(5));

    assertThat(status(reopened)).isEqualTo("ACTIVE");
    assertThat(reopened.describeImport(started).get("ImportStatus").asText())
        .isEqualTo("COMPLETED");
    assertThat(reopened.items("copy"))
        .isEqualTo(Map.of("a", TransferFixture.json("{'pk':{'S':'a'}}")));
    assertThat(reopened.reopened().describeImport(started).get("ImportStatus").asText())
        .isEqualTo("COMPLETED");
  }

  private static String status(TransferFixture fixture) {
    return fixture.call("DescribeTable", "{'TableName':'copy'}").at("/Table/TableStatus").asText();
  }
}
