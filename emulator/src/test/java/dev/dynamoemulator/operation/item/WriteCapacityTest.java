package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §5.1, §5.3. */
class WriteCapacityTest {

  private static final String KEY = "'pk':{'S':'1'},'sk':{'S':'a'}";

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode consumed(String operation, String members, String detail) {
    return items
        .call(
            operation,
            "{'TableName':'tbl',%s,'ReturnConsumedCapacity':'%s'}".formatted(members, detail))
        .get("ConsumedCapacity");
  }

  private double units(String operation, String members) {
    return consumed(operation, members, "TOTAL").get("CapacityUnits").asDouble();
  }

  /** An item with this many bytes in all. */
  private static String itemOf(int bytes) {
    return "'Item':{'pk':{'S':'1'},'v':" + Values.string(bytes - 4) + "}";
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "1024, 1", "1025, 2", "2048, 2", "2049, 3", "409600, 400"})
  void roundsUpToWholeKilobytes(int bytes, double units) {
    items.create("tbl", "pk:S");

    assertThat(units("PutItem", itemOf(bytes))).isEqualTo(units);
    assertThat(units("DeleteItem", "'Key':{'pk':{'S':'1'}}")).isEqualTo(units);
  }

  @Test
  void chargesTheLargerOfOldAndNewItem() {
    items.create("tbl", "pk:S");

    assertThat(units("PutItem", itemOf(1025))).isEqualTo(2);
    assertThat(units("PutItem", itemOf(100))).isEqualTo(2);
    assertThat(units("PutItem", itemOf(100))).isEqualTo(1);
    assertThat(
            units(
                "UpdateItem",
                "'Key':{'pk':{'S':'1'}},'UpdateExpression':'SET w = :w',"
                    + "'ExpressionAttributeValues':{':w':"
                    + Values.string(3000)
                    + "}"))
        .isEqualTo(4);
    assertThat(units("UpdateItem", "'Key':{'pk':{'S':'1'}},'UpdateExpression':'REMOVE v, w'"))
        .isEqualTo(4);
    assertThat(units("UpdateItem", "'Key':{'pk':{'S':'1'}}")).isEqualTo(1);
  }

  @Test
  void chargesOneUnitForAMissingItem() {
    items.create("tbl", "pk:S");

    assertThat(units("DeleteItem", "'Key':{'pk':{'S':'1'}}")).isEqualTo(1);
    assertThat(units("UpdateItem", "'Key':{'pk':{'S':'1'}}")).isEqualTo(1);
  }

  @Test
  void reportsInTheDetailAskedFor() {
    items.create("tbl", "pk:S", "GSI index gpk:S KEYS_ONLY");
    String item = "'Item':{'pk':{'S':'1'}}";

    assertThat(consumed("PutItem", item, "NONE")).isNull();
    assertThat(consumed("PutItem", item, "TOTAL"))
        .isEqualTo(json("{'TableName':'tbl','CapacityUnits':1.0}"));
    assertThat(consumed("PutItem", item, "INDEXES"))
        .isEqualTo(json("{'TableName':'tbl','CapacityUnits':1.0,'Table':{'CapacityUnits':1.0}}"));
  }

  /**
   * Rows of old and new item, without the key, and the units of the indexes of {@link #create}: the
   * local one, the two global ones. A missing new item is a delete.
   */
  static Stream<Arguments> indexEffects() {
    String big = Values.string(1500);
    String indexed = "'rank':{'N':'1'},'gpk':{'S':'g'}";
    return Stream.of(
        // never in an index
        arguments(null, "'v':{'S':'x'}", 0, 0, 0),
        arguments("'v':{'S':'x'}", "'v':{'S':'y'}", 0, 0, 0),
        arguments("'v':{'S':'x'}", null, 0, 0, 0),
        // enters
        arguments(null, indexed, 1, 1, 1),
        arguments("'v':{'S':'x'}", indexed, 1, 1, 1),
        arguments(null, "'rank':{'N':'1'}", 1, 0, 0),
        arguments(null, "'gpk':{'S':'g'}", 0, 1, 1),
        arguments(null, indexed + ",'v':" + big, 1, 2, 1),
        arguments(null, indexed + ",'note':" + big, 1, 2, 2),
        // leaves
        arguments(indexed, null, 1, 1, 1),
        arguments(indexed, "'v':{'S':'x'}", 1, 1, 1),
        arguments(indexed + ",'note':" + big, null, 1, 2, 2),
        arguments(indexed, "'rank':{'N':'1'}", 0, 1, 1),
        // another index key
        arguments(indexed, "'rank':{'N':'2'},'gpk':{'S':'g'}", 2, 1, 0),
        arguments(indexed, "'rank':{'N':'1'},'gpk':{'S':'h'}", 0, 2, 2),
        arguments(indexed + ",'note':" + big, "'rank':{'N':'1'},'gpk':{'S':'h'}", 0, 3, 3),
        // other attributes, of which each index projects others
        arguments(indexed, indexed, 0, 0, 0),
        arguments(indexed, "'rank':{'N':'1.0'},'gpk':{'S':'g'}", 0, 0, 0),
        arguments(indexed, indexed + ",'v':{'S':'x'}", 0, 1, 0),
        arguments(indexed, indexed + ",'v':" + big, 0, 2, 0),
        arguments(indexed + ",'v':" + big, indexed, 0, 2, 0),
        arguments(indexed, indexed + ",'note':{'S':'x'}", 0, 1, 1),
        arguments(indexed + ",'note':" + big, indexed + ",'note':{'S':'x'}", 0, 2, 2),
        arguments(indexed + ",'ss':{'SS':['a','b']}", "'ss':{'SS':['b','a']}," + indexed, 0, 0, 0));
  }

  private void create() {
    items.create(
        "tbl",
        "pk:S sk:S",
        "LSI local pk:S rank:N KEYS_ONLY",
        "GSI all gpk:S ALL",
        "GSI some gpk:S sk:S INCLUDE:note");
  }

  @ParameterizedTest
  @MethodSource("indexEffects")
  void chargesEachIndexByWhatChangesInIt(
      String before, String after, int local, int all, int some) {
    create();
    if (before != null) {
      items.put("tbl", KEY + "," + before);
    }

    JsonNode consumed =
        after == null
            ? consumed("DeleteItem", "'Key':{" + KEY + "}", "INDEXES")
            : consumed("PutItem", "'Item':{" + KEY + "," + after + "}", "INDEXES");

    double table = consumed.get("Table").get("CapacityUnits").asDouble();
    assertThat(consumed.get("CapacityUnits").asDouble()).isEqualTo(table + local + all + some);
    assertThat(consumed.path("LocalSecondaryIndexes")).isEqualTo(indexes("local", local));
    if (all + some > 0) {
      assertThat(consumed.path("GlobalSecondaryIndexes").path("all").path("CapacityUnits"))
          .isEqualTo(indexes("all", all).path("all").path("CapacityUnits"));
      assertThat(consumed.path("GlobalSecondaryIndexes").path("some").path("CapacityUnits"))
          .isEqualTo(indexes("some", some).path("some").path("CapacityUnits"));
    } else {
      assertThat(consumed.has("GlobalSecondaryIndexes")).isFalse();
    }
  }

  /** The member for one index; missing when it was not touched. */
  private static JsonNode indexes(String name, int units) {
    return units == 0
        ? json("{}").path("none")
        : json("{'%s':{'CapacityUnits':%d.0}}".formatted(name, units));
  }

  @Test
  void chargesUpdatesForIndexesLikePuts() {
    create();
    items.put("tbl", KEY + ",'rank':{'N':'1'},'gpk':{'S':'g'}");
    String update =
        "'Key':{"
            + KEY
            + "},'UpdateExpression':'ADD #r :one',"
            + "'ExpressionAttributeNames':{'#r':'rank'},"
            + "'ExpressionAttributeValues':{':one':{'N':'1'}}";

    assertThat(consumed("UpdateItem", update, "INDEXES"))
        .isEqualTo(
            json(
                "{'TableName':'tbl','CapacityUnits':4.0,'Table':{'CapacityUnits':1.0},"
                    + "'LocalSecondaryIndexes':{'local':{'CapacityUnits':2.0}},"
                    + "'GlobalSecondaryIndexes':{'all':{'CapacityUnits':1.0}}}"));
  }

  @Test
  void saysNothingOfTheCapacityOfAFailedCondition() {
    create();
    JsonNode error =
        items.error(
            "DeleteItem",
            "{'TableName':'tbl','Key':{"
                + KEY
                + "},'ReturnConsumedCapacity':'TOTAL',"
                + "'ConditionExpression':'attribute_exists(pk)'}");

    assertThat(error.has("ConsumedCapacity")).isFalse();
  }
}
