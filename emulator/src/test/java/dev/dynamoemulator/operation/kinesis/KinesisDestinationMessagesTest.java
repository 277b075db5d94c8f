package dev.dynamoemulator.operation.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole messages (control-plane.md §5.1 to §5.3; those of updates are not verified). */
class KinesisDestinationMessagesTest {

  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/music";
  private static final String INPUT = "{'TableName':'things','StreamArn':'" + ARN + "'}";
  private static final String STATE =
      "ValidationException Table is not in a valid state to enable Kinesis Streaming Destination: ";

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @BeforeEach
  void createTable() {
    emulator.createTable("things");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void refusesToEnableWhatIsEnabled() {
    emulator.call("EnableKinesisStreamingDestination", INPUT);

    String message =
        STATE
            + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform"
            + " ENABLE operation.";
    assertThat(emulator.error("EnableKinesisStreamingDestination", INPUT)).isEqualTo(message);
    assertThat(
            emulator.error("EnableKinesisStreamingDestination", INPUT.replace("music", "another")))
        .isEqualTo(message);
  }

  /** Inferred: the text is that about the ARNs of tables. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:dynamodb:us-east-1:000000000000:table/music",
        "arn:aws:kinesis:us-east-1:000000000000:stream/",
        "arn:aws:kinesis:us-east-1:000000000000:stream/a/b",
        "arn:aws:kinesis:us-east-1:account:stream/music-and-more",
        "music-music-music-music-music-music-music"
      })
  void refusesWhatIsNoStreamBeforeItLooksForTheTable(String arn) {
    assertThat(
            emulator.error(
                "EnableKinesisStreamingDestination",
                "{'TableName':'absent','StreamArn':'" + arn + "'}"))
        .isEqualTo(
            "ValidationException Invalid StreamArn: Invalid ResourceArn provided as input " + arn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/a.B_c-9",
        "arn:aws:kinesis:us-east-1:000000000000:stream/"
            + "0123456789012345678901234567890123456789012345678901234567890123"
            + "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void takesEveryNameThatAStreamCanHave(String arn) {
    assertThat(
            emulator
                .call(
                    "EnableKinesisStreamingDestination",
                    "{'TableName':'things','StreamArn':'" + arn + "'}")
                .get("StreamArn")
                .asText())
        .isEqualTo(arn);
    assertThat(
            emulator.error(
                "EnableKinesisStreamingDestination",
                "{'TableName':'things','StreamArn':'"
                    + arn.replaceFirst("stream/", "stream/" + "x".repeat(128))
                    + "'}"))
        .startsWith("ValidationException Invalid StreamArn: ");
  }

  @Test
  void refusesToDisableWhatIsNotActive() {
    assertThat(emulator.error("DisableKinesisStreamingDestination", INPUT))
        .isEqualTo(
            STATE + "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
  }

  @Test
  void refusesUpdatesThatChangeNothing() {
    String update =
        INPUT.replace(
            "}",
            ",'UpdateKinesisStreamingConfiguration':"
                + "{'ApproximateCreationDateTimePrecision':'MILLISECOND'}}");
    assertThat(emulator.error("UpdateKinesisStreamingDestination", update))
        .isEqualTo(
            STATE
                + "No streaming destination with streamArn: "
                + ARN
                + " found for table with tableName: things");
    emulator.call("EnableKinesisStreamingDestination", INPUT);
    assertThat(emulator.error("UpdateKinesisStreamingDestination", update))
        .matches(
            "ValidationException Invalid Request: Precision is already set to the desired value of"
                + " MILLISECOND for tableId: [0-9a-f-]{36}, kdsArn: "
                + ARN);
    assertThat(emulator.error("UpdateKinesisStreamingDestination", INPUT))
        .isEqualTo(
            "ValidationException Streaming destination cannot be updated with given parameters:"
                + " UpdateKinesisStreamingConfiguration cannot be null or contain only null"
                + " values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Enable", "Disable", "Describe"})
  void namesTheTableThatIsNotThere(String operation) {
    assertThat(
            emulator.error(
                operation + "KinesisStreamingDestination", INPUT.replace("things", "absent")))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: absent not found");
  }

  @Test
  void reportsConstraintsBeforeTheTable() {
    assertThat(
            emulator.error(
                "EnableKinesisStreamingDestination",
                "{'TableName':'absent','StreamArn':'arn','EnableKinesisStreamingConfiguration':"
                    + "{'ApproximateCreationDateTimePrecision':'SECOND'}}"))
        .isEqualTo(
            "ValidationException 2 validation errors detected: Value 'arn' at 'streamArn' failed"
                + " to satisfy constraint: Member must have length greater than or equal to 37;"
                + " Value 'SECOND' at"
                + " 'enableKinesisStreamingConfiguration.approximateCreationDateTimePrecision'"
                + " failed to satisfy constraint: Member must satisfy enum value set:"
                + " [MICROSECOND, MILLISECOND]");
  }
}
