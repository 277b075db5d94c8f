package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FailureReportTest {

  private static final String REQUESTS =
      "ListTables {} -> 200\n"
          + "DescribeTable {\"TableName\":\"Absent\"} -> 400 {\"__type\":"
          + "\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
          + "\"message\":\"Requested resource not found: Table: Absent not found\"}";

  @Test
  void reportsTheLastRequests() {
    EngineExecutionResults results = Runs.of(Failing.class);

    assertThat(entries(results)).containsExactly(REQUESTS);
    assertThat(failure(results).getSuppressed())
        .extracting(Throwable::toString)
        .containsExactly("Last requests to the emulator:\n" + REQUESTS);
  }

  @DynamoEmulator
  static class Failing {

    @Test
    void fails(DynamoDbClient client) {
      client.listTables();
      client.describeTable(table -> table.tableName("Absent"));
    }

    @Test
    void succeeds(DynamoDbClient client) {
      client.listTables();
    }
  }

  @Test
  void reportsNothingWhenSwitchedOff() {
    EngineExecutionResults results = Runs.of(Silent.class);

    assertThat(entries(results)).isEmpty();
    assertThat(failure(results).getSuppressed()).isEmpty();
  }

  @DynamoEmulator(journal = 0)
  static class Silent {

    @Test
    void fails(DynamoDbClient client) {
      client.describeTable(table -> table.tableName("Absent"));
    }
  }

  private static List<String> entries(EngineExecutionResults results) {
    return results
        .allEvents()
        .reportingEntryPublished()
        .map(event -> event.getRequiredPayload(ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().get("Last requests to the emulator"))
        .toList();
  }

  private static Throwable failure(EngineExecutionResults results) {
    Event failed = results.testEvents().failed().stream().findFirst().orElseThrow();
    return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }
}
