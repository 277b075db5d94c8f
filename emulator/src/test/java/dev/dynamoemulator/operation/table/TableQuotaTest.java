package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Quotas of an account and region by tables.md §3.4. */
class TableQuotaTest {

  private static final String LIMIT = "LimitExceededException Subscriber limit exceeded: ";
  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";
  private static final String INDEXED =
      ON_DEMAND
          + """
          ,'GlobalSecondaryIndexes':[{'IndexName':'index','Projection':{'ProjectionType':'ALL'},
            'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}]
          """;

  @Test
  void limitsTheNumberOfTables() {
    TableFixture tables = TableFixture.with(TransientDelays.NONE, limits(2, 500, 250));
    tables.create("one");
    tables.create("two");
    tables.create(new Namespace("1", "eu-west-1"), "elsewhere", ON_DEMAND);

    assertThat(createError(tables, "six", ON_DEMAND))
        .isEqualTo(LIMIT + "There is a limit of 2 tables per subscriber");
    assertThat(createError(tables, "two", ON_DEMAND))
        .isEqualTo("ResourceInUseException Table already exists: two");
  }

  @Test
  void limitsSimultaneousChanges() {
    TableFixture tables = TableFixture.with(delays(), limits(100, 2, 2));
    String message = LIMIT + "Only 2 tables can be created, updated, or deleted simultaneously";
    tables.create("one");
    tables.advance(10);
    tables.create("two");
    tables.create("three");

    assertThat(createError(tables, "four", ON_DEMAND)).isEqualTo(message);
    assertThat(tables.updateError("one", "'TableClass':'STANDARD_INFREQUENT_ACCESS'"))
        .isEqualTo(message);
    assertThat(tables.error("DeleteTable", "{'TableName':'one'}")).isEqualTo(message);
    tables.advance(10);
    tables.create("four");
  }

  @Test
  void limitsIndexedTablesThatAreBeingCreated() {
    TableFixture tables = TableFixture.with(delays(), limits(100, 10, 1));
    tables.create(TableFixture.CALLER, "one", INDEXED);
    tables.create("plain");

    assertThat(createError(tables, "two", INDEXED))
        .isEqualTo(
            LIMIT
                + "You have exceeded the maximum number of indexed tables that can be created"
                + " simultaneously");
  }

  private static String createError(TableFixture tables, String name, String members) {
    return tables.error("CreateTable", TableFixture.definition(name, members));
  }

  private static TransientDelays delays() {
    Duration delay = Duration.ofSeconds(10);
    return new TransientDelays(delay, delay, delay);
  }

  private static Limits limits(int tables, int changingTables, int creatingIndexedTables) {
    Limits service = Limits.DYNAMODB;
    return new Limits(
        service.itemSize(),
        service.pageSize(),
        service.batchGetSize(),
        service.batchGetKeys(),
        service.batchWriteRequests(),
        service.transactionSize(),
        tables,
        changingTables,
        creatingIndexedTables);
  }
}
