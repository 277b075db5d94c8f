package dev.dynamoemulator.operation.partiql;

import static dev.dynamoemulator.operation.partiql.StatementsFixture.json;
import static dev.dynamoemulator.operation.partiql.StatementsFixture.list;
import static dev.dynamoemulator.operation.partiql.StatementsFixture.request;
import static dev.dynamoemulator.operation.partiql.StatementsFixture.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements that are carried out together or not at all (partiql.md §7.2). */
class ExecuteTransactionTest {

  private static final String CANCELLED =
      "Transaction cancelled, please refer cancellation reasons for specific reasons ";

  private final StatementsFixture statements = StatementsFixture.withTable("GSI gsi gpk:S ALL");

  @BeforeEach
  void putItem() {
    statements.items.put("tab", "'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'}");
  }

  @AfterEach
  void close() {
    statements.items.close();
  }

  private JsonNode execute(String... transaction) {
    return statements.items.call("ExecuteTransaction", transaction(transaction));
  }

  private String fault(String... transaction) {
    return statements.items.fault("ExecuteTransaction", transaction(transaction));
  }

  private JsonNode cancelled(String... transaction) {
    return statements.items.error("ExecuteTransaction", transaction(transaction));
  }

  private JsonNode item(String pk) {
    return statements.items.get("tab", "'pk':{'S':'" + pk + "'},'sk':{'N':'1'}");
  }

  @Test
  void writesAll() {
    assertThat(
            execute(
                "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}",
                "UPDATE tab SET n = n + 1 WHERE pk = 'a' AND sk = 1",
                "DELETE FROM tab WHERE pk = 'c' AND sk = 1"))
        .isEqualTo(json("{'Responses':[{},{},{}]}"));
    assertThat(item("a").at("/n/N").asText()).isEqualTo("6");
    assertThat(item("b")).isNotNull();
  }

  @Test
  void writesNothingWhenOneStatementFails() {
    JsonNode error =
        cancelled(
            "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1}",
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}",
            "UPDATE tab SET n = 1 WHERE pk = 'c' AND sk = 1");

