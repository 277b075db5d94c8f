package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: items.md §3; expressions.md §7; legacy.md §7. */
class GetItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createItem() {
    items.create("tbl", "pk:S sk:N");
    items.put(
        "tbl",
        "'pk':{'S':'1'},'sk':{'N':'1.0'},'a.b':{'S':'dotted'},"
            + "'m':{'M':{'x':{'N':'1'},'y':{'N':'2'}}},"
            + "'l':{'L':[{'N':'0'},{'N':'1'},{'N':'2'},{'M':{'p':{'S':'q'},'r':{'S':'s'}}}]}");
  }

  private JsonNode get(String members) {
    return items.call(
        "GetItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'},'sk':{'N':'1'}}" + members + "}");
  }

  @Test
  void answersNothingForAMissingItem() {
    assertThat(items.call("GetItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'},'sk':{'N':'2'}}}"))
        .isEqualTo(json("{}"));
  }

  @Test
  void findsTheItemByAnyOrderAndFormOfItsKey() {
    JsonNode answer =
        items.call(
            "GetItem",
            "{'TableName':'tbl','Key':{'sk':{'N':'+1e0'},'pk':{'S':'1'}},'ConsistentRead':true,"
                + "'AttributesToGet':['sk']}");

    assertThat(answer).isEqualTo(json("{'Item':{'sk':{'N':'1'}}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pk          | {'pk':{'S':'1'}}",
        "nothing     | {}",
        "m.x         | {'m':{'M':{'x':{'N':'1'}}}}",
        "m.y, m.x    | {'m':{'M':{'y':{'N':'2'},'x':{'N':'1'}}}}",
        "m.z         | {}",
        "m[0]        | {}",
        "l[2], l[1]  | {'l':{'L':[{'N':'1'},{'N':'2'}]}}",
        "l[3].p, l[0]| {'l':{'L':[{'N':'0'},{'M':{'p':{'S':'q'}}}]}}",
        "l[9]        | {}",
        "#d          | {'a.b':{'S':'dotted'}}"
      })
  void returnsThePathsOfTheProjection(String projection, String item) {
    String names = projection.startsWith("#") ? ",'ExpressionAttributeNames':{'#d':'a.b'}" : "";

    assertThat(get(",'ProjectionExpression':'" + projection + "'" + names))
        .isEqualTo(json("{'Item':" + item + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk,absent | {'sk':{'N':'1'}}",
        "absent    | {}",
        "a.b       | {'a.b':{'S':'dotted'}}",
        "m.x       | {}",
        "m         | {'m':{'M':{'x':{'N':'1'},'y':{'N':'2'}}}}"
      })
  void returnsWholeTopLevelAttributesToGet(String names, String item) {
    assertThat(get(",'AttributesToGet':['" + names.replace(",", "','") + "']"))
        .isEqualTo(json("{'Item':" + item + "}"));
  }
}
