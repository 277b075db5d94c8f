package dev.dynamoemulator.operation.partiql;

import static dev.dynamoemulator.operation.partiql.StatementsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What INSERT, UPDATE and DELETE do and return (partiql.md §5). */
class WritingStatementsTest {

  private static final String WHERE = " WHERE pk = 'a' AND sk = 1";
  private static final String KEY = "'pk':{'S':'a'},'sk':{'N':'1'}";

  private final StatementsFixture statements = StatementsFixture.withTable("GSI gsi gpk:S ALL");

  @AfterEach
  void close() {
    statements.items.close();
  }

  private void put(String attributes) {
    statements.items.put("tab", KEY + attributes);
  }

  private JsonNode item() {
    return statements.items.get("tab", KEY);
  }

  @Test
  void insertsLiteralsOfEveryType() {
    JsonNode answer =
        statements.execute(
            "",
            "INSERT INTO \"tab\" VALUE {'pk': 'a', 'sk': 1, 's': 'it''s', 'n': -2.50, 't': true,"
                + " 'f': FALSE, 'z': null, 'l': [1, 'x', []], 'm': {'a b': {'c': 1e2}},"
                + " 'ss': <<'x', 'y'>>, 'ns': <<1, 2>>, 'b': ?, 'bs': ?}",
            "{'B':'AQ=='}",
            "{'BS':['Ag==','Aw==']}");

    assertThat(answer).isEqualTo(json("{'Items':[]}"));
    assertThat(item())
        .isEqualTo(
            json(
                "{'pk':{'S':'a'},'sk':{'N':'1'},'s':{'S':'it\\u0027s'},'n':{'N':'-2.5'},"
                    + "'t':{'BOOL':true},'f':{'BOOL':false},'z':{'NULL':true},"
                    + "'l':{'L':[{'N':'1'},{'S':'x'},{'L':[]}]},"
                    + "'m':{'M':{'a b':{'M':{'c':{'N':'100'}}}}},'ss':{'SS':['x','y']},"
                    + "'ns':{'NS':['1','2']},'b':{'B':'AQ=='},'bs':{'BS':['Ag==','Aw==']}}"));
  }

