package dev.dynamoemulator.throughput;

import static dev.dynamoemulator.EmulatorFixture.TABLE_ARN;
import static dev.dynamoemulator.EmulatorFixture.putInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Throughput that bites: what is admitted, and what is answered when nothing is left. */
class ThroughputTest {

  private static final String GET = "{'TableName':'things','Key':{'pk':{'S':'a'}}}";

  private final EmulatorFixture emulator =
      EmulatorFixture.start(EmulatorOptions.builder().enforceThroughput(true));

  @AfterEach
  void close() {
    emulator.close();
  }

  private void createProvisioned(int read, int write) {
    emulator.createTable("things", units(read, write));
  }

  private static String units(int read, int write) {
    return "'ProvisionedThroughput':{'ReadCapacityUnits':%d,'WriteCapacityUnits':%d}"
        .formatted(read, write);
  }

  /** Writes one item of so many kilobytes. */
  private void spendWrites(int units) {
    emulator.put("things", "big", "v".repeat(1024 * units - 10));
  }

  @Test
  void savesUpFiveMinutesOfUnits() {
    createProvisioned(1, 1);
    spendWrites(299);
    emulator.put("things", "a", "1");

    assertThat(emulator.failure("PutItem", putInput("things", "a", "1")).toString())
        .isEqualTo(
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\""
                + ",\"message\":\"The level of configured provisioned throughput for the table was"
                + " exceeded. Consider increasing your provisioning level with the UpdateTable"
                + " API.\",\"ThrottlingReasons\":[{\"reason\":"
                + "\"TableWriteProvisionedThroughputExceeded\",\"resource\":\""
                + TABLE_ARN
                + "things\"}]}");
    emulator.advance(1);
    emulator.put("things", "a", "1");
    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .startsWith("ProvisionedThroughputExceededException");
  }

  @Test
  void letsADebtBePaidBeforeTheNextRequest() {
    createProvisioned(1, 1);
    spendWrites(299);
    emulator.put("things", "b", "v".repeat(11 * 1024 - 10));
    emulator.advance(10);

    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .startsWith("ProvisionedThroughputExceededException");
    emulator.advance(1);
    emulator.put("things", "a", "1");
  }

  @Test
  void keepsReadsAndWritesApart() {
    createProvisioned(1, 1);
    spendWrites(300);

    emulator.call("GetItem", GET);
    for (int i = 0; i < 8; i++) {
      emulator.call("Scan", "{'TableName':'things'}");
    }
    assertThat(emulator.failure("GetItem", GET).at("/ThrottlingReasons/0/reason").asText())
        .isEqualTo("TableReadProvisionedThroughputExceeded");
    assertThat(
            emulator
                .failure("Scan", "{'TableName':'things'}")
                .at("/ThrottlingReasons/0/reason")
                .asText())
        .isEqualTo("TableReadProvisionedThroughputExceeded");
  }

  @Test
  void throttlesWritesForTheSakeOfAnIndex() {
    emulator.createIndexedTable(
        "things",
        units(10, 1000)
            + ",'GlobalSecondaryIndexes':[{'IndexName':'byG',"
            + "'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],"
            + "'Projection':{'ProjectionType':'ALL'},"
            + units(1, 1)
            + "}]");
    String put =
        "{'TableName':'things','Item':{'pk':{'S':'a'},'sk':{'S':'%s'},'g':{'S':'g'},"
            + "'v':{'S':'%s'}}}";
    emulator.call("PutItem", put, "1", "v".repeat(300 * 1024 - 10));

    JsonNode failure = emulator.failure("PutItem", put, "2", "v");

    assertThat(failure.get("message").asText())
        .isEqualTo(
            "The level of configured provisioned throughput for one or more global secondary"
                + " indexes of the table was exceeded. Consider increasing your provisioning level"
                + " for the under-provisioned global secondary indexes with the UpdateTable API.");
    assertThat(failure.get("ThrottlingReasons").toString())
        .isEqualTo(
            "[{\"reason\":\"IndexWriteProvisionedThroughputExceeded\",\"resource\":\""
                + TABLE_ARN
                + "things/index/byG\"}]");
    emulator.call("PutItem", "{'TableName':'things','Item':{'pk':{'S':'a'},'sk':{'S':'3'}}}");
  }

