package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour of GetRecords: what a record holds, and how shards are read (streams.md §7). */
class GetRecordsTest {

  private final StreamFixture streams = StreamFixture.create();

  @Test
  void showsAllMembersOfARecord() {
    String arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");
    streams.put("orders", "1", "a");

    JsonNode record = streams.records(arn).get(0);

    assertThat(record.get("eventID").asText()).matches("[0-9a-f]{32}");
    assertThat(StreamFixture.sequenceNumber(record)).matches("[0-9]{21,40}");
    assertThat(
            record
                .toString()
                .replace(record.get("eventID").asText(), "ID")
                .replace(StreamFixture.sequenceNumber(record), "NUMBER")
                .replace('"', '\''))
        .isEqualTo(
            "{'eventID':'ID','eventName':'INSERT','eventVersion':'1.1',"
                + "'eventSource':'aws:dynamodb','awsRegion':'us-east-1',"
                + "'dynamodb':{'ApproximateCreationDateTime':1772366400,"
                + "'Keys':{'pk':{'S':'1'}},"
                + "'NewImage':{'pk':{'S':'1'},'v':{'S':'a'}},"
                + "'SequenceNumber':'NUMBER','SizeBytes':8,"
                + "'StreamViewType':'NEW_AND_OLD_IMAGES'}}");
  }

