package dev.dynamoemulator.fault;

import static dev.dynamoemulator.EmulatorFixture.putInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.fault.FaultEffect.Conflict;
import dev.dynamoemulator.fault.FaultEffect.Delay;
import dev.dynamoemulator.fault.FaultEffect.ServerError;
import dev.dynamoemulator.fault.FaultEffect.Throttle;
import dev.dynamoemulator.fault.FaultEffect.Unprocessed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that let requests fail, wait or be done in part. */
class FaultsTest {

  private static final String THROTTLED =
      "ProvisionedThroughputExceededException The level of configured provisioned throughput for"
          + " the table was exceeded. Consider increasing your provisioning level with the"
          + " UpdateTable API.";
  private static final String SCAN = "{'TableName':'things'}";
  private static final String TRANSACTION =
      """
      {'TransactItems':[{'Put':%s},{'Put':%s}]}
      """
          .formatted(putInput("others", "a", "1"), putInput("things", "a", "1"));
  private static final String BATCH =
      """
      {'RequestItems':{'%s':[{'PutRequest':{'Item':{'pk':{'S':'a'}}}},
        {'PutRequest':{'Item':{'pk':{'S':'b'}}}}]}}
      """;

  private final EmulatorFixture emulator = EmulatorFixture.start();
  private final Faults faults = emulator.emulator.faults();

  @BeforeEach
  void createTables() {
    emulator.createTable("things");
    emulator.createTable("others");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void throttlesAsOftenAsTheRuleSays() {
    InjectedFault fault = faults.add(FaultRule.of(new Throttle()).times(2));

    assertThat(emulator.error("PutItem", putInput("things", "a", "1"))).isEqualTo(THROTTLED);
    assertThat(faults.list()).containsExactly(fault);
    assertThat(emulator.error("Scan", SCAN)).isEqualTo(THROTTLED);

    assertThat(emulator.call("Scan", SCAN).get("Count").asInt()).isZero();
    assertThat(fault.hits()).isEqualTo(2);
    assertThat(faults.isEmpty()).isTrue();
  }

  @Test
  void hitsOnlyTheOperationsAndTablesOfTheRule() {
    faults.add(FaultRule.of(new Throttle()).onOperations("PutItem", "Query").onTables("things"));

    emulator.put("others", "a", "1");
    emulator.call("Scan", SCAN);
    emulator.call("ListTables", "{}");
    assertThat(emulator.error("PutItem", putInput(EmulatorFixture.TABLE_ARN + "things", "a", "1")))
        .isEqualTo(THROTTLED);
  }

  @Test
  void findsTheTableOfAStatement() {
    faults.add(FaultRule.of(new Throttle()).onTables("things"));

    assertThat(emulator.error("ExecuteStatement", "{'Statement':'SELECT * FROM things'}"))
        .isEqualTo(THROTTLED);
    emulator.call("ExecuteStatement", "{'Statement':'SELECT * FROM others'}");
  }

  static Stream<Arguments> throttledRequests() {
    String things = "['TableWriteProvisionedThroughputExceeded things']";
    String read = "['TableReadProvisionedThroughputExceeded things']";
    return Stream.of(
        arguments("PutItem", putInput("things", "a", "1"), things),
        arguments("PutItem", putInput(EmulatorFixture.TABLE_ARN + "things", "a", "1"), things),
        arguments("GetItem", "{'TableName':'things','Key':{'pk':{'S':'a'}}}", read),
        arguments("Scan", SCAN, read),
        arguments("ExecuteStatement", "{'Statement':'SELECT * FROM things'}", read),
        arguments(
            "ExecuteStatement",
            "{'Statement':'DELETE FROM things WHERE pk=?','Parameters':[{'S':'a'}]}",
            things),
        arguments(
            "BatchGetItem",
            "{'RequestItems':{'things':{'Keys':[{'pk':{'S':'a'}}]},"
                + "'others':{'Keys':[{'pk':{'S':'a'}}]}}}",
            "['TableReadProvisionedThroughputExceeded things',"
                + " 'TableReadProvisionedThroughputExceeded others']"));
  }

  /** The form is that of ThrottlingReason in the API model. */
  @ParameterizedTest
  @MethodSource("throttledRequests")
  void saysWhatIsThrottled(String operation, String input, String expected) {
    faults.add(FaultRule.of(new Throttle()));

    JsonNode failure = emulator.failure(operation, input);

    List<String> reasons = new ArrayList<>();
    for (JsonNode reason : failure.get("ThrottlingReasons")) {
      String arn = reason.get("resource").asText();
      assertThat(arn).startsWith(EmulatorFixture.TABLE_ARN);
      reasons.add(
          "'"
              + reason.get("reason").asText()
              + " "
              + arn.substring(EmulatorFixture.TABLE_ARN.length())
              + "'");
    }
    assertThat(reasons).hasToString(expected);
  }

  @Test
  void throttlesTheControlPlaneInItsOwnWords() {
    faults.add(FaultRule.of(new Throttle()).onOperations("ListTables"));

    assertThat(emulator.error("ListTables", "{}"))
        .isEqualTo("ThrottlingException Rate of requests exceeds the allowed throughput.");
  }

  @Test
  void letsOnlyRequestsFailThatPassTheirChecks() {
    faults.add(FaultRule.of(new ServerError()));

    assertThat(emulator.error("PutItem", "{'TableName':'things','Item':{'pk':{}}}"))
        .startsWith("ValidationException");
    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .isEqualTo("InternalServerError Internal server error");
  }

  @Test
  void cancelsATransactionForTheElementsThatAreHit() {
    faults.add(FaultRule.of(new Conflict()).onTables("things").times(1));
    faults.add(FaultRule.of(new Throttle()).times(1));

    JsonNode conflict = emulator.failure("TransactWriteItems", TRANSACTION);
    JsonNode throttled = emulator.failure("TransactWriteItems", TRANSACTION);

    assertThat(conflict.at("/Message").asText())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " TransactionConflict]");
    assertThat(codes(throttled))
        .containsExactly("ProvisionedThroughputExceeded", "ProvisionedThroughputExceeded");
    emulator.call("TransactWriteItems", TRANSACTION);
  }

