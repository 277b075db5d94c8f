package dev.dynamoemulator.operation.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole messages (control-plane.md §6.2, protocol.md §6). */
class ContributorInsightsMessagesTest {

  private static final String ONE = "ValidationException 1 validation error detected: ";

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @MethodSource
  void refuses(String operation, String input, String message) {
    emulator.createTable("things");

    assertThat(emulator.error(operation, input)).isEqualTo(message);
  }

  /** The API model declares no error for a resource in use. */
  @Test
  void missesATableThatIsComingOrGoing() {
    String expected =
        "ResourceNotFoundException Requested resource not found: Table: things not found";
    String enable = "{'TableName':'things','ContributorInsightsAction':'ENABLE'}";
    try (EmulatorFixture delayed = EmulatorFixture.delayed()) {
      delayed.createTable("things");
      assertThat(delayed.error("UpdateContributorInsights", enable)).isEqualTo(expected);
      delayed.advance(2);
      delayed.call("UpdateContributorInsights", enable);
      delayed.call("DeleteTable", "{'TableName':'things'}");
      assertThat(delayed.error("UpdateContributorInsights", enable)).isEqualTo(expected);
    }
  }

  static Stream<Arguments> refuses() {
    String absentTable =
        "ResourceNotFoundException Requested resource not found: Table: absent not found";
    String absentIndex =
        "ResourceNotFoundException Requested resource not found: Table: things Index: byG not"
            + " found";
    return Stream.of(
        Arguments.of(
            "UpdateContributorInsights",
            "{'TableName':'absent','ContributorInsightsAction':'ENABLE'}",
            absentTable),
        Arguments.of("DescribeContributorInsights", "{'TableName':'absent'}", absentTable),
        Arguments.of("ListContributorInsights", "{'TableName':'absent'}", absentTable),
        Arguments.of(
            "UpdateContributorInsights",
            "{'TableName':'things','IndexName':'byG','ContributorInsightsAction':'DISABLE'}",
            absentIndex),
        Arguments.of(
            "DescribeContributorInsights", "{'TableName':'things','IndexName':'byG'}", absentIndex),
        Arguments.of(
            "UpdateContributorInsights",
            "{'TableName':'things'}",
            ONE
                + "Value null at 'contributorInsightsAction' failed to satisfy constraint: Member"
                + " must not be null"),
        Arguments.of(
            "UpdateContributorInsights",
            "{'TableName':'absent','ContributorInsightsAction':'ON'}",
            ONE
                + "Value 'ON' at 'contributorInsightsAction' failed to satisfy constraint: Member"
                + " must satisfy enum value set: [ENABLE, DISABLE]"),
        Arguments.of(
            "ListContributorInsights",
            "{'MaxResults':101}",
            ONE
                + "Value '101' at 'maxResults' failed to satisfy constraint: Member must have value"
                + " less than or equal to 100"),
        Arguments.of(
            "ListContributorInsights",
            "{'TableName':'absent','NextToken':'x'}",
            "ValidationException One or more parameter values were invalid: Invalid NextToken"));
  }
}
