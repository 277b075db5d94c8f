package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two faults in one request; the first by tables.md §6.1 is reported. */
class UpdateTableOrderTest {

  private static final String HUGE_READ =
      "'ProvisionedThroughput':{'ReadCapacityUnits':1000000000001,'WriteCapacityUnits':1}";
  private static final String DELETE_TWICE =
      "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'one'}},"
          + "{'Delete':{'IndexName':'one'}}]";
  private static final String TWO_DELETES =
      "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'one'}},"
          + "{'Delete':{'IndexName':'two'}}%s]";
  private static final String NO_STREAM = "'StreamSpecification':{'StreamEnabled':false}";

  private final TableFixture tables = TableFixture.delayed();

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource
  void reportsTheFirstFaultOfTheRequest(int first, String second, String members, String phrase) {
    assertThat(tables.updateError("absent", members)).contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFaultOfTheRequest() {
    return Stream.of(
        Arguments.of(
            2,
            "4",
            "'BillingMode':'PROVISIONED','GlobalSecondaryIndexUpdates':[{}]",
            "ProvisionedThroughput must be specified"),
        Arguments.of(3, "4", HUGE_READ + ",'GlobalSecondaryIndexUpdates':[{}]", "is out of bounds"),
        Arguments.of(4, "5", DELETE_TWICE.replace("[", "[{},"), "must not be null"),
        Arguments.of(
            5, "4 of a later update", DELETE_TWICE.replace("]", ",{}]"), "Only one global"),
        Arguments.of(5, "absent table", DELETE_TWICE, "Only one global secondary index update"));
  }

  @ParameterizedTest(name = "{0} before {1}")
  @MethodSource
  void reportsTheFirstFaultOfTheTable(int first, int second, String members, String phrase) {
    tables.create("new");

    assertThat(tables.updateError("new", members)).contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFaultOfTheTable() {
    String update = ",{'Update':{'IndexName':'three'," + HUGE_READ + "}}";
    String addUnits =
        TableFixture.addIndex("index")
            .replace("'Projection'", TableFixture.units(1, 1) + ",'Projection'");
    return Stream.of(
        Arguments.of(6, 7, TableFixture.units(1, 1) + "," + TWO_DELETES.formatted(""), "Neither"),
        Arguments.of(7, 8, TWO_DELETES.formatted(update), "Only 1 online index"),
        Arguments.of(
            8,
            12,
            "'GlobalSecondaryIndexUpdates':[" + update.substring(1) + "]," + NO_STREAM,
            "Action Blocked"),
        Arguments.of(9, 12, addUnits + "," + NO_STREAM, "should not be specified for index"),
        Arguments.of(12, 13, NO_STREAM, "no stream to disable"),
        Arguments.of(13, 17, TableFixture.deleteIndex("index"), "Table is being created"));
  }
}
