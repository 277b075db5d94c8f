package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random tables read in pages of every size: together the pages are the one large page, and what an
 * independent model expects. Evidence: items.md §7.2 to §7.4, §8.
 */
class PagingPropertyTest {

  /** What is read: a name for IndexName or null, and its key attributes. */
  private record Source(String index, String partitionKey, String sortKey) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source(null, "pk", "sk"),
          new Source("local", "pk", "lsk"),
          new Source("ranged", "gpk", "gsk"),
          new Source("hashed", "gpk", null));

  private static final Map<String, String> TYPES =
      Map.of("pk", "S", "sk", "N", "lsk", "N", "gpk", "S", "gsk", "S");

  private final ItemsFixture items = ItemsFixture.newer();

  /** By key; an item is its attributes by name, as plain text. */
  private final Map<String, Map<String, String>> model = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void pagesNeitherSkipNorRepeat(long seed) {
    Random random = new Random(seed);
    fill(random);

    for (Source source : SOURCES) {
      for (String partition : List.of("a", "b", "none")) {
        for (boolean isForward : new boolean[] {true, false}) {
          checkQuery(source, partition, isForward, random);
        }
      }
      checkScan(source, random);
      checkParallelScans(source, random);
    }
  }

  private void fill(Random random) {
    items.create(
        "tbl",
        "pk:S sk:N",
        "LSI local pk:S lsk:N KEYS_ONLY",
        "GSI ranged gpk:S gsk:S INCLUDE:v",
        "GSI hashed gpk:S ALL");
    for (int i = 0; i < 60; i++) {
      Map<String, String> item = new LinkedHashMap<>();
      item.put("pk", random.nextInt(5) == 0 ? "p" + random.nextInt(20) : pick(random, "a", "b"));
      item.put("sk", String.valueOf(random.nextInt(40) - 20));
      if (random.nextInt(4) > 0) {
        item.put("lsk", String.valueOf(random.nextInt(3)));
      }
      if (random.nextInt(4) > 0) {
        item.put("gpk", pick(random, "a", "b", "c"));
      }
      if (random.nextInt(4) > 0) {
        item.put("gsk", pick(random, "x", "xy", "z"));
      }
      item.put("v", String.valueOf(random.nextInt(2)));
      items.put("tbl", json(item));
      model.put(key(item), item);
      if (random.nextInt(6) == 0) {
        delete(random);
      }
    }
  }

  private void delete(Random random) {
    List<String> keys = new ArrayList<>(model.keySet());
    Map<String, String> item = model.remove(keys.get(random.nextInt(keys.size())));
    items.call(
        "DeleteItem",
        "{'TableName':'tbl','Key':{%s}}"
            .formatted(json(Map.of("pk", item.get("pk"), "sk", item.get("sk")))));
  }

  private void checkQuery(Source source, String partition, boolean isForward, Random random) {
    String request =
        "'KeyConditionExpression':'%s = :p','ScanIndexForward':%s,'ExpressionAttributeValues':{':p':{'S':'%s'}%s}"
            .formatted(source.partitionKey(), isForward, partition, "%s");
    List<String> whole = keys(read("Query", source, request.formatted(""), 0));
    List<Map<String, String>> expected = new ArrayList<>();
    for (Map<String, String> item : indexed(source)) {
      if (item.get(source.partitionKey()).equals(partition)) {
        expected.add(item);
      }
    }

    assertThat(whole)
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(this::key).toList());
    assertThat(sortKeys(source, whole)).isEqualTo(sorted(source, expected, isForward));
    for (int limit : limits(whole.size(), random)) {
      assertThat(keys(read("Query", source, request.formatted(""), limit))).isEqualTo(whole);
      if (isProjected(source)) {
        String filtered = request.formatted(",':one':{'S':'1'}") + ",'FilterExpression':'v = :one'";
        assertThat(keys(read("Query", source, filtered, limit)))
            .isEqualTo(whole.stream().filter(key -> model.get(key).get("v").equals("1")).toList());
      }
    }
  }

  /** Whether what is read holds the attribute that the filter names. */
  private static boolean isProjected(Source source) {
    return !"local".equals(source.index());
  }

  private void checkScan(Source source, Random random) {
    List<String> whole = keys(read("Scan", source, "'Select':'%s'".formatted(all(source)), 0));

    assertThat(whole)
        .containsExactlyInAnyOrderElementsOf(indexed(source).stream().map(this::key).toList());
    for (int limit : limits(whole.size(), random)) {
      assertThat(keys(read("Scan", source, "'Select':'%s'".formatted(all(source)), limit)))
          .isEqualTo(whole);
    }
  }

  private static String all(Source source) {
    return source.index() == null ? "ALL_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES";
  }

  /** Segments follow one another in the order of the scan, and hold partitions as a whole. */
  private void checkParallelScans(Source source, Random random) {
    List<String> whole = keys(read("Scan", source, "'ConsistentRead':false", 0));
    for (int total = 1; total <= 7; total++) {
      List<String> together = new ArrayList<>();
      Set<String> partitions = new HashSet<>();
      for (int segment = 0; segment < total; segment++) {
        String request = "'Segment':%d,'TotalSegments':%d".formatted(segment, total);
        List<String> keys = keys(read("Scan", source, request, 1 + random.nextInt(9)));
        Set<String> own = new HashSet<>();
        keys.forEach(key -> own.add(model.get(key).get(source.partitionKey())));
        own.forEach(partition -> assertThat(partitions.add(partition)).as(partition).isTrue());
        together.addAll(keys);
      }
      assertThat(together).isEqualTo(whole);
    }
  }

  private static int[] limits(int size, Random random) {
    return new int[] {1, 2, 3, Math.max(1, size - 1), size + 1, 1 + random.nextInt(20)};
  }

  /** Reads all pages, and checks that the counts of each are right. */
  private List<JsonNode> read(String operation, Source source, String members, int limit) {
    List<JsonNode> found = new ArrayList<>();
    String index = source.index() == null ? "" : ",'IndexName':'" + source.index() + "'";
    String limited = limit > 0 ? ",'Limit':" + limit : "";
    JsonNode lastKey = null;
    do {
      String start = lastKey == null ? "" : ",'ExclusiveStartKey':" + lastKey;
      JsonNode page =
          items.call(operation, "{'TableName':'tbl'," + members + index + limited + start + "}");
      assertThat(page.get("Count").asInt()).isEqualTo(page.get("Items").size());
      assertThat(page.get("ScannedCount").asInt())
          .isGreaterThanOrEqualTo(page.get("Count").asInt());
      if (limit > 0) {
        assertThat(page.get("ScannedCount").asInt()).isLessThanOrEqualTo(limit);
      }
      page.get("Items").forEach(found::add);
      lastKey = page.get("LastEvaluatedKey");
    } while (lastKey != null);
    return found;
  }

  private List<Map<String, String>> indexed(Source source) {
    List<Map<String, String>> indexed = new ArrayList<>();
    for (Map<String, String> item : model.values()) {
      if (item.containsKey(source.partitionKey())
          && (source.sortKey() == null || item.containsKey(source.sortKey()))) {
        indexed.add(item);
      }
    }
    return indexed;
  }

  /** What the order of a Query shows: sort keys, and with a local index ties in table order. */
  private static List<String> sorted(
      Source source, List<Map<String, String>> found, boolean isForward) {
    List<Map<String, String>> sorted = new ArrayList<>(found);
    Comparator<Map<String, String>> order = (one, other) -> 0;
    if (source.sortKey() != null) {
      order = bySortKey(source.sortKey());
    }
    if ("local".equals(source.index())) {
      order = order.thenComparing(bySortKey("sk"));
    }
    sorted.sort(isForward ? order : order.reversed());
    return sorted.stream().map(item -> sortKey(source, item)).toList();
  }

  private static Comparator<Map<String, String>> bySortKey(String name) {
    return TYPES.get(name).equals("N")
        ? Comparator.comparing(item -> new BigDecimal(item.get(name)))
        : Comparator.comparing(item -> item.get(name));
  }

  private List<String> sortKeys(Source source, List<String> keys) {
    return keys.stream().map(key -> sortKey(source, model.get(key))).toList();
  }

  private static String sortKey(Source source, Map<String, String> item) {
    String own = source.sortKey() == null ? "" : item.get(source.sortKey());
    return "local".equals(source.index()) ? own + " " + item.get("sk") : own;
  }

  private List<String> keys(List<JsonNode> found) {
    List<String> keys = new ArrayList<>();
    for (JsonNode item : found) {
      keys.add(item.get("pk").get("S").asText() + " " + item.get("sk").get("N").asText());
    }
    return keys;
  }

  private String key(Map<String, String> item) {
    return item.get("pk") + " " + item.get("sk");
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String json(Map<String, String> item) {
    List<String> members = new ArrayList<>();
    item.forEach(
        (name, value) ->
            members.add("'%s':{'%s':'%s'}".formatted(name, TYPES.getOrDefault(name, "S"), value)));
    return String.join(",", members);
  }
}