  @ParameterizedTest
  @CsvSource({
    "KEYS_ONLY,          false, false, false, false",
    "NEW_IMAGE,          true,  true,  false, false",
    "OLD_IMAGE,          false, false, true,  true",
    "NEW_AND_OLD_IMAGES, true,  true,  true,  true"
  })
  void showsTheImagesOfTheViewType(
      String viewType,
      boolean newOnInsert,
      boolean newOnModify,
      boolean oldOnModify,
      boolean oldOnRemove) {
    String arn = streams.createTable("orders", viewType);
    streams.put("orders", "1", "a");
    streams.put("orders", "1", "b");
    streams.delete("orders", "1");

    List<JsonNode> records = streams.records(arn);

    assertThat(records).hasSize(3);
    assertImages(records.get(0), "INSERT", newOnInsert ? "a" : null, null);
    assertImages(records.get(1), "MODIFY", newOnModify ? "b" : null, oldOnModify ? "a" : null);
    assertImages(records.get(2), "REMOVE", null, oldOnRemove ? "b" : null);
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.at("/dynamodb/Keys").toString())
                  .isEqualTo("{\"pk\":{\"S\":\"1\"}}");
              assertThat(record.at("/dynamodb/StreamViewType").asText()).isEqualTo(viewType);
              assertThat(record.has("userIdentity")).isFalse();
            });
  }

  private static void assertImages(
      JsonNode record, String eventName, String newValue, String oldValue) {
    assertThat(record.get("eventName").asText()).isEqualTo(eventName);
    assertImage(record.at("/dynamodb/NewImage"), newValue);
    assertImage(record.at("/dynamodb/OldImage"), oldValue);
  }

  private static void assertImage(JsonNode image, String value) {
    assertThat(image.isMissingNode()).isEqualTo(value == null);
    if (value != null) {
      assertThat(image.toString())
          .isEqualTo("{\"pk\":{\"S\":\"1\"},\"v\":{\"S\":\"%s\"}}".formatted(value));
    }
  }

  /** The example of streams.md §7.7. */
  @ParameterizedTest
  @CsvSource({
    "NEW_AND_OLD_IMAGES, 26, 59, 38",
    "NEW_IMAGE,          26, 38, 5",
    "OLD_IMAGE,          5,  26, 38",
    "KEYS_ONLY,          5,  5,  5"
  })
  void measuresKeysAndImages(String viewType, int insert, int modify, int remove) {
    String arn =
        streams
            .call(
                "CreateTable",
                """
                {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'Id','AttributeType':'N'}],
                 'KeySchema':[{'AttributeName':'Id','KeyType':'HASH'}],
                 'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'%s'}}
                """,
                viewType)
            .at("/TableDescription/LatestStreamArn")
            .asText();
    streams.call(
        "PutItem", "{'TableName':'orders','Item':{'Id':{'N':'101'},'Message':{'S':'New item!'}}}");
    streams.call(
        "UpdateItem",
        """
        {'TableName':'orders','Key':{'Id':{'N':'101'}},'UpdateExpression':'SET Message = :m',
         'ExpressionAttributeValues':{':m':{'S':'This item has changed'}}}
        """);
    streams.call("DeleteItem", "{'TableName':'orders','Key':{'Id':{'N':'101'}}}");

    assertThat(streams.records(arn))
        .extracting(record -> record.at("/dynamodb/SizeBytes").asInt())
        .containsExactly(insert, modify, remove);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PutItem {'TableName':'orders','Item':{'pk':{'S':'1'},'n':{'N':'1'},"
            + "'s':{'SS':['a','b']}}}",
        "PutItem {'TableName':'orders','Item':{'n':{'N':'1.0'},'s':{'SS':['b','a']},"
            + "'pk':{'S':'1'}}}",
        "UpdateItem {'TableName':'orders','Key':{'pk':{'S':'1'}}}",
        "UpdateItem {'TableName':'orders','Key':{'pk':{'S':'1'}},"
            + "'UpdateExpression':'SET n = :v','ExpressionAttributeValues':{':v':{'N':'1'}}}",
        "UpdateItem {'TableName':'orders','Key':{'pk':{'S':'1'}},"
            + "'UpdateExpression':'ADD s :v','ExpressionAttributeValues':{':v':{'SS':['a']}}}",
        "UpdateItem {'TableName':'orders','Key':{'pk':{'S':'1'}},"
            + "'UpdateExpression':'REMOVE absent'}",
        "DeleteItem {'TableName':'orders','Key':{'pk':{'S':'absent'}}}"
      })
  void writesWithoutEffectLeaveNoRecord(String call) {
    String arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");
    String item = "{'pk':{'S':'1'},'n':{'N':'1'},'s':{'SS':['a','b']}}";
    streams.call("PutItem", "{'TableName':'orders','Item':" + item + "}");

    int blank = call.indexOf(' ');
    streams.call(call.substring(0, blank), call.substring(blank + 1));

    assertThat(streams.records(arn)).hasSize(1);
  }

  @Test
  void failedConditionLeavesNoRecord() {
    String arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");

    assertThat(
            streams.error(
                "PutItem",
                "{'TableName':'orders','Item':{'pk':{'S':'1'}},"
                    + "'ConditionExpression':'attribute_exists(pk)'}"))
        .startsWith("ConditionalCheckFailedException");

    assertThat(streams.records(arn)).isEmpty();
  }

  @Test
  void updateThatCreatesAnItemOfKeysOnlyIsAnInsert() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.call("UpdateItem", "{'TableName':'orders','Key':{'pk':{'S':'1'}}}");

    assertThat(streams.records(arn).get(0).get("eventName").asText()).isEqualTo("INSERT");
    assertThat(streams.records(arn).get(0).at("/dynamodb/NewImage").toString())
        .isEqualTo("{\"pk\":{\"S\":\"1\"}}");
  }

  @Test
  void batchAndTransactionWriteOneRecordPerChange() {
    String arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");
    streams.call(
        "BatchWriteItem",
        """
        {'RequestItems':{'orders':[
          {'PutRequest':{'Item':{'pk':{'S':'1'},'v':{'S':'a'}}}},
          {'PutRequest':{'Item':{'pk':{'S':'2'},'v':{'S':'a'}}}}]}}
        """);
    streams.call(
        "TransactWriteItems",
        """
        {'TransactItems':[
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'1'},'v':{'S':'b'}}}},
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'2'},'v':{'S':'a'}}}},
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'3'},'v':{'S':'c'}}}},
          {'ConditionCheck':{'TableName':'orders','Key':{'pk':{'S':'4'}},
            'ConditionExpression':'attribute_not_exists(pk)'}}]}
        """);

    assertThat(streams.records(arn).stream().map(StreamFixture::summary))
        .containsExactly("INSERT a", "INSERT a", "MODIFY b", "INSERT c");
  }

  @Test
  void cancelledTransactionLeavesNoRecord() {
    String arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");

    streams.error(
        "TransactWriteItems",
        """
        {'TransactItems':[
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'1'}}}},
          {'ConditionCheck':{'TableName':'orders','Key':{'pk':{'S':'4'}},
            'ConditionExpression':'attribute_exists(pk)'}}]}
        """);

    assertThat(streams.records(arn)).isEmpty();
  }

  @Test
  void newStreamDoesNotShowWhatWasThereBefore() {
    String first = streams.createTable("orders", "NEW_IMAGE");
    streams.put("orders", "1", "a");
    streams.disableStream("orders");
    streams.put("orders", "1", "unseen");
    String second = streams.enableStream("orders", "NEW_IMAGE");
    streams.put("orders", "1", "b");

    assertThat(streams.records(first).stream().map(StreamFixture::summary))
        .containsExactly("INSERT a");
    assertThat(streams.records(second).stream().map(StreamFixture::summary))
        .containsExactly("MODIFY b");
  }

  @Test
  void openShardAlwaysLeadsOn() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    JsonNode empty = streams.getRecords(iterator(arn));
    streams.put("orders", "1", "a");
    JsonNode next = streams.getRecords(empty.get("NextShardIterator").asText());

    assertThat(StreamFixture.list(empty)).isEmpty();
    assertThat(StreamFixture.list(next)).hasSize(1);
    assertThat(next.has("NextShardIterator")).isTrue();
  }

  @Test
  void closedShardEndsWithoutIterator() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.put("orders", "1", "a");
    streams.put("orders", "1", "b");
    streams.disableStream("orders");

    JsonNode first = streams.call("GetRecords", "{'ShardIterator':'%s','Limit':1}", iterator(arn));
    JsonNode last = streams.getRecords(first.get("NextShardIterator").asText());

    assertThat(StreamFixture.list(first)).hasSize(1);
    assertThat(StreamFixture.list(last)).hasSize(1);
    assertThat(last.has("NextShardIterator")).isFalse();
  }

  @Test
  void iteratorCanBeUsedTwice() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.put("orders", "1", "a");
    String iterator = iterator(arn);

    assertThat(streams.getRecords(iterator).get("Records"))
        .isEqualTo(streams.getRecords(iterator).get("Records"));
  }

  @Test
  void pagesByLimit() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    for (int i = 0; i < 7; i++) {
      streams.put("orders", "1", "v" + i);
    }

    List<Integer> sizes = new ArrayList<>();
    String iterator = iterator(arn);
    for (int page = 0; page < 4; page++) {
      JsonNode answer = streams.call("GetRecords", "{'ShardIterator':'%s','Limit':3}", iterator);
      sizes.add(answer.get("Records").size());
      iterator = answer.get("NextShardIterator").asText();
    }

    assertThat(sizes).containsExactly(3, 3, 1, 0);
  }

  @Test
  void pageEndsAtOneMegabyte() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    for (int i = 0; i < 4; i++) {
      streams.put("orders", "1", Integer.toString(i) + "x".repeat(300_000));
    }

    JsonNode first = streams.getRecords(iterator(arn));
    JsonNode second = streams.getRecords(first.get("NextShardIterator").asText());

    assertThat(StreamFixture.list(first)).hasSize(3);
    assertThat(StreamFixture.list(second)).hasSize(1);
  }

  @Test
  void pageHoldsAThousandRecords() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    for (int i = 0; i < 1001; i++) {
      streams.put("orders", "1", "v" + i);
    }

    assertThat(StreamFixture.list(streams.getRecords(iterator(arn)))).hasSize(1000);
  }

  @Test
  void recordsAreReadableADayFromADisabledStreamAndADeletedTable() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.put("orders", "1", "a");
    streams.deleteTable("orders");

    streams.advance(Duration.ofHours(24).minusMillis(1));

    assertThat(streams.records(arn)).hasSize(1);
  }

  @Test
  void childShardContinuesTheHistoryOfAnItem() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.put("orders", "1", "a");
    String before = iterator(arn);
    streams.streams.roll(StreamFixture.CALLER, arn, 2);
    streams.put("orders", "1", "b");

    assertThat(StreamFixture.list(streams.getRecords(before))).hasSize(1);
    assertThat(streams.getRecords(before).has("NextShardIterator")).isFalse();
    assertThat(streams.records(arn).stream().map(StreamFixture::summary))
        .containsExactly("INSERT a", "MODIFY b");
  }

  @Test
  void eventIdsAreUniqueAndStable() {
    String one = streams.createTable("orders", "KEYS_ONLY");
    String other = streams.createTable("invoices", "KEYS_ONLY");
    for (int i = 0; i < 100; i++) {
      streams.put("orders", "1", "v" + i);
      streams.put("invoices", "1", "v" + i);
    }

    List<String> ids = new ArrayList<>();
    streams.records(one).forEach(record -> ids.add(record.get("eventID").asText()));
    streams.records(other).forEach(record -> ids.add(record.get("eventID").asText()));

    assertThat(ids).hasSize(200).doesNotHaveDuplicates();
    assertThat(streams.records(one).get(0).get("eventID").asText()).isEqualTo(ids.get(0));
  }

  private String iterator(String arn) {
    return streams.iterator(arn, streams.firstShard(arn), "TRIM_HORIZON");
  }
}
