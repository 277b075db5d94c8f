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
 * tails are the service's, the other tails PartiQL's own; the texts without the prefix are those of
 * DynamoDB Local 2.6.1.
 */
class StatementSyntaxMessagesTest {

  private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOO",
        "",
        "-- nothing",
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
        "SELECT * FROM table",
        "SELECT FROM t",
        "SELECT and FROM t",
        "SELECT count FROM t",
        "SELECT a.key FROM t",
        "SELECT * FROM user",
        "SELECT * FROM t WHERE date = 1",
        "SELECT * FROM t WHERE a = 1 ORDER BY position",
        "UPDATE t SET level = 1 WHERE pk = 'a'",
        "UPDATE t SET old = 1 WHERE pk = 'a'",
        "UPDATE t SET value = 1 WHERE pk = 'a'",
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
        "SELECT * FROM t WHERE | Unexpected term",
        "SELECT * FROM t WHERE a = | Unexpected term",
        "SELECT * FROM t WHERE a = 1 AND | Unexpected term",
        "SELECT * FROM t WHERE a = 1 b | Unexpected token after expression",
        "SELECT * FROM t WHERE a = 1 = 2 | Unexpected token after expression",
        "SELECT * FROM t;; | Unexpected token after expression",
        "SELECT * FROM t WHERE (a = 1 | Expected )",
        "SELECT * FROM t WHERE a BETWEEN 1 OR 2 | Expected AND",
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
        "SELECT * FROM t WHERE a = {'k' 1} | Expected :",
        "SELECT * FROM t ORDER pk | Expected BY",
        "SELECT * FROM t LIMIT | Unexpected term",
        "SELECT * FROM t WHERE a IS NUMBER | Unexpected term",
        "SELECT * FROM t WHERE a IS SS | Unexpected term",
        "INSERT INTO t VALUE {'pk': 'a'} ON CONFLICT DO NOTHING "
            + "| Unexpected token after expression",
        "INSERT t VALUE {} | Expected INTO",
        "INSERT INTO 't' VALUE {} | Expected identifier for simple path",
        "UPDATE 't' SET a = 1 | Expected identifier for simple path",
        "UPDATE t SET a 1 | Expected =",
        "UPDATE t SET 'a' = 1 | Unexpected term",
        "UPDATE t SET a = 1, WHERE pk = 'a' | Unexpected keyword",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING OLD * | Expected ALL",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING ALL * | Unexpected term",
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
        "SELECT a.* FROM t | Changing item's hierarchy while reading isn't supported",
        "SELECT a[2147483648] FROM t "
            + "| List index is not within the allowable range; index: [2147483648] at 1:10:10",
        "SELECT a[1e0] FROM t | Unexpected path component at 1:10:3",
        "SELECT a[-1] FROM t | List index is not within the allowable range; index: [-1] at 1:11:1",
        "SELECT a AS b FROM t | Aliasing is not supported",
        "SELECT a b FROM t | Aliasing is not supported",
        "SELECT a, b.c, \"a\" FROM t | Duplicate identifiers in select clause: a",
        "SELECT a.c, b.c FROM t | Duplicate identifiers in select clause: c",
        "SELECT a, a.b FROM t "
            + "| Two document paths overlap with each other; must remove or rewrite one of these"
            + " paths; path one: [a], path two: [a, b]",
        "SELECT a.b.c, a.b FROM t "
            + "| Two document paths overlap with each other; must remove or rewrite one of these"
            + " paths; path one: [a, b, c], path two: [a, b]",
        "SELECT DISTINCT a FROM t | Unsupported token in expression: DISTINCT",
        "SELECT VALUE a FROM t | Select projection doesn't support value or pivot keywords",
        "SELECT * FROM t LIMIT 5 | Unsupported clause: LIMIT at 1:23:1",
        "SELECT * FROM t WHERE a = 1 limit 5 | Unsupported clause: LIMIT at 1:35:1",
        "SELECT * FROM t WHERE a = 1 HAVING b = 2 | Unsupported clause: HAVING at 1:36:1",
        "SELECT * FROM t GROUP BY a | Unsupported clause: GROUP BY",
        "SELECT * FROM t WHERE a = 1 ORDER BY a LIMIT 5 | Unsupported clause: LIMIT at 1:46:1",
        "SELECT * FROM t WHERE a = 1 ORDER BY 1 "
            + "| Argument to ORDER BY must be of type VariableReference. Type: 1",
        "SELECT * FROM t WHERE a = 1 ORDER BY t.a "
            + "| Argument to ORDER BY must be of type VariableReference. Type: PATH",
        "SELECT * FROM t WHERE a = 1 ORDER BY a + 1 "
            + "| Argument to ORDER BY must be of type VariableReference. Type: +",
        "SELECT * FROM t WHERE a = 1 ORDER BY size(a) "
            + "| Argument to ORDER BY must be of type VariableReference. Type: size",
        "SELECT * FROM my-table | Unexpected from source",
        "SELECT * FROM 't' | Unexpected from source",
        "SELECT * FROM ? | Unexpected from source",
        "SELECT * FROM (SELECT * FROM t) | Unexpected from source",
        "SELECT * FROM t[0] | Invalid list expression in source.",
        "SELECT * FROM t.* | Unpivot path component like a.*.b are not supported at 1:17:1",
        "SELECT * FROM t.i.x | A path may contain at most 2 components in the FROM clause",
        "SELECT * FROM t AS x | Aliasing is not supported",
        "SELECT * FROM t x | Aliasing is not supported",
        "SELECT * FROM t AT x | Aliasing is not supported",
        "DELETE FROM t x WHERE x.pk = 'a' | Aliasing is not supported",
        "SELECT * FROM t, u | Only select from a single table or index is supported.",
        "SELECT * FROM t JOIN u ON a = b | Only select from a single table or index is supported.",
        "SELECT * FROM t LEFT JOIN u ON a = b "
            + "| Only select from a single table or index is supported.",
        "SELECT * FROM UNPIVOT t | Only select from a single table or index is supported.",
        "SELECT * FROM t WHERE a "
            + "| WHERE clause must contain an expression that resolves to a boolean",
        "SELECT * FROM t WHERE true "
            + "| WHERE clause must contain an expression that resolves to a boolean",
        "SELECT * FROM t WHERE size(a) "
            + "| WHERE clause must contain an expression that resolves to a boolean",
        "SELECT * FROM t WHERE a AND b | The arguments to AND/OR must be Expressions",
        "SELECT * FROM t WHERE a = 1 OR 1 | The arguments to AND/OR must be Expressions",
        "SELECT * FROM t WHERE NOT a | The argument to NOT must be a Type or Expression",
        "SELECT * FROM t WHERE a LIKE 'x%' "
            + "| Unsupported operator in Condition Expression. Operator: like",
        "SELECT * FROM t WHERE a NOT LIKE 'x%' "
            + "| Unsupported operator in Condition Expression. Operator: like",
        "SELECT * FROM t WHERE a + 1 = 2 "
            + "| Unsupported operator in Condition Expression. Operator: +",
        "SELECT * FROM t WHERE -a = 2 | Unsupported operator in Condition Expression. Operator: -",
        "SELECT * FROM t WHERE a = b || 'x' "
            + "| Unsupported operator in Condition Expression. Operator: ||",
        "SELECT * FROM t WHERE a IN 1 "
            + "| IN operator must have a left hand argument of type Variable Reference and"
            + " right hand argument of type Seq with at least one member",
        "SELECT * FROM t WHERE a IN [] "
            + "| IN operator must have a left hand argument of type Variable Reference and"
            + " right hand argument of type Seq with at least one member",
        "SELECT * FROM t WHERE a IN b "
            + "| IN operator must have a left hand argument of type Variable Reference and"
            + " right hand argument of type Seq with at least one member",
        "SELECT * FROM t WHERE a = missing | MISSING must be compared using IS operator",
        "SELECT * FROM t WHERE size(a) IS MISSING "
            + "| The left hand side argument to IS must be a Variable Reference, Literal, or"
            + " Path",
        "SELECT * FROM t WHERE a IS INT "
            + "| Unsupported data type for IS operator: INTEGER. Supported data types are"
            + " [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST] at 1:25:2",
        "SELECT * FROM t WHERE a IS BAG "
            + "| Unsupported data type for IS operator: BAG. Supported data types are"
            + " [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST] at 1:25:2",
        "SELECT * FROM t WHERE a IS VARCHAR "
            + "| Unsupported data type for IS operator: CHARACTER_VARYING. Supported data"
            + " types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]"
            + " at 1:25:2",
        "SELECT * FROM t WHERE lower(a) = 'x' | Unrecognized function: lower",
        "SELECT * FROM t WHERE set_add(a, <<1>>) = 1 | Unrecognized function: set_add",
        "SELECT * FROM t WHERE if_not_exists(a, 1) = 1 "
            + "| The function is not allowed in a condition expression; function:"
            + " if_not_exists",
        "SELECT * FROM t WHERE count(a) = 1 | Unsupported token in expression: count at 1:23:5",
        "SELECT * FROM t WHERE CASE WHEN a = 1 THEN true END "
            + "| Unsupported token in expression: CASE at 1:23:4",
        "SELECT * FROM t WHERE EXISTS(SELECT * FROM u) "
            + "| Unsupported token in expression: SELECT at 1:30:6",
        "SELECT * FROM t WHERE a = (SELECT * FROM u) "
            + "| Unsupported token in expression: SELECT at 1:28:6",
        "UPDATE t SET a = a * 2 WHERE pk = 'a' "
            + "| Unsupported operator in Update Expression. Operator: *",
        "UPDATE t SET a = 'x' || b WHERE pk = 'a' "
            + "| Unsupported operator in Update Expression. Operator: ||",
        "UPDATE t SET a = -a WHERE pk = 'a' "
            + "| Incorrect number of operands for operator or function; operator or function:"
            + " -, number of operands: 1",
        "UPDATE t SET a = size(b) WHERE pk = 'a' "
            + "| The function is not allowed in an update expression; function: size",
        "UPDATE t SET a = upper(b) WHERE pk = 'a' | Unrecognized function: upper",
        "UPDATE t SET a = if_not_exists(1, 2) WHERE pk = 'a' "
            + "| Operator or function requires a document path; operator or function:"
            + " if_not_exists",
        "UPDATE t SET a = missing WHERE pk = 'a' | MISSING must be compared using IS operator",
        "INSERT INTO t VALUE {'pk': 'a'} RETURNING ALL OLD * "
            + "| RETURNING is not supported in INSERT",
        "INSERT INTO t.i VALUE {'pk': 'a'} "
            + "| FROM clause may only contain a single table name in data manipulation"
            + " statements",
        "SELECT * FROM t WHERE a[*] = 1 "
            + "| Wildcard path component like a[*].b are not supported at 1:25:1",
        "UPDATE t SET a = b.* WHERE pk = 'a' "
            + "| Unpivot path component like a.*.b are not supported at 1:20:1",
        "SELECT * FROM t WHERE a IN ? "
            + "| IN operator must have a left hand argument of type Variable Reference and"
            + " right hand argument of type Seq with at least one member",
        "SELECT * FROM t WHERE a = [?] "
            + "| Unsupported data type: Parameter under key root.0 at 1:28:1",
        "UPDATE t SET a = {'b': ?} WHERE pk = 'a' "
            + "| Unsupported data type: Parameter under key root.b at 1:24:1",
        "UPDATE t SET a = list_append(a, [?]) WHERE pk = 'a' "
            + "| Unsupported data type: Parameter under key root.0 at 1:34:1",
        "UPDATE t SET a = count(*) WHERE pk = 'a' "
            + "| Unsupported token in expression: count at 1:18:5",
        "UPDATE t AS x SET a = 1 | Aliasing is not supported",
        "UPDATE t[0] SET a = 1 | Invalid list expression in source.",
        "UPDATE t.i.x SET a = 1 | A path may contain at most 2 components in the FROM clause",
        "DELETE FROM t[0] WHERE a = 1 | Invalid list expression in source.",
        "INSERT INTO t[0] VALUE {'pk': 'a'} "
            + "| FROM clause may only contain a single table name in data manipulation"
            + " statements",
        "INSERT INTO t VALUE {'pk': 'a'} AT 1 "
            + "| AT is not supported in insert statements. at 1:1:6",
        "UPDATE t.i SET a = 1 | This operation is not supported on an index",
        "DELETE FROM t.i WHERE a = 1 | This operation is not supported on an index",
        "CREATE TABLE t | Unsupported operation: CreateTable",
        "DROP TABLE t | Unsupported operation: DropTable",
        "CREATE INDEX ON t (a) | Unsupported operation: CreateIndex",
        "DROP INDEX i ON t | Unsupported operation: DropIndex",
      })
  void refusesMoreOfPartiqlThanTheDialectHas(String statement, String text) {
    assertThat(fault(statement)).isEqualTo(text);
  }

  @Test
  void wantsAStarBehindReturning() {
    assertThat(fault("UPDATE t SET a = 1 WHERE pk = 'a' RETURNING ALL OLD a"))
        .isEqualTo("Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
  }

  @Test
  void countsLinesInPositions() {
    assertThat(fault("SELECT *\nFROM t\n  LIMIT 5"))
        .isEqualTo("Unsupported clause: LIMIT at 3:9:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a "
            + "| Unsupported format in item expression. Please use struct format {...} to"
            + " express item values for insert statement. at 1:21:1",
        "? "
            + "| Unsupported format in item expression. Please use struct format {...} to"
            + " express item values for insert statement. at 1:21:1",
        "'abc' "
            + "| Unsupported format in item expression. Please use struct format {...} to"
            + " express item values for insert statement. at 1:21:5",
        "{'a': 1, 'a': 2} | Duplicate keys in tuple. Key: a under root at 1:30:3",
        "{'a': {'b': 1, 'b': 2}} | Duplicate keys in tuple. Key: b under root at 1:27:1",
        "{'a': {'b': {'c': 1, 'c': 2}}} | Duplicate keys in tuple. Key: c under root.b at 1:33:1",
        "{'a': [{'b': 1, 'b': 2}]} | Duplicate keys in tuple. Key: b under root.0 at 1:28:1",
        "{a: 1} "
            + "| Tuple keys must be of type String. Actual type: VariableReference under root"
            + " at 1:22:1",
        "{'a': {1: 1}} | Tuple keys must be of type String. Actual type: INT under root at 1:28:1",
        "{'': 1} | Path component cannot be an empty string",
        "{'a': missing} | Unsupported data type: MISSING under key root at 1:27:7",
        "{'a': [1, missing]} | Unsupported data type: LiteralMissing under key root.1 at 1:31:7",
        "{'a': b} | Unsupported data type: b under key root at 1:27:1",
        "{'a': \"b\"} | Unsupported data type: b under key root at 1:27:3",
        "{'a': size(b)} | Unsupported data type: size under key root at 1:27:4",
        "{'a': {'c': b}} | Unsupported data type: VariableReference under key root.c at 1:33:1",
        "{'a': 1 + 2} | Unsupported data type: + under key root at 1:29:1",
        "{'a': -'b'} | Unsupported data type: - under key root at 1:27:1",
        "{'a': <<>>} | Empty bags are not supported at 1:27:2",
        "{'a': <<1, 'b'>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags",
        "{'a': <<true>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags at 1:29:4",
        "{'a': <<[1]>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags at 1:29:1",
        "{'a': <<1, 1.0>>} | Input collection contains duplicates",
        "{'a': <<?>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags at 1:29:1",
        "{'a': <<1 + 1>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags at 1:31:1",
        "{'a': <<1, ?>>} | Unsupported data type: Parameter under key root at 1:32:1",
        "{'a': <<1, b>>} | Unsupported data type: VariableReference under key root at 1:32:1",
        "{'a': <<1, true>>} "
            + "| Unsupported data type in Bag. DynamoDB only supports either numbers or"
            + " strings in bags",
        "{'a': [?]} | Unsupported data type: Parameter under key root.0 at 1:28:1",
        "{'a': {'b': [1, ?]}} | Unsupported data type: Parameter under key root.b.1 at 1:37:1",
        "{'a': [b.c]} | Unsupported data type: Path under key root.0",
        "{'a': b[0]} | Unsupported data type: PATH under key root",
        "{'a': [size(b)]} | Unsupported data type: NAry under key root.0 at 1:28:4",
        "{'a': [count(b)]} | Unsupported data type: CallAgg under key root.0 at 1:28:5",
        "{'a': [-b]} | Unsupported data type: NAry under key root.0 at 1:28:1",
        "{'a': [1, b + 1]} | Unsupported data type: NAry under key root.1 at 1:33:1",
        "{'a': {'b': 1 = 1}} | Unsupported data type: NAry under key root.b at 1:35:1",
        "{'a': b = 1} | Unsupported data type: = under key root at 1:29:1",
        "{'a': -0.0} | Negative zero decimal is not supported under key root at 1:28:3",
        "{'a': [-0e5]} | Negative zero decimal is not supported under key root.0 at 1:29:3",
        "{?: 1} | Tuple keys must be of type String. Actual type: Parameter under root at 1:22:1",
      })
  void refusesToInsertWhatIsNoItem(String item, String text) {
    assertThat(fault("INSERT INTO t VALUE " + item)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT \"\" FROM t",
        "SELECT a.\"\" FROM t",
        "SELECT a[''] FROM t",
        "SELECT * FROM \"\"",
        "SELECT * FROM t.\"\"",
        "SELECT * FROM t WHERE \"\" = 1",
        "SELECT * FROM t WHERE size(\"\") = 1",
        "SELECT * FROM t WHERE a = {'': 1}",
        "INSERT INTO t VALUE {'a': [{'': 1}]}",
        "UPDATE \"\" SET a = 1 WHERE p = 1",
        "UPDATE t SET \"\" = 1 WHERE p = 1",
        "UPDATE t SET a = {'b': {'': 1}} WHERE p = 1",
        "UPDATE t REMOVE \"\" WHERE p = 1",
        "DELETE FROM t WHERE p = 1 AND \"\" = 1",
      })
  void refusesEmptyNames(String statement) {
    assertThat(fault(statement)).isEqualTo("Path component cannot be an empty string");
  }

  /** As DynamoDB Local words it; expressions have the same limit (expressions.md §3). */
  @Test
  void refusesPathsOfMoreThan32Levels() {
    String deep = "a" + "[0]".repeat(31);

    assertThat(fault("SELECT " + deep + " FROM t")).isNull();
    assertThat(fault("SELECT " + deep + ".b FROM t"))
        .isEqualTo("The document path has too many nesting levels; nesting levels: 33");
    assertThat(fault("UPDATE t SET " + deep + "[0] = 1 WHERE p = 1"))
        .isEqualTo("The document path has too many nesting levels; nesting levels: 33");
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
        "INSERT INTO t VALUE {'a': 1e126} | Number overflow. Attempting to store a number with"
            + " magnitude larger than supported range",
        "UPDATE t SET a = set_add(b, <<1>>) "
            + "| The first argument to SET_ADD must equal the assignment value",
        "UPDATE t SET a = set_delete(a, 1) "
            + "| The second argument to SET_DELETE must be a value with type SET at 1:29:1",
        "UPDATE t SET a = set_add(a) | SET_ADD must have exactly two arguments at 1:18:7",
        "UPDATE t SET a = set_delete(a, <<1>>, 1) "
            + "| SET_DELETE must have exactly two arguments at 1:18:10",
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

  /** Inferred from update expressions (expressions.md §1). */
  @ParameterizedTest
  @CsvSource({"300, false", "301, true"})
  void limitsOperatorsOfAnUpdate(int operators, boolean isTooMany) {
    int functions = 10;
    String statement =
        "UPDATE t SET b = 1"
            + " + if_not_exists(c, 1)".repeat(functions)
            + ", a = 1"
            + " + 1".repeat(operators - 2 * functions)
            + " WHERE pk = 'a'";

    assertThat(fault(statement))
        .isEqualTo(
            isTooMany ? "The expression contains too many operators; operator count: 301" : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "a = [", "size("})
  void boundsNesting(String opening) {
    assertThat(fault("SELECT * FROM t WHERE " + opening.repeat(8000 / opening.length())))
        .isIn(
            MALFORMED + "Expression is nested too deeply",
            MALFORMED + "Unexpected term",
            "Unsupported data type: NAry under key root.0 at 1:30:1");
  }

  private static String fault(String statement) {
    DynamoDbException fault =
        catchThrowableOfType(DynamoDbException.class, () -> StatementParser.parse(statement));
    return fault == null ? null : fault.getMessage();
  }
}