  private static List<String> codes(JsonNode failure) {
    return failure.get("CancellationReasons").findValuesAsText("Code");
  }

  @Test
  void meetsConflictsOnlyWhereTransactionsMakeThem() {
    faults.add(FaultRule.of(new Conflict()));

    emulator.call("GetItem", "{'TableName':'things','Key':{'pk':{'S':'a'}}}");
    emulator.call("Scan", SCAN);
    assertThat(emulator.error("PutItem", putInput("things", "a", "1")))
        .isEqualTo("TransactionConflictException Transaction is ongoing for the item");
  }

  @Test
  void leavesElementsOfABatchUndone() {
    faults.add(FaultRule.of(new Unprocessed()).onOperations("BatchWriteItem").times(1));

    JsonNode answer = emulator.call("BatchWriteItem", BATCH, "things");

    assertThat(answer.at("/UnprocessedItems/things").size()).isEqualTo(1);
    assertThat(answer.at("/UnprocessedItems/things/0/PutRequest/Item/pk/S").asText())
        .isEqualTo("a");
    assertThat(emulator.call("Scan", SCAN).at("/Items/0/pk/S").asText()).isEqualTo("b");
    assertThat(emulator.call("BatchWriteItem", BATCH, "things").at("/UnprocessedItems")).isEmpty();
  }

  @Test
  void leavesKeysOfABatchUnread() {
    emulator.call("BatchWriteItem", BATCH, "things");
    faults.add(FaultRule.of(new Unprocessed()).onTables("things").times(1));

    JsonNode answer =
        emulator.call(
            "BatchGetItem",
            "{'RequestItems':{'things':{'Keys':[{'pk':{'S':'a'}},{'pk':{'S':'b'}}]}}}");

    assertThat(answer.at("/UnprocessedKeys/things/Keys").toString())
        .isEqualTo("[{\"pk\":{\"S\":\"a\"}}]");
    assertThat(answer.at("/Responses/things").toString()).isEqualTo("[{\"pk\":{\"S\":\"b\"}}]");
  }

  @Test
  void waitsByTheClockOfTheEmulator() throws Exception {
    faults.add(FaultRule.of(new Delay(Duration.ofSeconds(5))).onOperations("Scan"));
    CompletableFuture<JsonNode> answer =
        CompletableFuture.supplyAsync(() -> emulator.call("Scan", SCAN));
    while (faults.list().get(0).hits() == 0) {
      Thread.onSpinWait();
    }

    assertThat(answer).isNotDone();
    while (!answer.isDone()) {
      emulator.advance(5);
    }
    assertThat(answer.get(10, TimeUnit.SECONDS).get("Count").asInt()).isZero();
  }

  @Test
  void releasesWhoWaitsWhenTheRulesAreTakenOut() throws Exception {
    faults.add(FaultRule.of(new Delay(Duration.ofDays(1))).onOperations("Scan"));
    CompletableFuture<JsonNode> answer =
        CompletableFuture.supplyAsync(() -> emulator.call("Scan", SCAN));
    while (!answer.isDone()) {
      if (!faults.isEmpty() && faults.list().get(0).hits() > 0) {
        faults.clear();
      }
      Thread.onSpinWait();
    }

    assertThat(answer.get(10, TimeUnit.SECONDS).get("Count").asInt()).isZero();
  }

  @Test
  void hitsByChanceThatTheSeedRepeats() {
    List<Boolean> first = hitsOfHundred();

    assertThat(first.stream().filter(hit -> hit).count()).isBetween(10L, 50L);
    assertThat(hitsOfHundred()).isEqualTo(first);
  }

  private static List<Boolean> hitsOfHundred() {
    try (EmulatorFixture seeded = EmulatorFixture.start(EmulatorOptions.builder())) {
      seeded.emulator.faults().add(FaultRule.of(new Throttle()).withProbability(0.3));
      return IntStream.range(0, 100)
          .mapToObj(i -> seeded.answer(EmulatorFixture.request("ListTables", "{}")).has("__type"))
          .toList();
    }
  }

  @Test
  void takesRulesOutOneByOneAndAtAReset() {
    InjectedFault first = faults.add(FaultRule.of(new Throttle()));
    faults.add(FaultRule.of(new ServerError()));

    assertThat(faults.remove(first.id())).isTrue();
    assertThat(faults.remove(first.id())).isFalse();
    assertThat(emulator.error("ListTables", "{}")).startsWith("InternalServerError");
    emulator.emulator.reset();
    assertThat(faults.isEmpty()).isTrue();
  }

  @Test
  void refusesRulesThatMakeNoSense() {
    FaultRule rule = FaultRule.of(new Throttle());

    assertThatThrownBy(() -> rule.withProbability(0))
        .hasMessage("A probability is above 0 and up to 1: 0.0");
    assertThatThrownBy(() -> rule.times(-1)).hasMessage("A rule hits 0 (no end) or more times: -1");
    assertThatThrownBy(() -> new Delay(Duration.ZERO)).hasMessage("A delay takes some time: PT0S");
  }
}
