package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence: items.md §3, §3.1, §4.3, §5.3. */
class BatchWriteItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode write(String tables, String members) {
    return items.call("BatchWriteItem", "{'RequestItems':{" + tables + "}" + members + "}");
  }

  static String put(String attributes) {
    return "{'PutRequest':{'Item':{" + attributes + "}}}";
  }

  static String delete(String key) {
    return "{'DeleteRequest':{'Key':{" + key + "}}}";
  }

  static String puts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> put("'pk':{'S':'" + i + "'}"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private int count(String table) {
    return items
        .call("Scan", "{'TableName':'" + table + "','Select':'COUNT'}")
        .get("Count")
        .asInt();
  }

  @Test
  void putsAndDeletesInSeveralTables() {
    items.create("tbl", "pk:S", "GSI index gpk:S ALL");
    items.create("other", "pk:N sk:B");
    items.put("tbl", "'pk':{'S':'old'},'gpk':{'S':'g'},'v':{'N':'1'}");
    items.put("tbl", "'pk':{'S':'gone'},'gpk':{'S':'g'}");

    JsonNode answer =
        write(
            "'tbl':[%s,%s,%s],'other':[%s]"
                .formatted(
                    put("'pk':{'S':'old'},'gpk':{'S':'h'}"),
                    delete("'pk':{'S':'gone'}"),
                    delete("'pk':{'S':'never'}"),
                    put("'pk':{'N':'1.0'},'sk':{'B':'AQ=='}")),
            "");

    assertThat(answer).isEqualTo(json("{'UnprocessedItems':{}}"));
    assertThat(items.get("tbl", "'pk':{'S':'gone'}")).isNull();
    assertThat(items.call("Scan", "{'TableName':'tbl','IndexName':'index'}").get("Items"))
        .isEqualTo(json("[{'pk':{'S':'old'},'gpk':{'S':'h'}}]"));
    assertThat(items.get("other", "'pk':{'N':'1'},'sk':{'B':'AQ=='}")).isNotNull();
  }

  @Test
  void writes25RequestsAtOnce() {
    items.create("tbl", "pk:S");
    items.create("other", "pk:S");

    write("'tbl':" + puts(0, 25), "");
    write("'tbl':%s,'other':%s".formatted(puts(0, 12), puts(0, 13)), "");

    assertThat(count("tbl")).isEqualTo(25);
    assertThat(count("other")).isEqualTo(13);
  }

  @Test
  void writesNothingWhenOneRequestIsAtFault() {
    items.create("tbl", "pk:S");

    items.fault(
        "BatchWriteItem",
        "{'RequestItems':{'tbl':[%s,%s]}}".formatted(put("'pk':{'S':'1'}"), put("'pk':{'N':'1'}")));

    assertThat(count("tbl")).isZero();
  }

  @Test
  void addsUpTheUnitsOfEveryTable() {
    items.create("tbl", "pk:S", "GSI index gpk:S KEYS_ONLY");
    items.create("other", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'v':" + Values.string(1025));
    String tables =
        "'tbl':[%s,%s,%s],'other':%s"
            .formatted(
                put("'pk':{'S':'1'}"),
                put("'pk':{'S':'2'},'gpk':{'S':'g'}"),
                delete("'pk':{'S':'3'}"),
                puts(0, 2));

    JsonNode answer = write(tables, ",'ReturnConsumedCapacity':'INDEXES'");

    assertThat(answer.get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "[{'TableName':'tbl','CapacityUnits':5.0,'Table':{'CapacityUnits':4.0},"
                    + "'GlobalSecondaryIndexes':{'index':{'CapacityUnits':1.0}}},"
                    + "{'TableName':'other','CapacityUnits':2.0,'Table':{'CapacityUnits':2.0}}]"));
    assertThat(write(tables, ",'ReturnConsumedCapacity':'TOTAL'").get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "[{'TableName':'tbl','CapacityUnits':3.0},"
                    + "{'TableName':'other','CapacityUnits':2.0}]"));
  }

  @Test
  void estimatesEveryItemCollectionOnce() {
    items.create("tbl", "pk:S sk:S", "LSI local pk:S rank:N KEYS_ONLY");
    items.create("plain", "pk:S");

    JsonNode answer =
        write(
            "'tbl':[%s,%s,%s],'plain':%s"
                .formatted(
                    put("'pk':{'S':'1'},'sk':{'S':'a'}"),
                    delete("'pk':{'S':'1'},'sk':{'S':'b'}"),
                    put("'pk':{'S':'2'},'sk':{'S':'a'}"),
                    puts(0, 1)),
            ",'ReturnItemCollectionMetrics':'SIZE'");

    assertThat(answer.get("ItemCollectionMetrics"))
        .isEqualTo(
            json(
                "{'tbl':[{'ItemCollectionKey':{'pk':{'S':'1'}},'SizeEstimateRangeGB':[0.0,1.0]},"
                    + "{'ItemCollectionKey':{'pk':{'S':'2'}},'SizeEstimateRangeGB':[0.0,1.0]}]}"));
  }

  @Test
  void storesItemsThatTogetherFillTheRequest() {
    items.create("tbl", "pk:S");
    String big = Values.string(400_000);

    write(
        IntStream.range(0, 25)
            .mapToObj(i -> put("'pk':{'S':'" + i + "'},'v':" + big))
            .collect(Collectors.joining(",", "'tbl':[", "]")),
        "");

    assertThat(items.get("tbl", "'pk':{'S':'24'}").get("v").get("S").asText()).hasSize(400_000);
  }
}
