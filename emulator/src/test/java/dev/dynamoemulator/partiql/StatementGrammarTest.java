package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialect takes (partiql.md §2, §3). */
class StatementGrammarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM Music",
        "select * from \"my-table\"",
        "SELECT * FROM Music;",
        "SELECT * FROM Music -- all of it\n WHERE /* but */ a = 1",
        "SELECT * FROM \"Music\".\"Album-index\"",
        "SELECT * FROM Music.AlbumIndex",
        "SELECT * FROM \"arn:aws:dynamodb:us-east-1:000000000000:table/Music\"",
        "SELECT ALL a, b.c['x'], d[0], \"e f\".g[1][2].h FROM t",
        "SELECT year, name, offset, status FROM t",
        "SELECT \"count\", a.\"date\" FROM t",
        "SELECT * FROM t WHERE a = 1 ORDER BY pk",
        "SELECT * FROM t WHERE a = 1 ORDER BY pk DESC, sk ASC, x",
      })
  void acceptsSelections(String statement) {
    assertAccepted(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1",
        "a<>1 AND b!=2 AND c<3 AND d<=4 AND e>5 AND f>=6",
        "1 = a",
        "a = b",
        "a.b[0] = 'x'",
        "\"select\" = 1",
        "(a) = (1)",
        "((a = 1))",
        "NOT a = 1 AND NOT NOT b = 2",
        "(a = 1 OR b = 2) AND c = 3",
        "a BETWEEN 1 AND 2 AND b = 3",
        "a NOT BETWEEN 1 AND 2",
        "a IN [1]",
        "a IN [1, 'b', ?, c]",
        "a IN (1, 2)",
        "a IN <<1, 'b', ?, c>>",
        "a NOT IN [1, 2]",
        "a IS MISSING",
        "a IS NOT MISSING",
        "a.b IS NULL OR a[0] IS NOT NULL",
        "a IS STRING OR a IS numeric OR a IS NOT LIST OR a IS Tuple OR a IS BLOB OR a IS BOOL",
        "begins_with(a, 'x')",
        "attribute_exists(a.b) AND NOT Attribute_Not_Exists(b)",
        "BEGINS_WITH(a, 'x') AND Contains(b, 1) AND attribute_type(c, 'SS')",
        "size(a) > 3",
        "3 < SIZE(a.b)",
        "size(a) BETWEEN 1 AND 2",
        "a = ? AND b = ?",
        "a = ''''",
        "a = 'it''s'",
        "a = -1 AND b = +2.50 AND c = 1e3 AND d = 1.5E-3 AND e = - 4 AND f = 5. AND g = .5 AND h=.5e1",
        "a = true OR a = FALSE OR a = null",
        "a = [] OR a = [1, 'a', {'k': [true]}] OR a = {}",
        "a = <<1, 2.0>> OR a = <<'a','b'>> OR a = <<-1>>",
        "a = {'k': 1, 'l': {'m': <<'x'>>}}",
      })
  void acceptsConditions(String condition) {
    assertAccepted("SELECT * FROM t WHERE " + condition);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO Music VALUE {'pk': 'a'}",
        "insert into \"my-table\" value {'pk': ?, 'l': [1, 2]}",
        "INSERT INTO Music VALUE {}",
        "UPDATE t SET a = 1 WHERE pk = 'a'",
        "UPDATE t SET a = 1, b.c = ?, d[3] = e WHERE pk = 'a'",
        "UPDATE t SET a = 1 SET b = 2 REMOVE c, d[0] REMOVE e WHERE pk = 'a'",
        "UPDATE t SET a = a + 1, b = b - ?, c = c -1, d = 1 - -1 WHERE pk = 'a'",
        "UPDATE t SET a = (a + 1) - (2 - b) + c WHERE pk = 'a'",
        "UPDATE t SET a = if_not_exists(a, 0) + 1 WHERE pk = 'a'",
        "UPDATE t SET a = list_append(IF_NOT_EXISTS(a, []), [1]) WHERE pk = 'a'",
        "UPDATE t SET a = LIST_APPEND(a, [1]), b = list_append(?, b) WHERE pk = 'a'",
        "UPDATE t SET a = SET_ADD(a, <<'x'>>), b = set_delete(b, ?) WHERE pk = 'a'",
        "UPDATE t SET a = 1",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING ALL OLD *",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING all new *",
        "UPDATE t SET a = 1 WHERE pk = 'a' RETURNING MODIFIED OLD *",
        "UPDATE t SET \"old\" = 1, \"new\" = 2 WHERE pk = 'a' RETURNING MODIFIED NEW *",
        "DELETE FROM t WHERE pk = 'a' AND sk = 1",
        "DELETE FROM t WHERE pk = 'a' RETURNING ALL OLD *",
        "EXISTS(SELECT * FROM t WHERE pk = 'a' AND b IS MISSING)",
      })
  void acceptsWrites(String statement) {
    assertAccepted(statement);
  }

  @Test
  void acceptsDeepStatementsAndBoundsThem() {
    assertAccepted("SELECT * FROM t WHERE " + "(".repeat(90) + "a = 1" + ")".repeat(90));
    assertAccepted("SELECT * FROM t WHERE " + "a = 1 AND ".repeat(500) + "b = 2");
  }

  private static void assertAccepted(String statement) {
    assertThatCode(() -> StatementParser.parse(statement)).doesNotThrowAnyException();
  }
}
