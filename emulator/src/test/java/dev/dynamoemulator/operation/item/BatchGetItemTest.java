package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.model.Limits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence: items.md §3, §3.1, §5.2. */
class BatchGetItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode get(String members) {
    return items.call("BatchGetItem", "{" + members + "}");
  }

  static String keys(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{'pk':{'S':'" + i + "'}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void leavesOutMissingItems() {
    items.create("tbl", "pk:S");
    items.create("empty", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'v':{'N':'1'}");

    assertThat(
            get(
                "'RequestItems':{'tbl':{'Keys':"
                    + keys(0, 3)
                    + "},'empty':{'Keys':"
                    + keys(0, 1)
                    + "}}"))
        .isEqualTo(
            json(
                "{'Responses':{'tbl':[{'pk':{'S':'1'},'v':{'N':'1'}}],'empty':[]},"
                    + "'UnprocessedKeys':{}}"));
  }

  @Test
  void projectsForEachTableOnItsOwn() {
    items.create("tbl", "pk:S");
    items.create("other", "pk:S");
    items.put("tbl", "'pk':{'S':'0'},'a':{'N':'1'},'b':{'N':'2'}");
    items.put("other", "'pk':{'S':'0'},'a':{'N':'1'}");

    JsonNode answer =
        get(
            "'RequestItems':{'tbl':{'Keys':%1$s,'ProjectionExpression':'#a','ExpressionAttributeNames':{'#a':'a'}},'other':{'Keys':%1$s,'ProjectionExpression':'absent'}}"
                .formatted(keys(0, 1)));

    assertThat(answer.get("Responses")).isEqualTo(json("{'tbl':[{'a':{'N':'1'}}],'other':[{}]}"));
  }

  @Test
  void selectsAttributesToGet() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'0'},'a':{'N':'1'}");

    assertThat(
            get("'RequestItems':{'tbl':{'Keys':" + keys(0, 1) + ",'AttributesToGet':['a','b']}}")
                .get("Responses"))
        .isEqualTo(json("{'tbl':[{'a':{'N':'1'}}]}"));
  }

  @Test
  void reads100KeysAtOnce() {
    items.create("tbl", "pk:S");
    items.create("other", "pk:S");

    assertThat(get("'RequestItems':{'tbl':{'Keys':" + keys(0, 100) + "}}").get("Responses"))
        .isEqualTo(json("{'tbl':[]}"));
    get(
        "'RequestItems':{'tbl':{'Keys':%s},'other':{'Keys':%s}}"
            .formatted(keys(0, 50), keys(0, 50)));
  }

  @Test
  void roundsTheUnitsOfEveryKeyOnItsOwn() {
    items.create("tbl", "pk:S");
    items.create("other", "pk:S");
    items.put("tbl", "'pk':{'S':'0'},'v':" + Values.string(4096 - 4));
    items.put("tbl", "'pk':{'S':'1'},'v':" + Values.string(4096 - 3));
    String request =
        "'RequestItems':{'tbl':{'Keys':%s%s},'other':{'Keys':%s}},'ReturnConsumedCapacity':'%s'";

    assertThat(get(request.formatted(keys(0, 3), "", keys(0, 1), "TOTAL")).get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "[{'TableName':'tbl','CapacityUnits':2.0},"
                    + "{'TableName':'other','CapacityUnits':0.5}]"));
    assertThat(
            get(request.formatted(keys(0, 3), ",'ConsistentRead':true", keys(0, 1), "INDEXES"))
                .get("ConsumedCapacity"))
        .isEqualTo(
            json(
                "[{'TableName':'tbl','CapacityUnits':4.0,'Table':{'CapacityUnits':4.0}},"
                    + "{'TableName':'other','CapacityUnits':0.5,'Table':{'CapacityUnits':0.5}}]"));
    assertThat(get(request.formatted(keys(0, 3), "", keys(0, 1), "NONE")).has("ConsumedCapacity"))
        .isFalse();
  }

  @Test
  void leavesKeysUnprocessedWhenTheAnswerIsFull() {
    items.create("tbl", "pk:S");
    items.create("later", "pk:S");
    String value = Values.string(300 * 1024 - 6);
    for (int i = 0; i < 100; i++) {
      items.put("tbl", "'pk':{'S':'%03d'},'v':%s".formatted(i, value));
    }
    items.put("later", "'pk':{'S':'0'},'v':" + value);
    String keys =
        IntStream.range(0, 100)
            .mapToObj(i -> "{'pk':{'S':'%03d'}}".formatted(i))
            .collect(Collectors.joining(",", "[", "]"));
    String table =
        "'tbl':{'Keys':%s,'ConsistentRead':true,'ProjectionExpression':'#p,v','ExpressionAttributeNames':{'#p':'pk'}}";

    JsonNode first =
        get("'RequestItems':{" + table.formatted(keys) + "},'ReturnConsumedCapacity':'TOTAL'");
    JsonNode unprocessed = first.get("UnprocessedKeys");
    JsonNode second = get("'RequestItems':" + unprocessed);

    assertThat(first.get("Responses").get("tbl")).hasSize(52);
    assertThat(first.get("ConsumedCapacity").get(0).get("CapacityUnits").asDouble())
        .isEqualTo(52 * 75);
    assertThat(unprocessed.get("tbl").get("Keys")).hasSize(48);
    assertThat(unprocessed.get("tbl").get("ConsistentRead").asBoolean()).isTrue();
    assertThat(unprocessed.get("tbl").get("ProjectionExpression").asText()).isEqualTo("#p,v");
    assertThat(unprocessed.get("tbl").get("ExpressionAttributeNames"))
        .isEqualTo(json("{'#p':'pk'}"));
    assertThat(second.get("Responses").get("tbl")).hasSize(48);
    assertThat(second.get("UnprocessedKeys")).isEmpty();
  }

  @Test
  void leavesTablesUnprocessedThatComeBehindAFullAnswer() {
    ItemsFixture small = ItemsFixture.with(Limits.DYNAMODB.withBatchGetSize(1000));
    small.create("tbl", "pk:S");
    small.create("later", "pk:S");
    small.put("tbl", "'pk':{'S':'0'},'v':" + Values.string(600));
    small.put("later", "'pk':{'S':'0'},'v':" + Values.string(600));

    JsonNode answer =
        small.call(
            "BatchGetItem",
            "{'RequestItems':{'tbl':{'Keys':%1$s,'AttributesToGet':['pk']},'later':{'Keys':%1$s,'AttributesToGet':['pk']}}}"
                .formatted(keys(0, 1)));

    assertThat(answer)
        .isEqualTo(
            json(
                "{'Responses':{'tbl':[{'pk':{'S':'0'}}],'later':[]},'UnprocessedKeys':{'later':"
                    + "{'Keys':[{'pk':{'S':'0'}}],'AttributesToGet':['pk']}}}"));
  }
}