  @Test
  void insertsNothingOverAnItemAndAgainAfterItsDeletion() {
    statements.items("INSERT INTO tab VALUE {'pk': 'a', 'sk': 1, 'n': 1}");

    assertThat(statements.fault("INSERT INTO tab VALUE {'pk': 'a', 'sk': 1.0}"))
        .isEqualTo("DuplicateItemException: Duplicate primary key exists in table");
    assertThat(item()).isEqualTo(json("{" + KEY + ",'n':{'N':'1'}}"));

    statements.items("DELETE FROM tab" + WHERE);
    statements.items("INSERT INTO tab VALUE {'pk': 'a', 'sk': 1}");
    assertThat(item()).isEqualTo(json("{" + KEY + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET n = 7 | 'n':{'N':'7'},'l':{'L':[{'N':'1'},{'N':'2'}]},'ss':{'SS':['x','y']}",
        "SET n = n + 1 SET m = n REMOVE l, ss | 'n':{'N':'6'},'m':{'N':'5'}",
        "SET n = 10 - n REMOVE l REMOVE ss | 'n':{'N':'5'}",
        "SET l = list_append(l, [3]) REMOVE n, ss | 'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}",
        "SET l = LIST_APPEND([0], l) REMOVE n, ss | 'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'}]}",
        "SET l[9] = 'end' REMOVE n, ss | 'l':{'L':[{'N':'1'},{'N':'2'},{'S':'end'}]}",
        "SET l[0] = l[1] REMOVE n, ss | 'l':{'L':[{'N':'2'},{'N':'2'}]}",
        "REMOVE l[0], n, ss | 'l':{'L':[{'N':'2'}]}",
        "SET ss = set_add(ss, <<'z', 'x'>>) REMOVE n, l | 'ss':{'SS':['x','y','z']}",
        "SET ss = set_delete(ss, <<'x'>>) REMOVE n, l | 'ss':{'SS':['y']}",
        "SET ss = SET_DELETE(ss, <<'x', 'y'>>) REMOVE n, l | ``",
        "SET ns = set_add(ns, <<1>>) REMOVE n, l, ss | 'ns':{'NS':['1']}",
        "REMOVE absent, n, l, ss | ``",
      })
  void updates(String clauses, String expected) {
    put(",'n':{'N':'5'},'l':{'L':[{'N':'1'},{'N':'2'}]},'ss':{'SS':['x','y']}");

    assertThat(statements.execute("", "UPDATE tab " + clauses + WHERE))
        .isEqualTo(json("{'Items':[]}"));

    assertThat(item())
        .isEqualTo(json("{" + KEY + (expected.isEmpty() ? "" : ",") + expected + "}"));
  }

  @Test
  void updatesNestedPathsWithParameters() {
    put(",'m':{'M':{'a':{'N':'1'}}}");

    statements.items(
        "UPDATE tab SET m.a = m.a + ?, m.\"b c\" = ? WHERE pk = ? AND sk = ? AND m.a = ?",
        "{'N':'4'}",
        "{'L':[{'S':'x'}]}",
        "{'S':'a'}",
        "{'N':'1'}",
        "{'N':'1'}");

    assertThat(item())
        .isEqualTo(json("{" + KEY + ",'m':{'M':{'a':{'N':'5'},'b c':{'L':[{'S':'x'}]}}}}"));
  }

  @Test
  void updatesNoMissingItem() {
    assertThat(statements.fault("UPDATE tab SET n = 1" + WHERE))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(statements.fault("UPDATE tab SET n = 1" + WHERE + " AND n IS MISSING"))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(item()).isNull();
  }

  @Test
  void deletesWhereTheConditionHoldsOrNothingIs() {
    statements.items("DELETE FROM tab" + WHERE);
    statements.items("DELETE FROM tab" + WHERE + " AND n = 1");
    put(",'n':{'N':'1'}");

    assertThat(statements.fault("DELETE FROM tab" + WHERE + " AND n = 2"))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(item()).isNotNull();

    statements.items("DELETE FROM tab" + WHERE + " AND n = 1");
    assertThat(item()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET n = 6 | ALL OLD | 'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'5'},"
            + "'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}",
        "SET n = 6 REMOVE l | ALL NEW | 'pk':{'S':'a'},'sk':{'N':'1'},'n':{'N':'6'}",
        "SET n = 6 | MODIFIED OLD | 'n':{'N':'5'}",
        "SET n = 6, x = 1 | MODIFIED OLD | 'n':{'N':'5'}",
        "SET n = 6, x = 1 | MODIFIED NEW | 'n':{'N':'6'},'x':{'N':'1'}",
        "SET l[0] = 9 | MODIFIED NEW | 'l':{'L':[{'N':'9'}]}",
        "SET l[2] = 9, l[0] = 8 | MODIFIED NEW | 'l':{'L':[{'N':'8'},{'N':'9'}]}",
        "REMOVE l[1] | MODIFIED OLD | 'l':{'L':[{'N':'2'}]}",
        "REMOVE l[1] | MODIFIED NEW | 'l':{'L':[{'N':'3'}]}",
        "SET l[9] = 4, n = 6 | MODIFIED NEW | 'n':{'N':'6'}",
      })
  void returnsWhatIsAskedForOfAnUpdate(String clauses, String returning, String expected) {
    put(",'n':{'N':'5'},'l':{'L':[{'N':'1'},{'N':'2'},{'N':'3'}]}");

    assertThat(statements.items("UPDATE tab " + clauses + WHERE + " RETURNING " + returning + " *"))
        .isEqualTo(json("[{" + expected + "}]"));
  }

  @ParameterizedTest
  @CsvSource({"SET x = 1, MODIFIED OLD", "REMOVE n, MODIFIED NEW", "SET l[7] = 1, MODIFIED OLD"})
  void returnsNothingWhereNothingIs(String clause, String returning) {
    put(",'n':{'N':'5'},'l':{'L':[]}");

    assertThat(statements.items("UPDATE tab " + clause + WHERE + " RETURNING " + returning + " *"))
        .isEmpty();
  }

  @Test
  void returnsNestedLeavesAsNestedDocuments() {
    put(",'m':{'M':{'a':{'N':'1'},'b':{'N':'2'}}}");

    assertThat(statements.items("UPDATE tab SET m.a = 3" + WHERE + " RETURNING MODIFIED NEW *"))
        .isEqualTo(json("[{'m':{'M':{'a':{'N':'3'}}}}]"));
  }

  @Test
  void returnsTheDeletedItem() {
    put(",'n':{'N':'5'}");

    assertThat(statements.items("DELETE FROM tab" + WHERE + " RETURNING ALL OLD *"))
        .isEqualTo(json("[{" + KEY + ",'n':{'N':'5'}}]"));
    assertThat(statements.items("DELETE FROM tab" + WHERE + " RETURNING ALL OLD *")).isEmpty();
  }

  @Test
  void consumesAsTheClassicWrites() {
    String wanted = "'ReturnConsumedCapacity':'INDEXES',";

    assertThat(
            statements
                .execute(wanted, "INSERT INTO tab VALUE {'pk': 'a', 'sk': 1, 'gpk': 'g'}")
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "{'TableName':'tab','CapacityUnits':2.0,'Table':{'CapacityUnits':1.0},"
                    + "'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':1.0}}}"));
    assertThat(
            statements
                .execute(wanted, "UPDATE tab SET n = ?" + WHERE, "{'S':'" + "x".repeat(1024) + "'}")
                .at("/ConsumedCapacity/Table/CapacityUnits")
                .asDouble())
        .isEqualTo(2);
  }
}
