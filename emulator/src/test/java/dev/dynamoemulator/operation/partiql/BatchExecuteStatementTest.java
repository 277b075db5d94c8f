package dev.dynamoemulator.operation.partiql;

import static dev.dynamoemulator.operation.partiql.StatementsFixture.json;
import static dev.dynamoemulator.operation.partiql.StatementsFixture.list;
import static dev.dynamoemulator.operation.partiql.StatementsFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements in a batch, each by itself (partiql.md §7.1). */
class BatchExecuteStatementTest {

  private final StatementsFixture statements = StatementsFixture.withTable("GSI gsi gpk:S ALL");

  @BeforeEach
  void putItem() {
    statements.items.put("tab", "'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'}");
  }

  @AfterEach
  void close() {
    statements.items.close();
  }

  @Test
  void readsItemsInRequestOrder() {
    assertThat(
            statements.batch(
                "SELECT * FROM tab WHERE pk = 'b' AND sk = 1",
                "SELECT n FROM tab WHERE pk = 'a' AND sk = 1",
                "SELECT n FROM tab WHERE pk = 'a' AND sk = 1"))
        .isEqualTo(
            json(
                "[{'TableName':'tab'},{'TableName':'tab','Item':{'n':{'N':'5'}}},"
                    + "{'TableName':'tab','Item':{'n':{'N':'5'}}}]"));
  }

  @Test
  void writesItemsAndReturnsWhatIsAskedFor() {
    assertThat(
            statements.batch(
                "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}",
                "UPDATE tab SET n = 6 WHERE pk = 'a' AND sk = 1 RETURNING MODIFIED NEW *",
                "DELETE FROM tab WHERE pk = 'c' AND sk = 1 RETURNING ALL OLD *"))
        .isEqualTo(
            json(
                "[{'TableName':'tab'},{'TableName':'tab','Item':{'n':{'N':'6'}}},"
                    + "{'TableName':'tab'}]"));
    assertThat(statements.items.get("tab", "'pk':{'S':'b'},'sk':{'N':'1'}")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1} | DuplicateItem "
            + "| Duplicate primary key exists in table",
        "UPDATE tab SET n = 1 WHERE pk = 'x' AND sk = 1 | ConditionalCheckFailed "
            + "| The conditional request failed",
        "DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND n = 9 | ConditionalCheckFailed "
            + "| The conditional request failed",
        "UPDATE absent SET n = 1 WHERE pk = 'x' | ResourceNotFound | Requested resource not found",
        "UPDATE tab SET n = 1 WHERE pk = 'x' | ValidationError "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "UPDATE tab SET n = n + 'x' WHERE pk = 'x' | ValidationError | Incorrect operand type for"
            + " operator or function; operator or function: +, operand type: S",
        "INSERT INTO tab VALUE {'pk': 1, 'sk': 1} | ValidationError | Key attribute's data type"
            + " should match its data type in table's schema: Key pk",
        "FOO | ValidationError | Statement wasn't well formed, can't be processed: Expected data"
            + " manipulation",
        "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 1) | ValidationError "
            + "| EXISTS can only be used in ExecuteTransaction write requests.",
        "UPDATE tab SET n = 1 WHERE pk = ? AND sk = 1 | ValidationError "
            + "| Number of parameters in request and statement don't match.",
      })
  void keepsFaultsToTheirStatements(String statement, String code, String message) {
    var answers = statements.batch(statement, "INSERT INTO tab VALUE {'pk': 'new', 'sk': 1}");

    assertThat(answers.at("/0/Error/Code").asText()).isEqualTo(code);
    assertThat(answers.at("/0/Error/Message").asText()).isEqualTo(message);
    assertThat(answers.get(1)).isEqualTo(json("{'TableName':'tab'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM tab | ValidationError | Select statements within BatchExecuteStatement must"
            + " specify the primary key in the where clause.",
        "SELECT * FROM tab WHERE pk = 'a' | ValidationError | Select statements within"
            + " BatchExecuteStatement must specify the primary key in the where clause.",
        "SELECT * FROM tab WHERE pk IN ['a'] AND sk = 1 | ValidationError | Select statements"
            + " within BatchExecuteStatement must specify the primary key in the where clause.",
        "SELECT * FROM tab.gsi WHERE gpk = 'a' | ValidationError | Select statements within"
            + " BatchExecuteStatement must specify the primary key in the where clause.",
        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 5 | ValidationError | Select"
            + " statements within BatchExecuteStatement must specify the primary key in the where"
            + " clause.",
        "SELECT * FROM tab WHERE pk = 1 AND sk = 1 | ValidationError | Key attribute's data type"
            + " should match its data type in table's schema: Key pk",
        "SELECT * FROM absent WHERE pk = 1 | ResourceNotFound | Requested resource not found",
      })
  void readsByPrimaryKeyOnly(String statement, String code, String message) {
    var answers = statements.batch("SELECT * FROM tab WHERE pk = 'b' AND sk = 1", statement);

    assertThat(answers.at("/1/Error/Code").asText()).isEqualTo(code);
    assertThat(answers.at("/1/Error/Message").asText()).isEqualTo(message);
    assertThat(answers.get(0)).isEqualTo(json("{'TableName':'tab'}"));
  }

  @Test
  void reportsTheItemThatFailedACondition() {
    String statement =
        request(
            "'ReturnValuesOnConditionCheckFailure':'ALL_OLD',",
            "DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND n = 9");

    assertThat(
            statements
                .items
                .call("BatchExecuteStatement", "{'Statements':[" + statement + "]}")
                .at("/Responses/0/Error/Item/n"))
        .isEqualTo(json("{'N':'5'}"));
  }

  @Test
  void addsCapacityUpByTable() {
    statements.items.create("other", "pk:S");

    assertThat(
            statements
                .items
                .call(
                    "BatchExecuteStatement",
                    list(
                        "Statements",
                        "'ReturnConsumedCapacity':'TOTAL',",
                        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1",
                        "SELECT * FROM other WHERE pk = 'a'",
                        "SELECT * FROM tab WHERE pk = 'a' AND sk = 2"))
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "[{'TableName':'tab','CapacityUnits':1.0},"
                    + "{'TableName':'other','CapacityUnits':0.5}]"));
  }

  @Test
  void refusesReadsAmongWrites() {
    assertThat(
            fault(
                "SELECT * FROM tab WHERE pk = 'a' AND sk = 1",
                "INSERT INTO tab VALUE {'pk': 'x', 'sk': 1}"))
        .isEqualTo("Read and write requests together in the same batch is not supported.");
  }

  @Test
  void refusesTwoWritesOfOneItem() {
    assertThat(
            fault(
                "INSERT INTO tab VALUE {'pk': 'x', 'sk': 1.0, 'n': 1}",
                "DELETE FROM tab WHERE pk = 'x' AND sk = 1"))
        .isEqualTo("Provided list of item keys contains duplicates");
    assertThat(statements.items.get("tab", "'pk':{'S':'x'},'sk':{'N':'1'}")).isNull();
  }

  @Test
  void takesOneToTwentyFiveStatements() {
    String[] many =
        Collections.nCopies(26, "SELECT * FROM tab WHERE pk = 'a' AND sk = 1")
            .toArray(String[]::new);

    assertThat(fault())
        .isEqualTo(
            "1 validation error detected: Value '[]' at 'statements' failed to satisfy constraint:"
                + " Member must have length greater than or equal to 1");
    assertThat(fault(many)).endsWith("Member must have length less than or equal to 25");
  }

  private String fault(String... batch) {
    return statements.items.fault("BatchExecuteStatement", list("Statements", "", batch));
  }
}