    assertThat(error.get("Message").asText())
        .isEqualTo(CANCELLED + "[DuplicateItem, None, ConditionalCheckFailed]");
    assertThat(error.get("CancellationReasons"))
        .isEqualTo(
            json(
                "[{'Code':'DuplicateItem','Message':'Duplicate primary key exists in table'},"
                    + "{'Code':'None'},{'Code':'ConditionalCheckFailed','Message':'The conditional"
                    + " request failed'}]"));
    assertThat(item("b")).isNull();
  }

  @Test
  void cancelsForFaultsOfKeysAndOfEvaluation() {
    assertThat(
            cancelled(
                    "INSERT INTO tab VALUE {'pk': 'b'}",
                    "UPDATE tab SET n = absent + 1 WHERE pk = 'a' AND sk = 1",
                    "DELETE FROM tab WHERE pk = 1 AND sk = 1")
                .get("CancellationReasons"))
        .isEqualTo(
            json(
                "[{'Code':'ValidationError','Message':'Key attribute should be present in the item:"
                    + " Key sk'},"
                    + "{'Code':'ValidationError','Message':'The provided expression refers to an"
                    + " attribute that does not exist in the item'},"
                    + "{'Code':'ValidationError','Message':'Key attribute\\u0027s data type should"
                    + " match its data type in table\\u0027s schema: Key pk'}]"));
  }

  @Test
  void holdsConditionsAgainstOtherItems() {
    execute(
        "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 5)",
        "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}");
    assertThat(item("b")).isNotNull();

    assertThat(
            cancelled(
                    "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n IS MISSING)",
                    "INSERT INTO tab VALUE {'pk': 'c', 'sk': 1}")
                .get("Message")
                .asText())
        .isEqualTo(CANCELLED + "[ConditionalCheckFailed, None]");
    assertThat(item("c")).isNull();
  }

  @Test
  void reportsItemsThatFailedConditions() {
    String statement =
        request(
            "'ReturnValuesOnConditionCheckFailure':'ALL_OLD',",
            "UPDATE tab SET n = 1 WHERE pk = 'a' AND sk = 1 AND n = 9");

    assertThat(
            statements
                .items
                .error("ExecuteTransaction", "{'TransactStatements':[" + statement + "]}")
                .at("/CancellationReasons/0/Item/n"))
        .isEqualTo(json("{'N':'5'}"));
  }

  @Test
  void readsItemsOfOneMoment() {
    assertThat(
            execute(
                    "SELECT * FROM tab WHERE pk = 'a' AND sk = 1",
                    "SELECT n FROM tab WHERE pk = 'b' AND sk = 1",
                    "SELECT absent FROM tab WHERE pk = 'a' AND sk = 2")
                .get("Responses"))
        .isEqualTo(json("[{'Item':{'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'}}},{},{}]"));
    assertThat(execute("SELECT absent FROM tab WHERE pk = 'a' AND sk = 1").get("Responses"))
        .isEqualTo(json("[{'Item':{}}]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UPDATE tab SET n = 1 WHERE pk = 'b' AND sk = 1 RETURNING ALL OLD * | Validation failed in"
            + " TransactStatements[1]: RETURNING clause is not supported in ExecuteTransaction.",
        "DELETE FROM tab WHERE pk = 'b' AND sk = 1 RETURNING ALL OLD * | Validation failed in"
            + " TransactStatements[1]: RETURNING clause is not supported in ExecuteTransaction.",
        "FOO | Validation failed in TransactStatements[1]: Statement wasn't well formed, can't be"
            + " processed: Expected data manipulation",
        "UPDATE tab SET n = 1 WHERE pk = 'b' | Validation failed in TransactStatements[1]: Where"
            + " clause does not contain a mandatory equality on all key attributes",
        "EXISTS(SELECT * FROM tab WHERE pk = 'b' AND sk = 1) | Validation failed in"
            + " TransactStatements[1]: EXISTS() must contain a single item read with additional"
            + " condition",
        "EXISTS(SELECT * FROM tab WHERE pk = 'b' AND n = 1) | Validation failed in"
            + " TransactStatements[1]: EXISTS() must contain a single item read with additional"
            + " condition",
        "EXISTS(SELECT * FROM tab.gsi WHERE pk = 'b' AND n = 1) | Validation failed in"
            + " TransactStatements[1]: Operations on indices are not supported in transactions",
        "DELETE FROM absent WHERE pk = 'b' "
            + "| ResourceNotFoundException: Requested resource not found",
        "DELETE FROM tab WHERE pk = '' AND sk = 1 | One or more parameter values are not valid. The"
            + " AttributeValue for a key attribute cannot contain an empty string value. Key: pk",
        "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1} | Transaction request cannot include multiple"
            + " operations on one item",
        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1 | ExecuteTransaction API does not support both"
            + " read and write operations in the same request.",
      })
  void refusesWritesAltogether(String statement, String text) {
    assertThat(fault("UPDATE tab SET n = 9 WHERE pk = 'a' AND sk = 1", statement)).isEqualTo(text);
    assertThat(item("a").at("/n/N").asText()).isEqualTo("5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM tab WHERE pk = 'a' | Validation failed in TransactStatements[0]: Select"
            + " statements within ExecuteTransaction must specify the primary key in the where"
            + " clause.",
        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 5 | Validation failed in"
            + " TransactStatements[0]: Select statements within ExecuteTransaction must specify the"
            + " primary key in the where clause.",
        "SELECT * FROM tab.gsi WHERE gpk = 'a' | Validation failed in TransactStatements[0]: Reads"
            + " on indices are not supported within transactions.",
        "SELECT * FROM absent | ResourceNotFoundException: Requested resource not found",
      })
  void refusesReads(String statement, String text) {
    assertThat(fault(statement)).isEqualTo(text);
  }

  @Test
  void refusesToReadAnItemTwice() {
    String statement = "SELECT * FROM tab WHERE pk = 'a' AND sk = 1";

    assertThat(fault(statement, statement))
        .isEqualTo("Transaction request cannot include multiple operations on one item");
  }

  @Test
  void carriesOutATokenOnce() {
    String first =
        list(
            "TransactStatements",
            "'ClientRequestToken':'one','ReturnConsumedCapacity':'TOTAL',",
            "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1}");

    assertThat(statements.items.call("ExecuteTransaction", first).get("ConsumedCapacity"))
        .isEqualTo(json("[{'TableName':'tab','CapacityUnits':2.0,'WriteCapacityUnits':2.0}]"));
    assertThat(statements.items.call("ExecuteTransaction", first))
        .isEqualTo(
            json(
                "{'Responses':[{}],'ConsumedCapacity':[{'TableName':'tab','CapacityUnits':2.0,"
                    + "'ReadCapacityUnits':2.0}]}"));
    assertThat(
            statements
                .items
                .error(
                    "ExecuteTransaction",
                    list(
                        "TransactStatements",
                        "'ClientRequestToken':'one',",
                        "INSERT INTO tab VALUE {'pk': 'c', 'sk': 1}"))
                .get("__type")
                .asText())
        .endsWith("#IdempotentParameterMismatchException");
  }

  @Test
  void consumesTwiceForReads() {
    assertThat(
            statements
                .items
                .call(
                    "ExecuteTransaction",
                    list(
                        "TransactStatements",
                        "'ReturnConsumedCapacity':'TOTAL',",
                        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1"))
                .get("ConsumedCapacity"))
        .isEqualTo(json("[{'TableName':'tab','CapacityUnits':2.0,'ReadCapacityUnits':2.0}]"));
  }

  @Test
  void takesOneToAHundredStatements() {
    String[] many =
        Collections.nCopies(101, "SELECT * FROM tab WHERE pk = 'a' AND sk = 1")
            .toArray(String[]::new);

    assertThat(fault())
        .isEqualTo(
            "1 validation error detected: Value '[]' at 'transactStatements' failed to satisfy"
                + " constraint: Member must have length greater than or equal to 1");
    assertThat(fault(many)).endsWith("Member must have length less than or equal to 100");
  }
}
