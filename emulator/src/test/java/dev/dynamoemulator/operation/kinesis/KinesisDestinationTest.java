package dev.dynamoemulator.operation.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.EmulatorFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The four operations on destinations, and the records that they cause (control-plane.md §5). */
class KinesisDestinationTest {

  private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/music";
  private static final String OTHER = "arn:aws:kinesis:us-east-1:000000000000:stream/other";
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void describesWhatWasEnabledAndDisabled() {
    assertThat(describe(emulator).toString()).isEqualTo("[]");

    assertThat(call("Enable", ARN, "").toString())
        .isEqualTo(
            "{\"TableName\":\"things\",\"StreamArn\":\"%s\",\"DestinationStatus\":\"ENABLING\"}"
                .formatted(ARN));
    assertThat(describe(emulator).toString()).isEqualTo(described(ARN, "ACTIVE", "MILLISECOND"));
    assertThat(call("Disable", ARN, "").get("DestinationStatus").asText()).isEqualTo("DISABLING");
    assertThat(describe(emulator).toString()).isEqualTo(described(ARN, "DISABLED", "MILLISECOND"));

    call("Enable", OTHER, "");
    assertThat(describe(emulator).findValuesAsText("DestinationStatus"))
        .containsExactly("DISABLED", "ACTIVE");
  }

  private static String described(String arn, String status, String precision) {
    return ("[{\"StreamArn\":\"%s\",\"DestinationStatus\":\"%s\","
            + "\"ApproximateCreationDateTimePrecision\":\"%s\"}]")
        .formatted(arn, status, precision);
  }

  @Test
  void changesThePrecision() {
    call("Enable", ARN, "");

    JsonNode updating =
        call(
            "Update",
            ARN,
            ",'UpdateKinesisStreamingConfiguration':"
                + "{'ApproximateCreationDateTimePrecision':'MICROSECOND'}");

    assertThat(updating.get("DestinationStatus").asText()).isEqualTo("UPDATING");
    assertThat(
            updating
                .at("/UpdateKinesisStreamingConfiguration/ApproximateCreationDateTimePrecision")
                .asText())
        .isEqualTo("MICROSECOND");
    assertThat(describe(emulator).toString()).isEqualTo(described(ARN, "ACTIVE", "MICROSECOND"));
    emulator.put("things", "a", "1");
    assertThat(record(0).at("/dynamodb/ApproximateCreationDateTime").asLong())
        .isEqualTo(EmulatorFixture.START.toEpochMilli() * 1000);
    assertThat(record(0).at("/dynamodb/ApproximateCreationDateTimePrecision").asText())
        .isEqualTo("MICROSECOND");
  }

  @Test
  void sendsChangesInTheFormOfTheService() {
    emulator.put("things", "before", "0");
    call("Enable", ARN, "");
    emulator.put("things", "a", "1");
    emulator.put("things", "a", "1");
    emulator.put("things", "a", "2");
    emulator.call("DeleteItem", "{'TableName':'things','Key':{'pk':{'S':'a'}}}");
    call("Disable", ARN, "");
    emulator.put("things", "after", "3");

    List<String> records = records();
    assertThat(records).hasSize(3);
    assertThat(records.get(0).replaceAll("\"eventID\":\"[0-9a-f-]{36}\"", "\"eventID\":\"id\""))
        .isEqualTo(
            ("{'awsRegion':'us-east-1','eventID':'id','eventName':'INSERT','userIdentity':null,"
                    + "'recordFormat':'application/json','tableName':'things','dynamodb':"
                    + "{'ApproximateCreationDateTime':1772366400123,'Keys':{'pk':{'S':'a'}},"
                    + "'NewImage':{'pk':{'S':'a'},'v':{'S':'1'}},'SizeBytes':8},"
                    + "'eventSource':'aws:dynamodb'}")
                .replace('\'', '"'));
    assertThat(record(1).at("/dynamodb/OldImage/v/S").asText()).isEqualTo("1");
    assertThat(record(1).at("/dynamodb/NewImage/v/S").asText()).isEqualTo("2");
    assertThat(record(2).get("eventName").asText()).isEqualTo("REMOVE");
    assertThat(record(2).get("dynamodb").has("NewImage")).isFalse();
  }

  @Test
  void namesTheServiceForExpiredItems() {
    emulator.call(
        "UpdateTimeToLive",
        "{'TableName':'things','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}");
    call("Enable", ARN, "");
    emulator.call(
        "PutItem", "{'TableName':'things','Item':{'pk':{'S':'a'},'t':{'N':'1772366399'}}}");

    emulator.emulator.sweepExpiredItems();

    assertThat(record(1).get("userIdentity").toString())
        .isEqualTo("{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"}");
  }

  @Test
  void worksBesideAStream() {
    String stream =
        emulator
            .call(
                "UpdateTable",
                """
                {'TableName':'things',
                 'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}
                """)
            .at("/TableDescription/LatestStreamArn")
            .asText();
    call("Enable", ARN, "");

    emulator.put("things", "a", "1");

    assertThat(stream).contains("/stream/");
    assertThat(records()).hasSize(1);
  }

  @Test
  void walksThroughItsStates() {
    try (EmulatorFixture delayed = EmulatorFixture.delayed()) {
      delayed.createTable("things");
      delayed.advance(2);
      String input = "{'TableName':'things','StreamArn':'" + ARN + "'}";
      delayed.call("EnableKinesisStreamingDestination", input);

      assertThat(status(delayed)).isEqualTo("ENABLING");
      delayed.advance(2);
      assertThat(status(delayed)).isEqualTo("ACTIVE");
      delayed.call("DisableKinesisStreamingDestination", input);
      assertThat(status(delayed)).isEqualTo("DISABLING");
      delayed.advance(2);
      assertThat(status(delayed)).isEqualTo("DISABLED");
    }
  }

  private static String status(EmulatorFixture emulator) {
    return describe(emulator).get(0).get("DestinationStatus").asText();
  }

  @Test
  void forgetsItsDestinationsWithTheTable() {
    call("Enable", ARN, "");
    emulator.call("DeleteTable", "{'TableName':'things'}");
    emulator.createTable("things");

    assertThat(describe(emulator)).isEmpty();
  }

  private JsonNode call(String operation, String arn, String members) {
    return emulator.call(
        operation + "KinesisStreamingDestination",
        "{'TableName':'things','StreamArn':'%s'%s}",
        arn,
        members);
  }

  private static JsonNode describe(EmulatorFixture emulator) {
    return emulator
        .call("DescribeKinesisStreamingDestination", "{'TableName':'things'}")
        .get("KinesisDataStreamDestinations");
  }

  private List<String> records() {
    return emulator.emulator.kinesisRecords(ARN);
  }

  private JsonNode record(int index) {
    try {
      return JSON.readTree(records().get(index));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
