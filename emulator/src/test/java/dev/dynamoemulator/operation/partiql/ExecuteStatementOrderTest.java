package dev.dynamoemulator.operation.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two faults in one statement: which is reported. Inferred from the classic operations' order. */
class ExecuteStatementOrderTest {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("syntax", "Statement wasn't well formed, can't be processed: Unexpected term"),
          Map.entry("value", "The parameter cannot be converted to a numeric value: x"),
          Map.entry("count", "Number of parameters in request and statement don't match."),
          Map.entry(
              "operand",
              "Incorrect operand type for operator or function; operator or function: <, operand"
                  + " type: BOOL"),
          Map.entry("token", "Invalid NextToken"),
          Map.entry("table", "ResourceNotFoundException: Requested resource not found"),
          Map.entry("index", "The table does not have the specified index: idx"),
          Map.entry(
              "consistency",
              "Strongly consistent read is not supported on Global Secondary Indexes"),
          Map.entry("order", "Must have WHERE clause in the statement when using ORDER BY clause."),
          Map.entry(
              "path",
              "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                  + " allowed: Key: pk"),
          Map.entry(
              "projection",
              "One or more parameter values were invalid: Global secondary index gsi does not"
                  + " project [n]"),
          Map.entry(
              "where", "Where clause does not contain a mandatory equality on all key attributes"),
          Map.entry(
              "key",
              "Key attribute's data type should match its data type in table's schema: Key pk"),
          Map.entry(
              "target",
              "One or more parameter values were invalid: Cannot update attribute pk. This"
                  + " attribute is part of the key"),
          Map.entry(
              "condition", "ConditionalCheckFailedException: The conditional request failed"));

  private static StatementsFixture statements;

  @BeforeAll
  static void createTable() {
    statements = StatementsFixture.withTable("GSI gsi gpk:S KEYS_ONLY");
  }

  @AfterAll
  static void close() {
    statements.items.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "syntax | ``              | SELECT * FROM tab WHERE a =                   | {'N':'x'}",
        "value  | ``              | SELECT * FROM tab WHERE a = 1                 | {'N':'x'}",
        "count  | ``              | SELECT * FROM tab WHERE a < true              | {'N':'1'}",
        "operand| 'NextToken':'!',| SELECT * FROM tab WHERE a < ?                 | {'BOOL':true}",
        "token  | 'NextToken':'!',| SELECT * FROM absent WHERE a = ?              | {'N':'1'}",
        "operand| ``              | SELECT * FROM absent WHERE a < ?              | {'BOOL':true}",
        "table  | ``              | SELECT * FROM absent.idx WHERE a = ?          | {'N':'1'}",
        "index  | 'ConsistentRead':true,| SELECT * FROM tab.idx WHERE a = ?       | {'N':'1'}",
        "consistency | 'ConsistentRead':true,| SELECT n FROM tab.gsi WHERE gpk = ? | {'S':'1'}",
        "projection | ``          | SELECT n FROM tab.gsi WHERE gpk = ?           | {'N':'1'}",
        "path   | ``              | SELECT pk.a FROM tab WHERE pk = ?             | {'N':'1'}",
        "where  | ``              | UPDATE tab SET pk = 'b' WHERE pk = ?          | {'N':'1'}",
        "key    | ``              | UPDATE tab SET pk = 'b' WHERE pk = ? AND sk = 1 | {'N':'1'}",
        "target | ``              | UPDATE tab SET pk = 'b' WHERE pk = ? AND sk = 1 | {'S':'x'}",
        "condition | ``           | UPDATE tab SET n = m WHERE pk = ? AND sk = 1  | {'S':'x'}",
      })
  void reportsTheFirstOfTwoFaults(
      String fault, String members, String statement, String parameter) {
    assertThat(statements.faultWith(members, statement, parameter)).isEqualTo(TEXTS.get(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "consistency | 'ConsistentRead':true,| SELECT n FROM tab.gsi ORDER BY gpk",
        "order | `` | SELECT pk.a FROM tab ORDER BY n",
      })
  void reportsTheFirstOfTwoFaultsWithoutParameters(String fault, String members, String statement) {
    assertThat(statements.faultWith(members, statement)).isEqualTo(TEXTS.get(fault));
  }
}
