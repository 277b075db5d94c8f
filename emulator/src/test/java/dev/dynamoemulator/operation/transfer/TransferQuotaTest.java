package dev.dynamoemulator.operation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.transfer.TransferQuotas;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is done at a time (control-plane.md §3.1 rule 7, §4.14); the texts are inferred. */
class TransferQuotaTest {

  private static final int MANY = 300;
  private static final String KEY =
      "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]";

  /** Of an object with one item. */
  private static final String LINE = "{\"Item\":{\"pk\":{\"S\":\"a\"}}}";

  @TempDir Path directory;

  private TransferFixture open(TransferQuotas quotas) {
    TransferFixture fixture = TransferFixture.limited(quotas, directory);
    fixture.createBucket("bucket");
    return fixture;
  }

  @Test
  void exportsByTheirNumber() {
    TransferFixture fixture = open(new TransferQuotas(2, Long.MAX_VALUE, MANY, MANY, MANY));
    fixture.create("books");
    fixture.export("books", "");
    fixture.export("books", "");

    assertThat(errorOfExport(fixture))
        .isEqualTo(
            "LimitExceededException Subscriber limit exceeded: Only 2 exports can run"
                + " simultaneously");
    fixture.clock.advance(TransferFixture.DELAY);
    fixture.export("books", "");
  }

  private static String errorOfExport(TransferFixture fixture) {
    return fixture.error(
        "ExportTableToPointInTime",
        "{'TableArn':'%s','S3Bucket':'bucket'}",
        TransferFixture.arn("books"));
  }

  /** An item of the key "a" has three bytes. */
  @Test
  void exportsByTheSizeOfTheirTables() {
    TransferFixture fixture = open(new TransferQuotas(MANY, 6, MANY, MANY, MANY));
    fixture.create("books");
    fixture.put("books", "{'pk':{'S':'a'}}");
    fixture.export("books", "");
    fixture.export("books", "");

    assertThat(errorOfExport(fixture))
        .isEqualTo(
            "LimitExceededException Subscriber limit exceeded: Only tables of 6 bytes can be"
                + " exported simultaneously");
    fixture.clock.advance(TransferFixture.DELAY);
    fixture.export("books", "");
  }

  @Test
  void importsByTheirNumber() {
    TransferFixture fixture = open(new TransferQuotas(MANY, MANY, 1, MANY, MANY));
    fixture.importTable("first", "DYNAMODB_JSON", "in/", "");

    assertThat(
            fixture.error(
                "ImportTable",
                TransferFixture.importInput("second", "DYNAMODB_JSON", "in/", "", KEY)))
        .isEqualTo(
            "LimitExceededException Subscriber limit exceeded: Only 1 imports can run"
                + " simultaneously");
    fixture.clock.advance(TransferFixture.DELAY);
    fixture.importTable("second", "DYNAMODB_JSON", "in/", "");
  }

  /** Shows when the bucket is listed; no table is left. */
  @Test
  void importsByTheSizeOfTheirObjects() {
    TransferFixture fixture = open(new TransferQuotas(MANY, MANY, MANY, LINE.length(), MANY));
    fixture.write("one/a", LINE);
    fixture.write("two/a", LINE);
    fixture.write("two/b", "\n");
    JsonNode first = fixture.importTable("first", "DYNAMODB_JSON", "one/", "");
    JsonNode second = fixture.importTable("second", "DYNAMODB_JSON", "two/", "");

    fixture.clock.advance(TransferFixture.DELAY);

    assertThat(fixture.describeImport(first).get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertFailed(
        fixture,
        second,
        "Subscriber limit exceeded: Only objects of 25 bytes can be imported simultaneously");
  }

  @Test
  void importsByTheNumberOfTheirObjects() {
    TransferFixture fixture = open(new TransferQuotas(MANY, MANY, MANY, MANY, 2));
    for (String key : new String[] {"one/a", "one/b", "two/a", "two/b", "two/c"}) {
      fixture.write(key, LINE);
    }
    JsonNode first = fixture.importTable("first", "DYNAMODB_JSON", "one/", "");
    JsonNode second = fixture.importTable("second", "DYNAMODB_JSON", "two/", "");

    fixture.clock.advance(TransferFixture.DELAY);

    assertThat(fixture.describeImport(first).get("ImportStatus").asText()).isEqualTo("COMPLETED");
    assertFailed(
        fixture, second, "Subscriber limit exceeded: Only 2 objects can be imported at once");
  }

  private static void assertFailed(TransferFixture fixture, JsonNode job, String message) {
    JsonNode failed = fixture.describeImport(job);
    assertThat(failed.get("ImportStatus").asText()).isEqualTo("FAILED");
    assertThat(failed.get("FailureCode").asText()).isEqualTo("LimitExceededException");
    assertThat(failed.get("FailureMessage").asText()).isEqualTo(message);
    assertThat(fixture.error("DescribeTable", "{'TableName':'second'}"))
        .startsWith("ResourceNotFoundException");
  }
}
