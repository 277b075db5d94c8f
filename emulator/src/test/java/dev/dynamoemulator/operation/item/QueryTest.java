package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence: items.md §6, §7; data-model.md §4.2; expressions.md §6; legacy.md §3.4, §4. */
class QueryTest {

  private static final String PARTITION =
      "'KeyConditionExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'1'}}";

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode query(String members) {
    return items.call("Query", "{'TableName':'tbl'," + members + "}");
  }

  /** The values of one attribute, in the order of the items. */
  private static List<String> column(JsonNode page, String attribute) {
    List<String> values = new ArrayList<>();
    for (JsonNode item : page.get("Items")) {
      values.add(item.get(attribute).elements().next().asText());
    }
    return values;
  }

  private void createNumbered(int from, int to) {
    items.create("tbl", "pk:S sk:N");
    for (int i = from; i <= to; i++) {
      items.put(
          "tbl", "'pk':{'S':'1'},'sk':{'N':'%1$d'},'even':{'BOOL':%2$s}".formatted(i, i % 2 == 0));
    }
    items.put("tbl", "'pk':{'S':'other'},'sk':{'N':'3'}");
  }

  @ParameterizedTest
  @CsvSource({
    "N, -100 -5 -0.5 0 1E-130 0.5 1 5 10 100 1E125",
    "S, A AB B a ab b é \uE000 \uD83D\uDE00",
    "B, AA== AAA= AAE= AQ== AQI= Ag== /w=="
  })
  void ordersItemsByTheirSortKey(String type, String ascending) {
    items.create("tbl", "pk:S sk:" + type);
    List<String> expected = List.of(ascending.split(" "));
    for (int i = expected.size() - 1; i >= 0; i--) {
      items.put(
          "tbl",
          "'pk':{'S':'1'},'sk':{'%s':'%s'},'i':{'N':'%d'}".formatted(type, expected.get(i), i));
    }

    List<String> forward = column(query(PARTITION), "i");
    List<String> backward = column(query(PARTITION + ",'ScanIndexForward':false"), "i");

    List<String> ranks =
        IntStream.range(0, expected.size()).mapToObj(String::valueOf).collect(toList());
    assertThat(forward).isEqualTo(ranks);
    Collections.reverse(ranks);
    assertThat(backward).isEqualTo(ranks);
  }

