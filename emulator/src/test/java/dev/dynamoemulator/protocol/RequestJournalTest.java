package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class RequestJournalTest {

  private final Emulator emulator = Emulator.start();
  private final RequestJournal journal = emulator.requestJournal();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void keepsNothingUnlessAsked() {
    emulator.dynamoDbClient().listTables();

    assertThat(journal.entries()).isEmpty();
  }

  @Test
  void keepsTheLastCallsWithTheirErrors() {
    journal.keep(2);
    emulator.dynamoDbClient().listTables();
    emulator.dynamoDbClient().listTables(list -> list.limit(7));
    assertThatThrownBy(() -> emulator.dynamoDbClient().describeTable(t -> t.tableName("Absent")))
        .isInstanceOf(ResourceNotFoundException.class);

    assertThat(journal.entries())
        .extracting(RequestJournal.Entry::toString)
        .containsExactly(
            "ListTables {\"Limit\":7} -> 200",
            "DescribeTable {\"TableName\":\"Absent\"} -> 400"
                + " {\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\","
                + "\"message\":\"Requested resource not found: Table: Absent not found\"}");
  }

  @Test
  void cutsLongRequests() {
    journal.keep(1);
    String name = "x".repeat(5_000);
    assertThatThrownBy(() -> emulator.dynamoDbClient().describeTable(t -> t.tableName(name)))
        .hasMessageContaining("tableName");

    assertThat(journal.entries().get(0).request()).hasSizeLessThan(2_100).endsWith("(5016 B)");
  }

  @Test
  void forgetsWhenItIsSwitchedOff() {
    journal.keep(5);
    emulator.dynamoDbClient().listTables();
    journal.keep(0);

    assertThat(journal.entries()).isEmpty();
  }
}
