package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: items.md §6, §7, §8; legacy.md §3. */
class ScanTest {

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode scan(String members) {
    return items.call("Scan", "{'TableName':'tbl'" + members + "}");
  }

  private static List<String> keys(JsonNode page) {
    List<String> keys = new ArrayList<>();
    page.get("Items").forEach(item -> keys.add(item.get("pk").get("S").asText()));
    return keys;
  }

  @Test
  void answersAnEmptyTableWithAnEmptyList() {
    items.create("tbl", "pk:S");

    assertThat(scan("")).isEqualTo(json("{'Items':[],'Count':0,'ScannedCount':0}"));
    assertThat(scan(",'Select':'COUNT'")).isEqualTo(json("{'Count':0,'ScannedCount':0}"));
  }

  @Test
  void readsPartitionsInTheOrderOfTheirHash() {
    items.create("tbl", "pk:S");
    String observed = "2 8 9 1 6 hello 0 5 4 äáöü aardman 7 3 zapf";
    for (String key : List.of(observed.split(" ")).stream().sorted().toList()) {
      items.put("tbl", "'pk':{'S':'" + key + "'}");
    }

    assertThat(keys(scan(""))).containsExactly(observed.split(" "));
    assertThat(keys(scan(",'ConsistentRead':true"))).containsExactly(observed.split(" "));
  }

  @Test
  void keepsTheItemsOfAPartitionTogetherInOrder() {
    items.create("tbl", "pk:S sk:N");
    for (int i = 0; i < 30; i++) {
      items.put("tbl", "'pk':{'S':'%d'},'sk':{'N':'%d'}".formatted(i % 3, 30 - i));
    }

    List<String> scanned = new ArrayList<>();
    scan("")
        .get("Items")
        .forEach(
            item ->
                scanned.add(item.get("pk").get("S").asText() + item.get("sk").get("N").asInt()));

    List<String> sorted = new ArrayList<>();
    for (String pk : scanned.stream().map(key -> key.substring(0, 1)).distinct().toList()) {
      for (int sk = 1; sk <= 30; sk++) {
        if ((30 - sk) % 3 == Integer.parseInt(pk)) {
          sorted.add(pk + sk);
        }
      }
    }
    assertThat(scanned).isEqualTo(sorted);
  }

  @Test
  void filtersByAnyAttributeKeysIncluded() {
    items.create("tbl", "pk:S");
    for (int i = 0; i < 6; i++) {
      items.put("tbl", "'pk':{'S':'%1$d'},'n':{'N':'%1$d'}".formatted(i));
    }

    JsonNode page =
        scan(
            ",'FilterExpression':'pk IN (:a, :b) OR n > :n','ExpressionAttributeValues':{':a':{'S':'1'},':b':{'S':'none'},':n':{'N':'4'}}");
    JsonNode legacy =
        scan(
            ",'ScanFilter':{'pk':{'ComparisonOperator':'IN','AttributeValueList':[{'S':'1'}]},'n':{'ComparisonOperator':'GT','AttributeValueList':[{'N':'4'}]}},'ConditionalOperator':'OR'");

    assertThat(keys(page)).containsExactlyInAnyOrder("1", "5");
    assertThat(page.get("ScannedCount").asInt()).isEqualTo(6);
    assertThat(legacy).isEqualTo(page);
    assertThat(scan(",'ScanFilter':{}").get("Count").asInt()).isEqualTo(6);
  }

  @Test
  void filtersByLongListsOfTheLegacyOperator() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'n':{'N':'27499'}");
    String list =
        IntStream.range(0, 27_500)
            .mapToObj(i -> "{'N':'" + i + "'}")
            .collect(Collectors.joining(","));

    assertThat(
            scan(",'ScanFilter':{'n':{'ComparisonOperator':'IN','AttributeValueList':["
                    + list
                    + "]}}")
                .get("Count")
                .asInt())
        .isOne();
  }

  @Test
  void limitsWhatIsEvaluated() {
    items.create("tbl", "pk:S");
    for (int i = 0; i < 5; i++) {
      items.put("tbl", "'pk':{'S':'" + i + "'}");
    }

    JsonNode page = scan(",'Limit':2,'FilterExpression':'attribute_exists(absent)'");

    assertThat(page.get("Count").asInt()).isZero();
    assertThat(page.get("ScannedCount").asInt()).isEqualTo(2);
    assertThat(page.get("LastEvaluatedKey").size()).isOne();
    assertThat(scan(",'Limit':6").has("LastEvaluatedKey")).isFalse();
    assertThat(scan(",'Limit':5").has("LastEvaluatedKey")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'Segment':0,'TotalSegments':1"})
  void takesOneSegmentForThePlainScan(String segment) {
    items.create("tbl", "pk:S");
    for (int i = 0; i < 20; i++) {
      items.put("tbl", "'pk':{'S':'" + i + "'}");
    }

    assertThat(scan(segment)).isEqualTo(scan(""));
  }

  @Test
  void splitsASegmentIntoTheTwoOfTwiceAsMany() {
    items.create("tbl", "pk:S");
    for (int i = 0; i < 200; i++) {
      items.put("tbl", "'pk':{'S':'" + i + "'}");
    }
    for (int total : new int[] {1, 2, 3, 5, 64}) {
      for (int segment = 0; segment < total; segment++) {
        List<String> halves = segment(2 * segment, 2 * total);
        halves.addAll(segment(2 * segment + 1, 2 * total));

        assertThat(halves).isEqualTo(segment(segment, total));
      }
    }
  }

  private List<String> segment(int segment, int total) {
    return keys(scan(",'Segment':%d,'TotalSegments':%d".formatted(segment, total)));
  }

  @Test
  void acceptsTheMostSegments() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'}");

    assertThat(segment(999_999, 1_000_000)).isEmpty();
  }

  @Test
  void readsIndexesSparselyAndWhole() {
    items.create(
        "tbl", "pk:S sk:S", "LSI local pk:S lsk:N KEYS_ONLY", "GSI global gpk:S INCLUDE:note");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'a'},'lsk':{'N':'1'},'v':{'S':'x'}");
    items.put(
        "tbl", "'pk':{'S':'2'},'sk':{'S':'a'},'gpk':{'S':'g'},'note':{'S':'n'},'v':{'S':'x'}");

    assertThat(scan(",'IndexName':'local'").get("Items"))
        .isEqualTo(json("[{'pk':{'S':'1'},'sk':{'S':'a'},'lsk':{'N':'1'}}]"));
    assertThat(
            scan(",'IndexName':'local','Select':'ALL_ATTRIBUTES','ConsistentRead':true")
                .get("Items"))
        .isEqualTo(json("[{'pk':{'S':'1'},'sk':{'S':'a'},'lsk':{'N':'1'},'v':{'S':'x'}}]"));
    assertThat(scan(",'IndexName':'global'").get("Items"))
        .isEqualTo(json("[{'pk':{'S':'2'},'sk':{'S':'a'},'gpk':{'S':'g'},'note':{'S':'n'}}]"));
    assertThat(scan(",'IndexName':'global','ProjectionExpression':'note'").get("Items"))
        .isEqualTo(json("[{'note':{'S':'n'}}]"));
  }
}
