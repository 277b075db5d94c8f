package dev.dynamoemulator.operation.partiql;

import static dev.dynamoemulator.operation.partiql.StatementsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which items a SELECT finds, by which way, and how it shows them (partiql.md §4, §6, §9). */
class SelectTest {

  private static StatementsFixture statements;

  @BeforeAll
  static void fillTable() {
    statements =
        StatementsFixture.withTable("GSI gsi gpk:S KEYS_ONLY", "LSI lsi pk:S lsk:S KEYS_ONLY");
    put("a", 1, "'n':{'N':'10'},'s':{'S':'xyz'},'gpk':{'S':'g'},'lsk':{'S':'l2'}");
    put("a", 2, "'n':{'N':'20'},'null':{'NULL':true},'gpk':{'S':'g'},'lsk':{'S':'l1'}");
    put("a", 3, "'m':{'M':{'b':{'L':[{'S':'first'},{'S':'second'}]},'c':{'N':'1'}}}");
    put("b", 1, "'ss':{'SS':['x','y']},'l':{'L':[{'N':'1'},{'S':'x'}]},'t':{'BOOL':true}");
    put("b", 2, "'n':{'S':'text'},'gpk':{'S':'h'}");
    put("c", 1, "'n':{'N':'10'}");
  }

  private static void put(String pk, int sk, String attributes) {
    statements.items.put("tab", "'pk':{'S':'%s'},'sk':{'N':'%d'},%s".formatted(pk, sk, attributes));
  }

  @AfterAll
  static void close() {
    statements.items.close();
  }

  /** The keys of the items found, as in {@code a1 b2}. */
  private static List<String> keys(String statement, String... parameters) {
    return keys(statements.items(statement, parameters));
  }

