package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.DynamoDbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the dialect refuses by its text alone (partiql.md §3, §8). The prefix and the first two
 * tails are the service's; the other tails, and the positions as line, column and length, are
 * inferred.
 */
class StatementSyntaxMessagesTest {

  private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOO",
        "",
        "-- nothing",
        "CREATE TABLE t",
        "FROM t SET a = 1",
        "(SELECT * FROM t)",
        "UPDATE my-table SET a = 1 WHERE pk = 'a'",
        "DELETE FROM my-table WHERE pk = 'a'",
        "INSERT INTO my-table VALUE {'pk': 'a'}",
        "UPDATE t WHERE pk = 'a'",
        "UPDATE t DELETE a WHERE pk = 'a'",
      })
  void refusesWithoutDataManipulation(String statement) {
    assertThat(fault(statement)).isEqualTo(MALFORMED + "Expected data manipulation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t (a, b) VALUES (1, 2)",
        "INSERT INTO t VALUES {'pk': 'a'}",
        "SELECT * FROM t WHERE select = 1",
        "SELECT * FROM t WHERE a = missing",
        "SELECT * FROM t WHERE a = (SELECT * FROM u)",
        "SELECT * FROM t WHERE CASE WHEN a = 1 THEN true END",
        "SELECT * FROM table",
        "SELECT FROM t",
        "UPDATE t SET value = 1 WHERE pk = 'a'",
        "INSERT INTO t VALUE {'a': missing}",
      })
  void refusesKeywordsInOtherPlaces(String statement) {
    assertThat(fault(statement)).isEqualTo(MALFORMED + "Unexpected keyword");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * WHERE a = 1 | Expected FROM after SELECT list",
        "SELECT *, a FROM t | Expected FROM after SELECT list",
        "SELECT a b FROM t | Expected FROM after SELECT list",
        "SELECT * FROM t WHERE | Unexpected term",
        "SELECT * FROM t WHERE a | Unexpected term",
        "SELECT * FROM t WHERE a = | Unexpected term",
        "SELECT * FROM t WHERE a = 1 AND | Unexpected term",
        "SELECT * FROM t WHERE a = 1 b | Unexpected token after expression",
        "SELECT * FROM t WHERE a = 1 = 2 | Unexpected token after expression",
        "SELECT * FROM t;; | Unexpected token after expression",
        "SELECT * FROM t WHERE (a = 1 | Expected )",
        "SELECT * FROM t WHERE a BETWEEN 1 OR 2 | Expected AND",
        "SELECT * FROM t WHERE a IN 1 | Expected [",
        "SELECT * FROM t WHERE a IN [] | Unexpected term",
        "SELECT * FROM t WHERE a IN [1) | Expected ]",
        "SELECT * FROM t WHERE 1 IS NULL | Unexpected keyword",
        "SELECT * FROM t WHERE a = 'x | Unterminated string",
        "SELECT * FROM t WHERE \"a = 1 | Unterminated identifier",
        "SELECT * FROM t /* x | Unterminated comment",
        "SELECT * FROM t WHERE a = 1abc | Unexpected token after expression",
        "SELECT * FROM t WHERE a = :v | Unexpected term",
        "SELECT * FROM t WHERE #a = 1 | Unexpected term",
        "SELECT * FROM t WHERE a = [1 | Expected ]",
        "SELECT * FROM t WHERE a = <<1> | Expected >>",
        "SELECT * FROM t WHERE a = {\"k\": 1} | Unexpected term",
        "SELECT * FROM t WHERE a = {'k' 1} | Expected :",
        "SELECT * FROM t WHERE a = [b] | Unexpected term",
        "SELECT * FROM t ORDER pk | Expected BY",
        "INSERT t VALUE {} | Expected INTO",
        "INSERT INTO 't' VALUE {} | Expected identifier for simple path",
        "INSERT INTO t VALUE a | Unexpected term",
        "UPDATE 't' SET a = 1 | Expected identifier for simple path",
        "UPDATE t SET a 1 | Expected =",
        "UPDATE t SET 'a' = 1 | Unexpected term",
        "UPDATE t SET a = 1, WHERE pk = 'a' | Unexpected keyword",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING OLD * | Expected ALL",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING ALL * | Unexpected term",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING ALL OLD a | Expected *",
        "UPDATE t SET a = 1 RETURNING ALL OLD * WHERE pk = 'a' "
            + "| Unexpected token after expression",
        "DELETE t WHERE pk = 'a' | Expected FROM",
        "EXISTS(DELETE FROM t) | Expected SELECT",
      })
  void refusesWhatIsNotWellFormed(String statement, String detail) {
    assertThat(fault(statement)).isEqualTo(MALFORMED + detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT COUNT(*) FROM t | Unexpected path component at 1:8:5",
        "SELECT a, 1 FROM t | Unexpected path component at 1:11:1",
        "SELECT a + 1 FROM t | Unexpected path component at 1:10:1",
        "SELECT a.* FROM t | Unexpected path component at 1:10:1",
        "SELECT a[-1] FROM t | Unexpected path component at 1:10:1",
        "SELECT a['b'] FROM t | Unexpected path component at 1:10:3",
        "SELECT a[2147483648] FROM t | Unexpected path component at 1:10:10",
        "SELECT a AS b FROM t | Unsupported clause: AS at 1:10:2",
        "SELECT DISTINCT a FROM t | Unsupported clause: DISTINCT at 1:8:8",
        "SELECT VALUE a FROM t | Unsupported clause: VALUE at 1:8:5",
        "SELECT * FROM t LIMIT 5 | Unsupported clause: LIMIT at 1:17:5",
        "SELECT * FROM t WHERE a = 1 limit 5 | Unsupported clause: LIMIT at 1:29:5",
        "SELECT * FROM t WHERE a = 1 OFFSET 5 | Unsupported clause: OFFSET at 1:29:6",
        "SELECT * FROM t GROUP BY a | Unsupported clause: GROUP at 1:17:5",
        "SELECT * FROM t WHERE a = 1 ORDER BY a LIMIT 5 | Unsupported clause: LIMIT at 1:40:5",
        "SELECT * FROM my-table | Unexpected from source at 1:17:1",
        "SELECT * FROM 't' | Unexpected from source at 1:15:3",
        "SELECT * FROM t AS x | Unexpected from source at 1:17:2",
        "SELECT * FROM t x | Unexpected from source at 1:17:1",
        "SELECT * FROM t, u | Unexpected from source at 1:16:1",
        "SELECT * FROM t JOIN u ON a = b | Unexpected from source at 1:17:4",
        "SELECT * FROM t.i.x | Unexpected from source at 1:18:1",
        "SELECT * FROM (SELECT * FROM t) | Unexpected from source at 1:15:1",
        "SELECT * FROM t WHERE a LIKE 'x%' | Unsupported operator: LIKE at 1:25:4",
        "SELECT * FROM t WHERE a NOT LIKE 'x%' | Unsupported operator: LIKE at 1:29:4",
        "SELECT * FROM t WHERE a + 1 = 2 | Unsupported operator: + at 1:25:1",
        "SELECT * FROM t WHERE a = b || 'x' | Unsupported operator: || at 1:29:2",
        "SELECT * FROM t WHERE lower(a) = 'x' | Unsupported function: lower at 1:23:5",
        "SELECT * FROM t WHERE attribute_exists(a) "
            + "| Unsupported function: attribute_exists at 1:23:16",
        "SELECT * FROM t WHERE EXISTS(SELECT * FROM u) "
            + "| Unsupported function: EXISTS at 1:23:6",
        "SELECT * FROM t WHERE a IS SEXP | Unsupported type: SEXP at 1:28:4",
        "UPDATE t SET a = a * 2 WHERE pk = 'a' | Unsupported operator: * at 1:20:1",
        "UPDATE t SET a = a + b - c WHERE pk = 'a' | Unsupported operator: - at 1:24:1",
        "UPDATE t SET a = if_not_exists(a, 1) WHERE pk = 'a' "
            + "| Unsupported function: if_not_exists at 1:18:13",
        "INSERT INTO t VALUE {'pk': 'a'} RETURNING ALL OLD * "
            + "| Unsupported clause: RETURNING at 1:33:9",
        "INSERT INTO t VALUE {'pk': 'a'} ON CONFLICT DO NOTHING "
            + "| Unsupported clause: ON at 1:33:2",
      })
  void refusesMoreOfPartiqlThanTheDialectHas(String statement, String text) {
    assertThat(fault(statement)).isEqualTo(text);
  }

  @Test
  void countsLinesInPositions() {
    assertThat(fault("SELECT *\nFROM t\n  LIMIT 5"))
        .isEqualTo("Unsupported clause: LIMIT at 3:3:5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DELETE FROM t WHERE pk = 'a' RETURNING MODIFIED OLD * "
            + "| Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is"
            + " allowed in DELETE statements.",
        "DELETE FROM t WHERE pk = 'a' returning all new * "
            + "| Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed"
            + " in DELETE statements.",
        "DELETE FROM t WHERE pk = 'a' RETURNING MODIFIED NEW * "
            + "| Invalid returning clause: RETURNING MODIFIED NEW *. Only RETURNING ALL OLD * is"
            + " allowed in DELETE statements.",
        "UPDATE t.i SET a = 1 | Data manipulation on an index is not supported.",
        "INSERT INTO t VALUE {'a': <<>>} "
            + "| One or more parameter values were invalid: A set may not be empty",
        "INSERT INTO t VALUE {'a': <<1, 'b'>>} "
            + "| One or more parameter values were invalid: The members of a set must all be"
            + " strings, all numbers or all binary",
        "INSERT INTO t VALUE {'a': <<true>>} "
            + "| One or more parameter values were invalid: The members of a set must all be"
            + " strings, all numbers or all binary",
        "INSERT INTO t VALUE {'a': <<1, 1.0>>} "
            + "| One or more parameter values were invalid: Input collection contains duplicates",
        "INSERT INTO t VALUE {'a': 1e126} | Number overflow. Attempting to store a number with"
            + " magnitude larger than supported range",
        "UPDATE t SET a = set_add(b, <<1>>) | One or more parameter values were invalid: The first"
            + " argument of set_add must be the attribute that is set",
        "UPDATE t SET a = list_append(a) | Incorrect number of operands for operator or function;"
            + " operator or function: list_append, number of operands: 1",
        "SELECT * FROM t WHERE begins_with(a) | Incorrect number of operands for operator or"
            + " function; operator or function: begins_with, number of operands: 1",
        "SELECT * FROM t WHERE size() = 1 | Incorrect number of operands for operator or function;"
            + " operator or function: size, number of operands: 0",
      })
  void refusesWhatHasNoMeaning(String statement, String text) {
    assertThat(fault(statement)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"100, false", "101, true"})
  void limitsOperandsOfIn(int operands, boolean isTooMany) {
    String statement = "SELECT * FROM t WHERE a IN [0" + ", 1".repeat(operands - 1) + "]";

    assertThat(fault(statement))
        .isEqualTo(
            isTooMany
                ? "The IN operator is provided with too many operands; number of operands: 101"
                : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "a = [", "size("})
  void boundsNesting(String opening) {
    assertThat(fault("SELECT * FROM t WHERE " + opening.repeat(8000 / opening.length())))
        .isIn(MALFORMED + "Expression is nested too deeply", MALFORMED + "Unexpected term");
  }

  private static String fault(String statement) {
    DynamoDbException fault =
        catchThrowableOfType(DynamoDbException.class, () -> StatementParser.parse(statement));
    return fault == null ? null : fault.getMessage();
  }
}
