package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: items.md §5.1, §5.2. */
class ReadCapacityTest {

  private static final String PARTITION =
      "'KeyConditionExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'1'}}";

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode consumed(String operation, String members) {
    return items
        .call(
            operation,
            "{'TableName':'tbl',%s,'ReturnConsumedCapacity':'INDEXES'}".formatted(members))
        .get("ConsumedCapacity");
  }

  private static JsonNode table(double units) {
    return json(
        "{'TableName':'tbl','CapacityUnits':%1$s,'Table':{'CapacityUnits':%1$s}}".formatted(units));
  }

  private static JsonNode index(double table, String kind, String name, double units) {
    return json(
        "{'TableName':'tbl','CapacityUnits':%s,'Table':{'CapacityUnits':%s},'%sSecondaryIndexes':{'%s':{'CapacityUnits':%s}}}"
            .formatted(table + units, table, kind, name, units));
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4096, 1", "4097, 2", "8192, 2", "8193, 3", "409600, 100"})
  void roundsAnItemUpToFourKilobytes(int bytes, double units) {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'v':" + Values.string(bytes - 4));
    String key = "'Key':{'pk':{'S':'1'}}";

    assertThat(consumed("GetItem", key + ",'ConsistentRead':true")).isEqualTo(table(units));
    assertThat(consumed("GetItem", key)).isEqualTo(table(units / 2));
    assertThat(consumed("GetItem", key + ",'ProjectionExpression':'pk'"))
        .isEqualTo(table(units / 2));
    assertThat(consumed("Query", PARTITION + ",'ConsistentRead':true")).isEqualTo(table(units));
    assertThat(consumed("Scan", "'ConsistentRead':true")).isEqualTo(table(units));
  }

  @Test
  void chargesAMissingItemLikeASmallOne() {
    items.create("tbl", "pk:S");

    assertThat(consumed("GetItem", "'Key':{'pk':{'S':'1'}},'ConsistentRead':true"))
        .isEqualTo(table(1));
    assertThat(consumed("GetItem", "'Key':{'pk':{'S':'1'}}")).isEqualTo(table(0.5));
    assertThat(consumed("Query", PARTITION)).isEqualTo(table(0.5));
    assertThat(consumed("Query", PARTITION + ",'ConsistentRead':true")).isEqualTo(table(1));
  }

  @Test
  void roundsAPageOnceAndCountsWhatWasEvaluated() {
    items.create("tbl", "pk:S sk:N");
    for (int i = 0; i < 9; i++) {
      items.put("tbl", "'pk':{'S':'1'},'sk':{'N':'" + i + "'},'v':" + Values.string(1500));
    }
    double half = Math.ceil(9 * 1508 / 4096.0) / 2;

    assertThat(consumed("Query", PARTITION)).isEqualTo(table(half));
    assertThat(consumed("Query", PARTITION + ",'ConsistentRead':true")).isEqualTo(table(2 * half));
    assertThat(consumed("Query", PARTITION + ",'Select':'COUNT'")).isEqualTo(table(half));
    assertThat(consumed("Query", PARTITION + ",'ProjectionExpression':'sk'"))
        .isEqualTo(table(half));
    assertThat(consumed("Query", PARTITION + ",'FilterExpression':'attribute_exists(x)'"))
        .isEqualTo(table(half));
    assertThat(consumed("Query", PARTITION + ",'Limit':2")).isEqualTo(table(0.5));
    assertThat(consumed("Scan", "'FilterExpression':'attribute_exists(x)'")).isEqualTo(table(half));
  }

  @Test
  void chargesAFullPageOfLargeItems() {
    items.create("tbl", "pk:S sk:N");
    for (int i = 0; i < 30; i++) {
      items.put(
          "tbl",
          "'pk':{'S':'1'},'sk':{'N':'%d'},'v':%s"
              .formatted(100 + i, Values.string(41_665 - 8 - 1)));
    }

    JsonNode page =
        items.call(
            "Query", "{'TableName':'tbl'," + PARTITION + ",'ReturnConsumedCapacity':'TOTAL'}");

    assertThat(page.get("Count").asInt()).isEqualTo(26);
    assertThat(page.get("ConsumedCapacity").get("CapacityUnits").asDouble())
        .isEqualTo(Math.ceil(26 * 41_665 / 4096.0) / 2);
  }

  @Test
  void chargesReadsOfAnIndexToTheIndex() {
    items.create("tbl", "pk:S sk:S", "LSI local pk:S rank:N KEYS_ONLY", "GSI global gpk:S ALL");
    for (int i = 0; i < 3; i++) {
      items.put(
          "tbl",
          "'pk':{'S':'1'},'sk':{'S':'%1$d'},'rank':{'N':'%1$d'},'gpk':{'S':'g'},'v':%2$s"
              .formatted(i, Values.string(3000)));
    }
    String global =
        "'IndexName':'global','KeyConditionExpression':'gpk = :g','ExpressionAttributeValues':{':g':{'S':'g'}}";
    String local = "'IndexName':'local'," + PARTITION;

    assertThat(consumed("Query", local + ",'ConsistentRead':true"))
        .isEqualTo(index(0, "Local", "local", 1));
    assertThat(consumed("Query", local)).isEqualTo(index(0, "Local", "local", 0.5));
    assertThat(consumed("Query", global)).isEqualTo(index(0, "Global", "global", 1.5));
    assertThat(consumed("Scan", "'IndexName':'global'"))
        .isEqualTo(index(0, "Global", "global", 1.5));
    assertThat(consumed("Scan", "'IndexName':'local'")).isEqualTo(index(0, "Local", "local", 0.5));
    assertThat(consumed("Query", global.replace("'g'}", "'none'}")))
        .isEqualTo(index(0, "Global", "global", 0.5));
  }

  @Test
  void chargesEveryItemFetchedForALocalIndexOnItsOwn() {
    items.create(
        "tbl", "pk:S sk:S", "LSI local pk:S rank:N INCLUDE:note", "LSI full pk:S rank:N ALL");
    for (int i = 0; i < 3; i++) {
      items.put(
          "tbl",
          "'pk':{'S':'1'},'sk':{'S':'%1$d'},'rank':{'N':'%1$d'},'v':%2$s"
              .formatted(i, Values.string(i == 2 ? 5000 : 100)));
    }
    String local = "'IndexName':'local','ConsistentRead':true," + PARTITION;

    assertThat(consumed("Query", local + ",'Select':'ALL_ATTRIBUTES'"))
        .isEqualTo(index(4, "Local", "local", 1));
    assertThat(consumed("Query", local + ",'ProjectionExpression':'pk, v'"))
        .isEqualTo(index(4, "Local", "local", 1));
    assertThat(
            consumed(
                "Query",
                local
                    + ",'ProjectionExpression':'note, sk, #r','ExpressionAttributeNames':{'#r':'rank'}"))
        .isEqualTo(index(0, "Local", "local", 1));
    assertThat(consumed("Query", local.replace("true", "false") + ",'Select':'ALL_ATTRIBUTES'"))
        .isEqualTo(index(2, "Local", "local", 0.5));
    assertThat(consumed("Query", local.replace("local", "full") + ",'Select':'ALL_ATTRIBUTES'"))
        .isEqualTo(index(0, "Local", "full", 2));
    assertThat(consumed("Scan", "'IndexName':'local','Select':'ALL_ATTRIBUTES'"))
        .isEqualTo(index(2, "Local", "local", 0.5));
  }
}