  private static List<String> keys(JsonNode items) {
    List<String> keys = new ArrayList<>();
    items.forEach(item -> keys.add(item.at("/pk/S").asText() + item.at("/sk/N").asText()));
    return keys;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pk = 'a' AND sk = 1 | a1",
        "sk = 1 AND 'a' = pk | a1",
        "pk = 'a' AND sk = 1 AND n = 10 | a1",
        "pk = 'a' AND sk = 1 AND n = 11 | ``",
        "pk = 'a' AND sk = 9 | ``",
        "pk = 'a' | a1 a2 a3",
        "pk = 'nobody' | ``",
        "pk = 'a' AND sk > 1 | a2 a3",
        "pk = 'a' AND 2 > sk | a1",
        "pk = 'a' AND sk <= 2 | a1 a2",
        "pk = 'a' AND sk BETWEEN 2 AND 3 | a2 a3",
        "pk = 'a' AND sk > 1 AND sk < 3 | a2",
        "pk = 'a' AND (sk = 1 OR sk = 3) | a1 a3",
        "pk = 'a' AND sk IN [3, 1] | a1 a3",
        "pk = 'a' AND n > 10 | a2",
        "(pk = 'a' AND (sk = 1)) | a1",
        "pk IN ['b', 'a'] | b1 b2 a1 a2 a3",
        "pk IN ['a', 'nobody', 'a', 'c'] | a1 a2 a3 c1",
        "pk IN ['a', 'b', 'c'] AND sk = 1 | a1 b1 c1",
        "pk = 'c' OR pk = 'a' | c1 a1 a2 a3",
        "(pk = 'b' OR pk IN ['c']) AND sk = 1 | b1 c1",
        "pk = 'a' AND pk = 'b' | ``",
      })
  void readsByKeysInTheirOrder(String where, String expected) {
    assertThat(String.join(" ", keys("SELECT * FROM tab WHERE " + where))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "n = 10 | a1 c1",
        "n = 1e1 | a1 c1",
        "n <> 10 | a2 a3 b1 b2",
        "NOT n = 10 | a2 a3 b1 b2",
        "n > 10 | a2",
        "n < 'z' | b2",
        "sk > 2 OR s = 'xyz' | a1 a3",
        "pk = 'c' OR n = 20 | a2 c1",
        "pk > 'b' | c1",
        "pk <> 'a' | b1 b2 c1",
        "n IN [10, 'text'] | a1 b2 c1",
        "n NOT IN [10, 'text'] | a2 a3 b1",
        "n BETWEEN 10 AND 15 | a1 c1",
        "n NOT BETWEEN 10 AND 15 | a2 a3 b1 b2",
        "n IS MISSING | a3 b1",
        "n IS NOT MISSING | a1 a2 b2 c1",
        "\"null\" IS NULL | a2",
        "n IS NULL | ``",
        "n IS NUMERIC AND NOT pk = 'c' | a1 a2",
        "attribute_type(ss, 'SS') OR m IS STRUCT OR t IS BOOLEAN | a3 b1",
        "attribute_exists(ss) AND attribute_not_exists(ns) | b1",
        "m.c = 1 | a3",
        "m.b[1] = 'second' | a3",
        "m.b[2] IS MISSING AND m.b[1] IS NOT MISSING | a3",
        "begins_with(s, 'xy') | a1",
        "contains(ss, 'x') OR contains(l, 1) OR contains(s, 'yz') | a1 b1",
        "attribute_type(n, 'S') | b2",
        "size(m.b) = 2 OR size(s) > 3 | a3",
        "t = true | b1",
        "ss = <<'y', 'x'>> | b1",
        "l = [1, 'x'] | b1",
        "m = {'c': 1, 'b': ['first', 'second']} | a3",
        "sk = m.c OR n = sk | ``",
      })
  void scansForAnythingElse(String where, String expected) {
    List<String> found = new ArrayList<>(keys("SELECT * FROM tab WHERE " + where));
    found.sort(null);

    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pk = 'a' ORDER BY sk | a1 a2 a3",
        "pk = 'a' ORDER BY sk DESC | a3 a2 a1",
        "pk = 'a' AND sk < 3 ORDER BY pk, sk DESC | a2 a1",
        "pk IN ['b', 'c', 'a'] ORDER BY pk | a1 a2 a3 b1 b2 c1",
        "pk IN ['b', 'c', 'a'] ORDER BY pk DESC | c1 b1 b2 a1 a2 a3",
        "pk IN ['b', 'c', 'a'] ORDER BY pk DESC, sk DESC | c1 b2 b1 a3 a2 a1",
      })
  void ordersByKeys(String where, String expected) {
    assertThat(String.join(" ", keys("SELECT * FROM tab WHERE " + where))).isEqualTo(expected);
  }

  @Test
  void takesParametersInOrder() {
    assertThat(
            keys(
                "SELECT * FROM tab WHERE pk = ? AND sk BETWEEN ? AND ?",
                "{'S':'a'}",
                "{'N':'2'}",
                "{'N':'3'}"))
        .containsExactly("a2", "a3");
    assertThat(keys("SELECT * FROM tab WHERE pk IN <<?, ?>>", "{'S':'c'}", "{'S':'b'}"))
        .containsExactly("c1", "b1", "b2");
    assertThat(
            keys(
                "SELECT * FROM tab WHERE l = ? AND ss = ?",
                "{'L':[{'N':'1'},{'S':'x'}]}",
                "{'SS':['x','y']}"))
        .containsExactly("b1");
    assertThat(
            keys(
                "SELECT * FROM tab WHERE m = ?",
                "{'M':{'c':{'N':'1'},'b':{'L':[{'S':'first'},{'S':'second'}]}}}"))
        .containsExactly("a3");
  }

  @ParameterizedTest
  @CsvSource({"50, false", "51, true"})
  void readsAtMostFiftyPartitionsByName(int values, boolean isTooMany) {
    String statement = "SELECT * FROM tab WHERE pk IN ['a'" + ", 'b'".repeat(values - 1) + "]";

    if (isTooMany) {
      assertThat(statements.fault(statement))
          .isEqualTo("Too many decomposed read operations for a given query.");
    } else {
      assertThat(keys(statement)).containsExactly("a1", "a2", "a3", "b1", "b2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pk, n | {'pk':{'S':'a'}}",
        "m.c | {'c':{'N':'1'}}",
        "m.b[1] | {'b[1]':{'S':'second'}}",
        "m.b, m.c | {'b':{'L':[{'S':'first'},{'S':'second'}]},'c':{'N':'1'}}",
        "absent, m.none, m.b[7] | {}",
      })
  void showsValuesFlatByTheLastStepOfTheirPaths(String selection, String expected) {
    assertThat(statements.items("SELECT " + selection + " FROM tab WHERE pk = 'a' AND sk = 3"))
        .isEqualTo(json("[" + expected + "]"));
  }

  @Test
  void readsIndexesByTheirOwnKeys() {
    assertThat(statements.items("SELECT * FROM \"tab\".\"gsi\" WHERE gpk = 'h'"))
        .isEqualTo(json("[{'pk':{'S':'b'},'sk':{'N':'2'},'gpk':{'S':'h'}}]"));
    assertThat(keys("SELECT pk, sk FROM tab.gsi WHERE pk = 'a'"))
        .containsExactlyInAnyOrder("a1", "a2");
    assertThat(keys("SELECT * FROM tab.lsi WHERE pk = 'a'")).containsExactly("a2", "a1");
    assertThat(keys("SELECT * FROM tab.lsi WHERE pk = 'a' ORDER BY lsk DESC"))
        .containsExactly("a1", "a2");
    assertThat(keys("SELECT * FROM tab.lsi WHERE pk = 'a' AND begins_with(lsk, 'l1')"))
        .containsExactly("a2");
  }

  @Test
  void fetchesWhatALocalIndexDoesNotHold() {
    assertThat(statements.items("SELECT n FROM tab.lsi WHERE pk = 'a' AND lsk = 'l1'"))
        .isEqualTo(json("[{'n':{'N':'20'}}]"));
    assertThat(keys("SELECT pk, sk FROM tab.lsi WHERE pk = 'a' AND n = 10")).containsExactly("a1");
    assertThat(statements.items("SELECT * FROM tab.lsi WHERE pk = 'a' AND n = 10"))
        .isEqualTo(statements.items("SELECT pk, sk, lsk FROM tab.lsi WHERE pk = 'a' AND n = 10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM tab WHERE pk = 'a' AND sk = 1 | {'CapacityUnits':0.5}",
        "SELECT * FROM tab WHERE pk = 'a' AND sk = 9 | {'CapacityUnits':0.5}",
        "SELECT * FROM tab WHERE pk = 'a' AND n = 1 | {'CapacityUnits':0.5}",
        "SELECT * FROM tab WHERE pk IN ['a', 'b', 'c'] | {'CapacityUnits':1.5}",
        "SELECT * FROM tab | {'CapacityUnits':0.5}",
      })
  void consumesWhatItsWayOfReadingDoes(String statement, String table) {
    JsonNode capacity =
        statements
            .execute("'ReturnConsumedCapacity':'INDEXES',", statement)
            .get("ConsumedCapacity");

    assertThat(capacity.get("TableName").asText()).isEqualTo("tab");
    assertThat(capacity.get("Table")).isEqualTo(json(table));
    assertThat(capacity.get("CapacityUnits")).isEqualTo(json(table).get("CapacityUnits"));
  }

  @Test
  void consumesOfIndexesAndOfTheTableBehindThem() {
    assertThat(
            statements
                .execute(
                    "'ReturnConsumedCapacity':'INDEXES','ConsistentRead':true,",
                    "SELECT n FROM tab.lsi WHERE pk = 'a'")
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "{'TableName':'tab','CapacityUnits':3.0,'Table':{'CapacityUnits':2.0},"
                    + "'LocalSecondaryIndexes':{'lsi':{'CapacityUnits':1.0}}}"));
    assertThat(
            statements
                .execute(
                    "'ReturnConsumedCapacity':'INDEXES',", "SELECT * FROM tab.gsi WHERE gpk = 'g'")
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "{'TableName':'tab','CapacityUnits':0.5,'Table':{'CapacityUnits':0.0},"
                    + "'GlobalSecondaryIndexes':{'gsi':{'CapacityUnits':0.5}}}"));
  }

  @Test
  void answersItemsAloneUnlessMoreIsWanted() {
    assertThat(statements.execute("", "SELECT * FROM tab WHERE pk = 'nobody'"))
        .isEqualTo(json("{'Items':[]}"));
  }
}
