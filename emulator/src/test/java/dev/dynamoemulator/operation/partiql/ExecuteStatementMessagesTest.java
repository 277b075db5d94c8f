package dev.dynamoemulator.operation.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of partiql.md §4.3, §5 to §8; the classic operations' where a statement shares them. */
class ExecuteStatementMessagesTest {

  private static final String KEY = "WHERE pk = 'a' AND sk = 1";
  private static StatementsFixture statements;

  @BeforeAll
  static void createTables() {
    statements =
        StatementsFixture.withTable(
            "GSI gsi gpk:S KEYS_ONLY", "LSI lsi pk:S lsk:S KEYS_ONLY", "GSI full gpk:S gsk:N ALL");
    statements.items.put("tab", "'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'},'l':{'L':[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM absent | ResourceNotFoundException: Requested resource not found",
        "UPDATE absent SET a = 1 WHERE pk = 'a' "
            + "| ResourceNotFoundException: Requested resource not found",
        "SELECT * FROM tab.idx | The table does not have the specified index: idx",
        "SELECT * FROM tab ORDER BY pk "
            + "| Must have WHERE clause in the statement when using ORDER BY clause.",
        "SELECT * FROM tab WHERE sk = 1 ORDER BY pk "
            + "| Must have at least one non-optional hash key condition in WHERE clause when using"
            + " ORDER BY clause.",
        "SELECT * FROM tab WHERE pk = 'a' ORDER BY n "
            + "| Variable reference n in ORDER BY clause must be part of the primary key",
        "SELECT * FROM tab WHERE pk IN ['a', 'b'] ORDER BY sk "
            + "| Must have hash key in ORDER BY clause when more than one hash key condition"
            + " specified in WHERE clause.",
        "SELECT n FROM tab.gsi WHERE gpk = 'a' "
            + "| One or more parameter values were invalid: Global secondary index gsi does not"
            + " project [n]",
        "SELECT * FROM tab.gsi WHERE gpk = 'a' AND n = 1 "
            + "| One or more parameter values were invalid: Global secondary index gsi does not"
            + " project [n]",
        "SELECT * FROM tab WHERE pk = 1 "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "SELECT * FROM tab WHERE pk = 'a' AND sk > 'b' "
            + "| Key attribute's data type should match its data type in table's schema: Key sk",
        "SELECT * FROM tab.gsi WHERE gpk = 1 "
            + "| Key attribute's data type should match its data type in table's schema: Key gpk",
        "SELECT * FROM tab WHERE pk = 1 AND sk = 1 "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "SELECT * FROM tab WHERE pk = '' AND sk = 1 "
            + "| One or more parameter values are not valid. The AttributeValue for a key attribute"
            + " cannot contain an empty string value. Key: pk",
        "SELECT * FROM tab WHERE pk.a = 1 "
            + "| Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: Key: pk",
        "SELECT pk.a FROM tab "
            + "| Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: Key: pk",
        "UPDATE tab SET n = 1 WHERE pk = 'a' "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "UPDATE tab SET n = 1 "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "UPDATE tab SET n = 1 WHERE pk = 'a' AND sk > 1 "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "UPDATE tab SET n = 1 WHERE pk = 'a' AND sk = 1 AND pk = 'b' "
            + "| Multiple conditions on same key pk. Only single item Update/Insert/Delete are"
            + " supported",
        "UPDATE tab SET n = 1 WHERE pk = 'a' OR sk = 1 "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "DELETE FROM tab WHERE pk IN ['a'] AND sk = 1 "
            + "| Where clause does not contain a mandatory equality on all key attributes",
        "DELETE FROM tab | Where clause does not contain a mandatory equality on all key attributes",
        "UPDATE tab SET pk = 'b' "
            + KEY
            + " | One or more parameter values were invalid: Cannot"
            + " update attribute pk. This attribute is part of the key",
        "UPDATE tab REMOVE sk "
            + KEY
            + " | One or more parameter values were invalid: Cannot"
            + " update attribute sk. This attribute is part of the key",
        "UPDATE tab SET n = 1 WHERE pk = 1 AND sk = 1 "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "UPDATE tab SET n = 1 WHERE pk = 1 AND sk = null "
            + "| Key value must be of type S, N, or B. Key name: sk, Key type: NULL",
        "DELETE FROM tab WHERE pk = [1] AND sk = 1 "
            + "| Key value must be of type S, N, or B. Key name: pk, Key type: L",
        "SELECT * FROM tab WHERE pk = null AND sk = 1 "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "UPDATE tab SET n = 1 WHERE pk.x = 'a' AND sk = 1 "
            + "| Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: Key pk",
        "DELETE FROM tab WHERE pk = 'a' AND sk = 1 AND sk[0] = 1 "
            + "| Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: Key sk",
        "UPDATE tab SET gpk = 1 "
            + KEY
            + " | One or more parameter values were invalid: Type"
            + " mismatch for Index Key gpk Expected: S Actual: N IndexName: full",
        "UPDATE tab SET n = 1 WHERE pk = 'a' AND sk = 2 "
            + "| ConditionalCheckFailedException: The conditional request failed",
        "UPDATE tab SET n = 1 "
            + KEY
            + " AND n = 6 "
            + "| ConditionalCheckFailedException: The conditional request failed",
        "DELETE FROM tab "
            + KEY
            + " AND n = 6 "
            + "| ConditionalCheckFailedException: The conditional request failed",
        "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1} "
            + "| DuplicateItemException: Duplicate primary key exists in table",
        "INSERT INTO tab VALUE {'sk': 1} "
            + "| Key attribute should be present in the item: Key pk",
        "INSERT INTO tab VALUE {'pk': 1} "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "INSERT INTO tab VALUE {'pk': null, 'sk': 1} "
            + "| Key attribute's data type should match its data type in table's schema: Key pk",
        "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1, 'gpk': 1} | One or more parameter values were"
            + " invalid: Type mismatch for Index Key gpk Expected: S Actual: N IndexName: full",
        "UPDATE tab SET n = missing_one + 1 "
            + KEY
            + " | The provided expression refers to an"
            + " attribute that does not exist in the item",
        "UPDATE tab SET n = l + 1 "
            + KEY
            + " | An operand in the update expression has an incorrect"
            + " data type",
        "UPDATE tab SET absent[0] = 1 "
            + KEY
            + " | The document path provided in the update"
            + " expression is invalid for update",
        "UPDATE tab SET n = set_add(n, <<1>>) "
            + KEY
            + " | An operand in the update expression has"
            + " an incorrect data type",
        "EXISTS(SELECT * FROM tab WHERE pk = 'a' AND sk = 1 AND n = 1) "
            + "| EXISTS can only be used in ExecuteTransaction write requests.",
      })
  void refusesWithText(String statement, String text) {
    assertThat(statements.fault(statement)).isEqualTo(text);
  }

