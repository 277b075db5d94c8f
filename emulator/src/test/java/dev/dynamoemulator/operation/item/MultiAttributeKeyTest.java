package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: tables.md §4, global indexes with four HASH and four RANGE attributes. */
class MultiAttributeKeyTest {

  private static final String VALUES =
      "':h1':{'S':'a'},':h2':{'N':'1'},':h3':{'B':'AQ=='},':h4':{'S':'d'}";
  private static final String PARTITION = "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 = :h4";

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.create("tbl", "pk:S", "GSI wide h1:S+h2:N+h3:B+h4:S r1:S+r2:N+r3:B+r4:S ALL");
    int number = 0;
    for (String r1 : List.of("x", "xy")) {
      for (int r2 = 1; r2 <= 2; r2++) {
        for (String r3 : List.of("AA==", "AQ==")) {
          for (String r4 : List.of("p", "pq")) {
            put(number++, r1, r2, r3, r4);
          }
        }
      }
    }
    items.put("tbl", "'pk':{'S':'sparse'},'h1':{'S':'a'},'h2':{'N':'1'},'h3':{'B':'AQ=='}");
  }

  private void put(int number, String r1, int r2, String r3, String r4) {
    items.put(
        "tbl",
        "'pk':{'S':'%02d'},'h1':{'S':'a'},'h2':{'N':'1.0'},'h3':{'B':'AQ=='},'h4':{'S':'d'},'r1':{'S':'%s'},'r2':{'N':'%d'},'r3':{'B':'%s'},'r4':{'S':'%s'}"
            .formatted(number, r1, r2, r3, r4));
  }

  private static String request(String conditions, String values) {
    return "{'TableName':'tbl','IndexName':'wide','KeyConditionExpression':'%s','ExpressionAttributeValues':{%s%s}}"
        .formatted(PARTITION + conditions, VALUES, values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | '' | 0-15",
        "' AND r1 = :r1'                             | ,':r1':{'S':'x'} | 0-7",
        "' AND begins_with(r1, :r1)'                 | ,':r1':{'S':'x'} | 0-15",
        "' AND r1 > :r1'                             | ,':r1':{'S':'x'} | 8-15",
        "' AND r2 >= :r2 AND r1 = :r1'               | ,':r1':{'S':'xy'},':r2':{'N':'2'} | 12-15",
        "' AND r1 = :r1 AND r2 = :r2 AND r3 < :r3'   |"
            + " ,':r1':{'S':'x'},':r2':{'N':'1'},':r3':{'B':'AQ=='} | 0-1",
        "' AND r1 = :r1 AND r2 = :r2 AND r3 = :r3 AND r4 BETWEEN :lo AND :hi' |"
            + " ,':r1':{'S':'x'},':r2':{'N':'1'},':r3':{'B':'AQ=='},':lo':{'S':'p'},':hi':{'S':'pp'}"
            + " | 2-2",
        "' AND r1 = :r1 AND r2 = :r2 AND r3 = :r3 AND r4 = :r4' |"
            + " ,':r1':{'S':'xy'},':r2':{'N':'2'},':r3':{'B':'AQ=='},':r4':{'S':'pq'} | 15-15"
      })
  void queriesSortKeysFromTheLeft(String conditions, String values, String range) {
    JsonNode page = items.call("Query", request(conditions, values));

    List<Integer> expected = new ArrayList<>();
    String[] bounds = range.split("-");
    for (int i = Integer.parseInt(bounds[0]); i <= Integer.parseInt(bounds[1]); i++) {
      expected.add(i);
    }
    List<Integer> found = new ArrayList<>();
    page.get("Items").forEach(item -> found.add(item.get("pk").get("S").asInt()));
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 | Query condition missed key schema element: h4",
        "h4 = :h4 | Query condition missed key schema element: h1",
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 > :h4 | Query key condition not supported",
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 = :h4 AND r2 = :h2 |"
            + " Query condition missed key schema element: r1",
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 = :h4 AND r1 > :h1 AND r2 = :h2 |"
            + " Query key condition not supported",
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 = :h4 AND r1 = :h2 |"
            + " One or more parameter values were invalid: Condition parameter type does not match"
            + " schema type",
        "h1 = :h1 AND h2 = :h2 AND h3 = :h3 AND h4 = :h4 AND elsewhere = :h1 |"
            + " Query condition missed key schema element: r1"
      })
  void rejectsConditionsThatTheKeyCannotServe(String conditions, String text) {
    StringBuilder values = new StringBuilder();
    for (String value : VALUES.split(",(?=')")) {
      if (conditions.contains(value.substring(1, 4))) {
        values.append(values.isEmpty() ? "" : ",").append(value);
      }
    }

    assertThat(
            items.fault(
                "Query",
                "{'TableName':'tbl','IndexName':'wide','KeyConditionExpression':'%s','ExpressionAttributeValues':{%s}}"
                    .formatted(conditions, values)))
        .isEqualTo(text);
  }

  @Test
  void pagesThroughAllOfAPartition() {
    List<String> seen = new ArrayList<>();
    JsonNode lastKey = null;
    do {
      String start = lastKey == null ? "" : ",'Limit':3,'ExclusiveStartKey':" + lastKey;
      String members = request("", "");
      JsonNode page =
          items.call(
              "Query",
              members.substring(0, members.length() - 1)
                  + (start.isEmpty() ? ",'Limit':3" : start)
                  + "}");
      page.get("Items").forEach(item -> seen.add(item.get("pk").get("S").asText()));
      lastKey = page.get("LastEvaluatedKey");
    } while (lastKey != null);

    assertThat(seen).hasSize(16).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void leavesTheIndexWhenOneOfItsAttributesGoes() {
    items.call(
        "UpdateItem", "{'TableName':'tbl','Key':{'pk':{'S':'00'}},'UpdateExpression':'REMOVE r3'}");

    assertThat(items.call("Query", request("", "")).get("Count").asInt()).isEqualTo(15);
    assertThat(items.call("Scan", "{'TableName':'tbl','IndexName':'wide'}").get("Count").asInt())
        .isEqualTo(15);
    assertThat(items.get("tbl", "'pk':{'S':'00'}").has("r3")).isFalse();
  }
}