  @Test
  void answersAnUnknownPartitionWithAnEmptyList() {
    createNumbered(1, 1);

    assertThat(query(PARTITION.replace("'1'", "'none'")))
        .isEqualTo(json("{'Items':[],'Count':0,'ScannedCount':0}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sk = :a              | 3",
        "sk < :a              | 1 2",
        "sk <= :a             | 1 2 3",
        "sk > :a              | 4 5 6",
        "sk >= :a             | 3 4 5 6",
        ":a <= sk             | 3 4 5 6",
        ":a > sk              | 1 2",
        "sk BETWEEN :a AND :b | 3 4 5",
        "(sk = :a)            | 3"
      })
  void readsTheRangeOfTheSortKeyCondition(String condition, String expected) {
    createNumbered(1, 6);
    String values = condition.contains(":b") ? "':a':{'N':'3'},':b':{'N':'5.0'}" : "':a':{'N':'3'}";

    JsonNode page =
        query(
            "'KeyConditionExpression':'%s and pk = :p','ExpressionAttributeValues':{':p':{'S':'1'},%s}"
                .formatted(condition, values));

    assertThat(column(page, "sk")).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "EQ, 3, , 3",
    "LT, 3, , 1 2",
    "LE, 3, , 1 2 3",
    "GT, 3, , 4 5 6",
    "GE, 3, , 3 4 5 6",
    "BETWEEN, 3, 5, 3 4 5"
  })
  void readsTheRangeOfKeyConditions(String operator, String low, String high, String expected) {
    createNumbered(1, 6);
    String values = "{'N':'" + low + "'}" + (high == null ? "" : ",{'N':'" + high + "'}");

    JsonNode page =
        query(
            "'KeyConditions':{'sk':{'ComparisonOperator':'%s','AttributeValueList':[%s]},'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}},'QueryFilter':{}"
                .formatted(operator, values));

    assertThat(column(page, "sk")).containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"S, a, a ab aé", "S, aé, aé", "B, AQ==, AQ== AQI=", "B, /w==, /w== //8="})
  void findsSortKeysByTheirBeginning(String type, String prefix, String expected) {
    items.create("tbl", "pk:S sk:" + type);
    String[] keys =
        type.equals("S")
            ? new String[] {"a", "ab", "aé", "b", "A"}
            : new String[] {"AQ==", "AQI=", "Ag==", "/w==", "//8=", "AA=="};
    for (String key : keys) {
      items.put("tbl", "'pk':{'S':'1'},'sk':{'%s':'%s'}".formatted(type, key));
    }

    JsonNode page =
        query(
            "'KeyConditionExpression':'pk = :p AND begins_with(sk, :s)','ExpressionAttributeValues':{':p':{'S':'1'},':s':{'%s':'%s'}}"
                .formatted(type, prefix));
    JsonNode legacy =
        query(
            "'KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]},'sk':{'ComparisonOperator':'BEGINS_WITH','AttributeValueList':[{'%s':'%s'}]}}"
                .formatted(type, prefix));

    assertThat(column(page, "sk")).containsExactly(expected.split(" "));
    assertThat(legacy).isEqualTo(page);
  }

  @Test
  void filtersAfterTheLimitAndCountsBoth() {
    createNumbered(1, 6);
    String filter =
        ",'FilterExpression':'even = :t','Limit':3"
            .concat(",'ExpressionAttributeValues':{':p':{'S':'1'},':t':{'BOOL':%s}}");
    String request = "'KeyConditionExpression':'pk = :p'" + filter;

    assertThat(query(request.formatted("true")))
        .isEqualTo(
            json(
                "{'Items':[{'pk':{'S':'1'},'sk':{'N':'2'},'even':{'BOOL':true}}],'Count':1,"
                    + "'ScannedCount':3,'LastEvaluatedKey':{'pk':{'S':'1'},'sk':{'N':'3'}}}"));
    assertThat(query(request.formatted("true").replace("even = :t", "even = :t AND absent = :t")))
        .isEqualTo(
            json(
                "{'Items':[],'Count':0,'ScannedCount':3,"
                    + "'LastEvaluatedKey':{'pk':{'S':'1'},'sk':{'N':'3'}}}"));
  }

  @Test
  void filtersByQueryFilter() {
    createNumbered(1, 6);
    String key =
        "'KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]}}";
    String filter =
        ",'QueryFilter':{'even':{'ComparisonOperator':'EQ','AttributeValueList':[{'BOOL':true}]},"
            + "'absent':{'ComparisonOperator':'NOT_NULL'}}";

    assertThat(column(query(key + filter + ",'ConditionalOperator':'OR'"), "sk"))
        .containsExactly("2", "4", "6");
    assertThat(query(key + filter).get("Count").asInt()).isZero();
    assertThat(
            query(key + ",'FilterExpression':'attribute_not_exists(absent)'").get("Count").asInt())
        .isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"2, 2 2 2 0", "4, 4 2", "6, 6 0", "7, 6"})
  void pagesByLimit(int limit, String counts) {
    createNumbered(1, 6);
    List<String> seen = new ArrayList<>();
    List<String> sizes = new ArrayList<>();
    JsonNode lastKey = null;
    do {
      JsonNode page =
          query(
              PARTITION
                  + ",'Limit':"
                  + limit
                  + (lastKey == null ? "" : ",'ExclusiveStartKey':" + lastKey));
      seen.addAll(column(page, "sk"));
      sizes.add(page.get("Count").asText());
      lastKey = page.get("LastEvaluatedKey");
    } while (lastKey != null);

    assertThat(seen).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(String.join(" ", sizes)).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, 1 2 3 4 5 6",
    "2.5, true, 3 4 5 6",
    "6, true, ''",
    "7, true, ''",
    "2.5, false, 2 1",
    "2, false, 1",
    "100, false, 6 5 4 3 2 1"
  })
  void startsBehindAKeyThatNeedNotExist(String startKey, boolean forward, String expected) {
    createNumbered(1, 6);

    JsonNode page =
        query(
            PARTITION
                + ",'ScanIndexForward':%s,'ExclusiveStartKey':{'pk':{'S':'1'},'sk':{'N':'%s'}}"
                    .formatted(forward, startKey));

    assertThat(String.join(" ", column(page, "sk"))).isEqualTo(expected);
  }

  @Test
  void endsAPageWithTheItemThatFillsIt() {
    items.create("tbl", "pk:S sk:N");
    for (int i = 0; i < 20; i++) {
      items.put("tbl", "'pk':{'S':'1'},'sk':{'N':'%d'},'v':%s".formatted(i, Values.string(60_000)));
    }

    JsonNode page = query(PARTITION);

    assertThat(page.get("Count").asInt()).isEqualTo((1 << 20) / 60_007 + 1);
    assertThat(page.get("LastEvaluatedKey")).isEqualTo(json("{'pk':{'S':'1'},'sk':{'N':'17'}}"));
    assertThat(query(PARTITION + ",'Select':'COUNT'").has("LastEvaluatedKey")).isTrue();
    assertThat(
            query(PARTITION + ",'ExclusiveStartKey':" + page.get("LastEvaluatedKey"))
                .has("LastEvaluatedKey"))
        .isFalse();
  }

  @Test
  void selects() {
    items.create(
        "tbl",
        "pk:S sk:S",
        "LSI local pk:S rank:N INCLUDE:note",
        "GSI global gpk:S KEYS_ONLY",
        "GSI whole gpk:S ALL");
    String whole =
        "{'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'},'gpk':{'S':'1'},'note':{'S':'n'},'v':{'S':'x'}}";
    items.call("PutItem", "{'TableName':'tbl','Item':" + whole + "}");
    String local = "'IndexName':'local'," + PARTITION;
    String global = "'IndexName':'global'," + PARTITION.replace("pk =", "gpk =");

    assertItems(PARTITION, whole);
    assertItems(PARTITION + ",'Select':'ALL_ATTRIBUTES'", whole);
    assertItems(
        PARTITION + ",'Select':'SPECIFIC_ATTRIBUTES','ProjectionExpression':'v'",
        "{'v':{'S':'x'}}");
    assertItems(PARTITION + ",'ProjectionExpression':'absent'", "{}");
    assertItems(local, "{'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'},'note':{'S':'n'}}");
    assertItems(
        local + ",'Select':'ALL_PROJECTED_ATTRIBUTES'",
        "{'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'},'note':{'S':'n'}}");
    assertItems(local + ",'Select':'ALL_ATTRIBUTES'", whole);
    assertItems(local + ",'ProjectionExpression':'v, note'", "{'v':{'S':'x'},'note':{'S':'n'}}");
    assertItems(global, "{'pk':{'S':'1'},'sk':{'S':'a'},'gpk':{'S':'1'}}");
    assertItems(global + ",'ProjectionExpression':'sk'", "{'sk':{'S':'a'}}");
    assertItems(global.replace("'global'", "'whole'") + ",'Select':'ALL_ATTRIBUTES'", whole);
    assertThat(query(local + ",'Select':'COUNT'")).isEqualTo(json("{'Count':1,'ScannedCount':1}"));
  }

  private void assertItems(String members, String item) {
    assertThat(query(members).get("Items")).isEqualTo(json("[" + item + "]"));
  }

  @Test
  void filtersAGlobalIndexByTableKeys() {
    items.create("tbl", "pk:S sk:S", "GSI global gpk:S KEYS_ONLY");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'a'},'gpk':{'S':'g'}");
    items.put("tbl", "'pk':{'S':'2'},'sk':{'S':'a'},'gpk':{'S':'g'}");

    JsonNode page =
        query(
            "'IndexName':'global','KeyConditionExpression':'gpk = :g','FilterExpression':'pk = :p','ExpressionAttributeValues':{':g':{'S':'g'},':p':{'S':'2'}}");

    assertThat(column(page, "pk")).containsExactly("2");
    assertThat(page.get("ScannedCount").asInt()).isEqualTo(2);
  }

  @Test
  void namesTableAndIndexKeysAsLastEvaluatedKey() {
    items.create(
        "tbl",
        "pk:S sk:S",
        "LSI local pk:S rank:N KEYS_ONLY",
        "GSI global gpk:S rank:N KEYS_ONLY",
        "GSI turned sk:S pk:S ALL");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'},'gpk':{'S':'1'}");

    assertThat(lastKey("'IndexName':'local'," + PARTITION))
        .isEqualTo(json("{'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'}}"));
    assertThat(lastKey("'IndexName':'global'," + PARTITION.replace("pk =", "gpk =")))
        .isEqualTo(json("{'pk':{'S':'1'},'sk':{'S':'a'},'rank':{'N':'1'},'gpk':{'S':'1'}}"));
    assertThat(
            lastKey(
                "'IndexName':'turned'," + PARTITION.replace("pk =", "sk =").replace("'1'", "'a'")))
        .isEqualTo(json("{'pk':{'S':'1'},'sk':{'S':'a'}}"));
  }

  private JsonNode lastKey(String members) {
    return query(members + ",'Limit':1").get("LastEvaluatedKey");
  }

  @Test
  void breaksTiesOfALocalIndexByTheSortKeyOfTheTable() {
    items.create("tbl", "pk:S sk:S", "LSI local pk:S rank:N KEYS_ONLY");
    for (String sk : "d b a c".split(" ")) {
      items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'" + sk + "'},'rank':{'N':'1'}");
    }
    items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'z'},'rank':{'N':'0'}");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'S':'sparse'}");

    assertThat(column(query("'IndexName':'local'," + PARTITION), "sk"))
        .containsExactly("z", "a", "b", "c", "d");
    assertThat(column(query("'ScanIndexForward':false,'IndexName':'local'," + PARTITION), "sk"))
        .containsExactly("d", "c", "b", "a", "z");
  }
}