  /** A text of the library that DynamoDB Local shares with the service. */
  @Test
  void refusesConsistentReadsOfGlobalIndexes() {
    assertThat(statements.faultWith("'ConsistentRead':true,", "SELECT * FROM tab.gsi"))
        .isEqualTo("Strongly consistent read is not supported on Global Secondary Indexes");
  }

  @Test
  void refusesItemsOverTheSizeLimit() {
    assertThat(
            statements.fault(
                "INSERT INTO tab VALUE {'pk': 'b', 'sk': 1, 'x': ?}",
                "{'S':'" + "x".repeat(400 * 1024) + "'}"))
        .isEqualTo("Item size has exceeded the maximum allowed size");
  }

  @Test
  void refusesParametersOfTheirOwnFault() {
    assertThat(statements.fault("SELECT * FROM tab WHERE pk = ?", "{'N':'x'}"))
        .isEqualTo("The parameter cannot be converted to a numeric value: x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Statement':''| 1 validation error detected: Value '' at 'statement' failed to satisfy"
            + " constraint: Member must have length greater than or equal to 1",
        "'Statement':'s','Parameters':[]| 1 validation error detected: Value '[]' at 'parameters'"
            + " failed to satisfy constraint: Member must have length greater than or equal to 1",
        "'Statement':'s','Limit':0| 1 validation error detected: Value '0' at 'limit' failed to"
            + " satisfy constraint: Member must have value greater than or equal to 1",
      })
  void refusesMembersOutOfBounds(String members, String text) {
    assertThat(statements.items.fault("ExecuteStatement", "{" + members + "}")).isEqualTo(text);
  }

  @Test
  void reportsTheItemThatFailedTheCondition() {
    String wanted = "'ReturnValuesOnConditionCheckFailure':'ALL_OLD',";

    assertThat(statements.error(wanted, "DELETE FROM tab " + KEY + " AND n = 6").get("Item"))
        .isEqualTo(
            StatementsFixture.json("{'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'},'l':{'L':[]}}"));
    assertThat(statements.error("", "DELETE FROM tab " + KEY + " AND n = 6").has("Item")).isFalse();
    assertThat(
            statements.error(wanted, "UPDATE tab SET n = 1 WHERE pk = 'b' AND sk = 1").has("Item"))
        .isFalse();
  }

  /** The exception has no such member in the API model. */
  @Test
  void reportsNoItemForADuplicate() {
    String wanted = "'ReturnValuesOnConditionCheckFailure':'ALL_OLD',";

    assertThat(statements.error(wanted, "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1}").has("Item"))
        .isFalse();
  }
}
