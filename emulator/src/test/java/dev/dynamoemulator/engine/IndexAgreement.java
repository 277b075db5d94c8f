package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.item.ItemsFixture;
import java.util.HashMap;
import java.util.Map;

/** Compares a table with an index that projects everything. */
final class IndexAgreement {

  private final ItemsFixture items;
  private final String tableName;

  IndexAgreement(ItemsFixture items, String tableName) {
    this.items = items;
    this.tableName = tableName;
  }

  /** Every item with these attributes, and no other, is in the index as it is in the table. */
  void check(String index, String... indexKey) {
    Map<JsonNode, JsonNode> expected = new HashMap<>();
    scan("")
        .forEach(
            (key, item) -> {
              boolean isIndexed = true;
              for (String attribute : indexKey) {
                isIndexed &= item.has(attribute);
              }
              if (isIndexed) {
                expected.put(key, item);
              }
            });

    assertThat(scan(",'IndexName':'" + index + "'")).isEqualTo(expected);
  }

  /** The numbers of items and entries that DescribeTable reports are those of scans. */
  void checkStatistics() {
    JsonNode table = items.call("DescribeTable", "{'TableName':'" + tableName + "'}").get("Table");

    assertThat(table.get("ItemCount").asInt()).isEqualTo(scan("").size());
    for (JsonNode index : table.get("GlobalSecondaryIndexes")) {
      String name = index.get("IndexName").asText();
      assertThat(index.get("ItemCount").asInt())
          .isEqualTo(scan(",'IndexName':'" + name + "'").size());
    }
  }

  /** All items by their partition key, which must not occur twice. */
  Map<JsonNode, JsonNode> scan(String members) {
    Map<JsonNode, JsonNode> found = new HashMap<>();
    JsonNode lastKey = null;
    do {
      String start = lastKey == null ? "" : ",'ExclusiveStartKey':" + lastKey;
      JsonNode page =
          items.call("Scan", "{'TableName':'" + tableName + "'" + members + start + "}");
      for (JsonNode item : page.get("Items")) {
        assertThat(found.put(item.get("pk"), item)).isNull();
      }
      lastKey = page.get("LastEvaluatedKey");
    } while (lastKey != null);
    return found;
  }
}