  @Test
  void keepsToTheMaximumOfOnDemandMode() {
    emulator.createTable(
        "things",
        "'BillingMode':'PAY_PER_REQUEST','OnDemandThroughput':"
            + "{'MaxReadRequestUnits':-1,'MaxWriteRequestUnits':5}");
    spendWrites(5);

    JsonNode failure = emulator.failure("PutItem", putInput("things", "a", "1"));

    assertThat(failure.get("__type").asText())
        .isEqualTo("com.amazon.coral.availability#ThrottlingException");
    assertThat(failure.get("message").asText())
        .isEqualTo(
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index");
    assertThat(failure.at("/throttlingReasons/0/reason").asText())
        .isEqualTo("TableWriteMaxOnDemandThroughputExceeded");
    emulator.call("GetItem", GET);
    emulator.advance(1);
    emulator.put("things", "a", "1");
  }

  @Test
  void limitsEachPartition() {
    emulator.createTable("things");
    spendWrites(390);
    spendWrites(390);
    spendWrites(390);

    JsonNode failure = emulator.failure("PutItem", putInput("things", "big", "1"));

    assertThat(failure.get("message").asText())
        .isEqualTo(
            "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                + " automatically scaling your table or index so please try again shortly. If"
                + " exceptions persist, check if you have a hot key:"
                + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html.");
    assertThat(failure.at("/throttlingReasons/0/reason").asText())
        .isEqualTo("TableWriteKeyRangeThroughputExceeded");
    emulator.put("things", "a", "1");
    emulator.advance(1);
    emulator.put("things", "big", "1");
  }

  @Test
  void leavesThrottledPartsOfABatchUnprocessed() {
    createProvisioned(1, 1);
    spendWrites(299);
    String batch =
        """
        {'RequestItems':{'things':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}},
          {'PutRequest':{'Item':{'pk':{'S':'b'}}}}]}}
        """;

    JsonNode answer = emulator.call("BatchWriteItem", batch);

    assertThat(answer.at("/UnprocessedItems/things").toString())
        .isEqualTo("[{\"PutRequest\":{\"Item\":{\"pk\":{\"S\":\"b\"}}}}]");
    assertThat(emulator.error("BatchWriteItem", batch))
        .startsWith("ProvisionedThroughputExceededException");
  }

  @Test
  void leavesThrottledKeysOfABatchUnprocessed() {
    createProvisioned(1, 1);
    emulator.call("Scan", "{'TableName':'things'}");
    for (int i = 0; i < 299; i++) {
      emulator.call("GetItem", GET.replace("'Key'", "'ConsistentRead':true,'Key'"));
    }
    String batch =
        """
        {'RequestItems':{'things':{'ConsistentRead':true,
          'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'b'}}]}}}
        """;

    assertThat(emulator.call("BatchGetItem", batch).at("/UnprocessedKeys/things/Keys").toString())
        .isEqualTo("[{\"pk\":{\"S\":\"b\"}}]");
    assertThat(emulator.error("BatchGetItem", batch))
        .startsWith("ProvisionedThroughputExceededException");
  }

  @Test
  void cancelsTransactionsWithAReasonForEachElement() {
    createProvisioned(1, 1);
    emulator.createTable("others");
    spendWrites(300);

    JsonNode failure =
        emulator.failure(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':%s},{'Put':%s}]}",
            putInput("others", "a", "1"),
            putInput("things", "a", "1"));

    assertThat(failure.at("/CancellationReasons").findValuesAsText("Code"))
        .containsExactly("None", "ProvisionedThroughputExceeded");
  }

  @Test
  void countsTransactionsTwiceAndFailedConditionsOnce() {
    createProvisioned(1, 1);
    spendWrites(296);
    emulator.call(
        "TransactWriteItems", "{'TransactItems':[{'Put':%s}]}", putInput("things", "a", "1"));
    for (int i = 0; i < 2; i++) {
      assertThat(
              emulator.error(
                  "PutItem",
                  putInput("things", "a", "1")
                      .replace("'Item'", "'ConditionExpression':'pk = v','Item'")))
          .startsWith("ConditionalCheckFailedException");
    }

    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .startsWith("ProvisionedThroughputExceededException");
  }

  @Test
  void followsUpdatesOfTheTable() {
    createProvisioned(1, 1);
    spendWrites(300);
    emulator.call("UpdateTable", "{'TableName':'things',%s}", units(1, 50));
    emulator.advance(1);
    spendWrites(50);
    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .startsWith("ProvisionedThroughputExceededException");

    emulator.call("UpdateTable", "{'TableName':'things','BillingMode':'PAY_PER_REQUEST'}");
    emulator.put("things", "a", "1");
  }

  @Test
  void doesNotChargeForExpiredItems() {
    createProvisioned(1, 1);
    emulator.call(
        "UpdateTimeToLive",
        "{'TableName':'things','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'t'}}");
    emulator.call(
        "PutItem", "{'TableName':'things','Item':{'pk':{'S':'a'},'t':{'N':'1772366399'}}}");
    spendWrites(299);

    assertThat(emulator.emulator.sweepExpiredItems()).isEqualTo(1);
  }

  @Test
  void isSeenByContributorInsights() {
    createProvisioned(1, 1);
    emulator.call(
        "UpdateContributorInsights", "{'TableName':'things','ContributorInsightsAction':'ENABLE'}");
    spendWrites(300);
    emulator.error("PutItem", putInput("things", "a", "1"));
    emulator.error("PutItem", putInput("things", "a", "1"));

    ContributorReport report =
        emulator
            .emulator
            .contributors(
                new Namespace("000000000000", "us-east-1"), "things", null, Duration.ofMinutes(1))
            .orElseThrow();

    assertThat(report.throttledPartitionKeys()).hasSize(1);
    assertThat(report.throttledPartitionKeys().get(0).amount()).isEqualTo(2);
  }

  @Test
  void isOffUnlessAskedFor() {
    try (EmulatorFixture unlimited = EmulatorFixture.start()) {
      unlimited.createTable("things", units(1, 1));
      for (int i = 0; i < 5; i++) {
        unlimited.put("things", "a", "v".repeat(300 * 1024));
      }
    }
  }
}
