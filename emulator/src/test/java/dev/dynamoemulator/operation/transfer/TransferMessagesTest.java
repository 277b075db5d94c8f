package dev.dynamoemulator.operation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wording of the operations on exports and imports; most texts are inferred. */
class TransferMessagesTest {

  private static final String ARN = TransferFixture.arn("books");
  private static final String TABLE =
      "'TableCreationParameters':{'TableName':'books','BillingMode':'PAY_PER_REQUEST',"
          + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
          + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}";
  private static final String SOURCE = "'S3BucketSource':{'S3Bucket':'bucket'}";

  @TempDir Path directory;
  private TransferFixture fixture;

  @BeforeEach
  void makeTable() {
    fixture = TransferFixture.immediate(directory);
    fixture.createBucket("bucket");
    fixture.create("books");
    fixture.clock.advance(Duration.ofDays(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          ExportTableToPointInTime # {'TableArn':'ARN'} # Value null at 's3Bucket' failed to satisfy constraint: Member must not be null
          ExportTableToPointInTime # {'S3Bucket':'bucket'} # Value null at 'tableArn' failed to satisfy constraint: Member must not be null
          ExportTableToPointInTime # {'TableArn':'ARN','S3Bucket':'-b'} # Value '-b' at 's3Bucket' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+
          ExportTableToPointInTime # {'TableArn':'ARN','S3Bucket':'bucket','S3BucketOwner':'1'} # Value '1' at 's3BucketOwner' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9]{12}
          ExportTableToPointInTime # {'TableArn':'ARN','S3Bucket':'bucket','ExportFormat':'CSV'} # Value 'CSV' at 'exportFormat' failed to satisfy constraint: Member must satisfy enum value set: [DYNAMODB_JSON, ION]
          DescribeExport # {'ExportArn':'arn'} # Value 'arn' at 'exportArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          ListExports # {'MaxResults':26} # Value '26' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 25
          ListExports # {'MaxResults':0} # Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1
          ListImports # {'PageSize':26} # Value '26' at 'pageSize' failed to satisfy constraint: Member must have value less than or equal to 25
          ImportTable # {SOURCE,TABLE} # Value null at 'inputFormat' failed to satisfy constraint: Member must not be null
          ImportTable # {'InputFormat':'CSV',TABLE} # Value null at 's3BucketSource' failed to satisfy constraint: Member must not be null
          ImportTable # {'InputFormat':'CSV',SOURCE} # Value null at 'tableCreationParameters' failed to satisfy constraint: Member must not be null
          ImportTable # {'InputFormat':'CSV',SOURCE,TABLE,'InputCompressionType':'BZIP'} # Value 'BZIP' at 'inputCompressionType' failed to satisfy constraint: Member must satisfy enum value set: [GZIP, ZSTD, NONE]
          DescribeImport # {'ImportArn':'arn'} # Value 'arn' at 'importArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          """)
  void validationMessages(String operation, String input, String failure) {
    assertThat(fixture.error(operation, filled(input)))
        .isEqualTo("ValidationException 1 validation error detected: " + failure);
  }

  private static String filled(String input) {
    return input.replace("ARN'", ARN + "'").replace("SOURCE", SOURCE).replace("TABLE", TABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '"',
      textBlock =
          """
          'ExportTime':1 # InvalidExportTimeException The specified ExportTime is outside of the point in time recovery window.
          'ExportTime':4000000000 # InvalidExportTimeException The specified ExportTime is outside of the point in time recovery window.
          'ExportType':'INCREMENTAL_EXPORT' # ValidationException IncrementalExportSpecification with ExportFromTime must be specified for exports of type INCREMENTAL_EXPORT
          'IncrementalExportSpecification':{} # ValidationException IncrementalExportSpecification can only be specified for exports of type INCREMENTAL_EXPORT
          'ExportTime':1772500000,'ExportType':'INCREMENTAL_EXPORT','IncrementalExportSpecification':{'ExportFromTime':1772500000} # ValidationException ExportTime cannot be specified for exports of type INCREMENTAL_EXPORT
          'ExportType':'INCREMENTAL_EXPORT','IncrementalExportSpecification':{'ExportFromTime':1772500000,'ExportToTime':1772500899} # ValidationException Difference between export from time and export to time is less than 15 minutes
          'ExportType':'INCREMENTAL_EXPORT','IncrementalExportSpecification':{'ExportFromTime':1772400000,'ExportToTime':1772486401} # ValidationException Difference between export from time and export to time is greater than 24 hours
          'ExportType':'INCREMENTAL_EXPORT','IncrementalExportSpecification':{'ExportFromTime':1772300000,'ExportToTime':1772370000} # InvalidExportTimeException The specified export window is outside of the point in time recovery window.
          """)
  void exportTimes(String members, String error) {
    assertThat(
            fixture.error(
                "ExportTableToPointInTime",
                "{'TableArn':'" + ARN + "','S3Bucket':'bucket'," + members + "}"))
        .isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"1772500000,1772500900", "1772400000,1772486400"})
  void exportPeriodsAtTheLimits(long from, long to) {
    fixture.export(
        "books",
        ",'ExportType':'INCREMENTAL_EXPORT','IncrementalExportSpecification':{'ExportFromTime':"
            + from
            + ",'ExportToTime':"
            + to
            + "}");
  }

  @Test
  void absentTableAndRecovery() {
    assertThat(
            fixture.error(
                "ExportTableToPointInTime",
                "{'TableArn':'%s','S3Bucket':'bucket'}",
                TransferFixture.arn("absent")))
        .isEqualTo("TableNotFoundException Table not found: absent");
    fixture.call(
        "UpdateContinuousBackups",
        "{'TableName':'books','PointInTimeRecoverySpecification':"
            + "{'PointInTimeRecoveryEnabled':false}}");
    assertThat(
            fixture.error("ExportTableToPointInTime", "{'TableArn':'%s','S3Bucket':'bucket'}", ARN))
        .isEqualTo(
            "PointInTimeRecoveryUnavailableException Point in time recovery is not enabled for"
                + " table 'books'");
  }

  @Test
  void absentJobs() {
    String export = ARN + "/export/01772366400123-0123abcd";
    String job = ARN + "/import/01772366400123-0123abcd";

    assertThat(fixture.error("DescribeExport", "{'ExportArn':'%s'}", export))
        .isEqualTo("ExportNotFoundException Export not found: " + export);
    assertThat(fixture.error("DescribeImport", "{'ImportArn':'%s'}", job))
        .isEqualTo("ImportNotFoundException Import not found: " + job);
    assertThat(fixture.error("ListExports", "{'NextToken':'x'}"))
        .isEqualTo("ValidationException Invalid NextToken");
  }

  @Test
  void tokensOfOtherRequests() {
    fixture.export("books", ",'ClientToken':'t'");
    fixture.importTable("copy", "CSV", "a", ",'ClientToken':'t'");

    assertThat(
            fixture.error(
                "ExportTableToPointInTime",
                "{'TableArn':'%s','S3Bucket':'other','ClientToken':'t'}",
                ARN))
        .isEqualTo(
            "ExportConflictException The request with client token t was made before with other"
                + " parameters");
    assertThat(
            fixture.error(
                "ImportTable", filled("{'InputFormat':'CSV',SOURCE,TABLE,'ClientToken':'t'}")))
        .isEqualTo(
            "ImportConflictException The request with client token t was made before with other"
                + " parameters");
  }

  @Test
  void importIntoAnExistingTable() {
    assertThat(fixture.error("ImportTable", filled("{'InputFormat':'CSV',SOURCE,TABLE}")))
        .isEqualTo("ResourceInUseException Table already exists: books");
  }

  /** As by CreateTable (control-plane.md §4.4), and before the name is looked at. */
  @Test
  void importedTableIsCheckedAsByCreateTable() {
    assertThat(
            fixture.error(
                "ImportTable",
                filled("{'InputFormat':'CSV',SOURCE,TABLE}")
                    .replace(
                        "'KeySchema':[{'AttributeName':'pk'", "'KeySchema':[{'AttributeName':'x'")))
        .startsWith(
            "ValidationException One or more parameter values were invalid: Some index key");
    assertThat(
            fixture.error(
                "ImportTable",
                filled("{'InputFormat':'CSV',SOURCE,TABLE}")
                    .replace("'BillingMode':'PAY_PER_REQUEST',", "")))
        .isEqualTo(
            fixture.error(
                "CreateTable",
                "{'TableName':'books',"
                    + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
                    + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}"));
  }
}
