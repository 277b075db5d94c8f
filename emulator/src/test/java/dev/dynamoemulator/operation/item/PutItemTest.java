package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: items.md §3, §4; data-model.md §1 to §5. */
class PutItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  private JsonNode put(String attributes, String members) {
    return items.call("PutItem", "{'TableName':'tbl','Item':{" + attributes + "}" + members + "}");
  }

  @Test
  void replacesTheWholeItem() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'old':{'S':'x'},'both':{'N':'1'}");

    items.put("tbl", "'pk':{'S':'1'},'both':{'S':'2'}");

    assertThat(items.get("tbl", "'pk':{'S':'1'}"))
        .isEqualTo(json("{'pk':{'S':'1'},'both':{'S':'2'}}"));
  }

  @Test
  void answersNothingUnlessAsked() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'}");

    assertThat(put("'pk':{'S':'1'}", "")).isEqualTo(json("{}"));
    assertThat(put("'pk':{'S':'1'}", ",'ReturnValues':'NONE'")).isEqualTo(json("{}"));
  }

  @Test
  void returnsOldItemOnlyWhenItExisted() {
    items.create("tbl", "pk:S");

    assertThat(put("'pk':{'S':'1'},'a':{'N':'1'}", ",'ReturnValues':'ALL_OLD'"))
        .isEqualTo(json("{}"));
    assertThat(put("'pk':{'S':'1'},'b':{'N':'2'}", ",'ReturnValues':'ALL_OLD'"))
        .isEqualTo(json("{'Attributes':{'pk':{'S':'1'},'a':{'N':'1'}}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'S':'a é 𝄞'}",
        "{'N':'-12.5'}",
        "{'B':'AP8='}",
        "{'BOOL':true}",
        "{'BOOL':false}",
        "{'NULL':true}",
        "{'SS':['one']}",
        "{'NS':['1']}",
        "{'BS':['AQ==']}",
        "{'L':[{'S':'a'},{'N':'1'},{'L':[]}]}",
        "{'M':{'A':{'S':'upper'},'a':{'S':'lower'}}}",
        "{'S':''}",
        "{'B':''}",
        "{'L':[]}",
        "{'M':{}}",
        "{'SS':['']}",
        "{'BS':['']}",
        "{'L':[{'S':''},{'B':''},{'M':{'e':{'L':[]}}}]}",
        "{'M':{'e':{'S':''},'s':{'SS':['']}}}"
      })
  void givesBackEveryKindOfValueUnchanged(String value) {
    items.create("tbl", "pk:S");

    items.put("tbl", "'pk':{'S':'1'},'v':" + value);

    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("v")).isEqualTo(json(value));
  }

  @ParameterizedTest
  @CsvSource({
    "+5, 5",
    "-0, 0",
    "1.5E+3, 1500",
    ".5, 0.5",
    "00042, 42",
    "3.1400, 3.14",
    "-1e-2, -0.01",
    "12345678901234567890123456789012345678, 12345678901234567890123456789012345678"
  })
  void normalisesNumbers(String sent, String returned) {
    items.create("tbl", "pk:N");
    String number = "{'N':'" + sent + "'}";

    items.put("tbl", "'pk':" + number + ",'v':" + number + ",'ns':{'NS':['" + sent + "']}");

    assertThat(items.get("tbl", "'pk':" + number))
        .isEqualTo(
            json("{'pk':{'N':'%1$s'},'v':{'N':'%1$s'},'ns':{'NS':['%1$s']}}".formatted(returned)));
  }

  @Test
  void takesEqualNumbersForTheSameKey() {
    items.create("tbl", "pk:N");
    items.put("tbl", "'pk':{'N':'5'},'v':{'S':'first'}");

    JsonNode answer = put("'pk':{'N':'+5.00'},'v':{'S':'second'}", ",'ReturnValues':'ALL_OLD'");

    assertThat(answer).isEqualTo(json("{'Attributes':{'pk':{'N':'5'},'v':{'S':'first'}}}"));
    assertThat(items.get("tbl", "'pk':{'N':'5.0'}").get("v")).isEqualTo(json("{'S':'second'}"));
  }

  @Test
  void tellsKeysOfDifferentSortKeysApart() {
    items.create("tbl", "pk:S sk:B");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'B':'AA=='},'v':{'N':'1'}");
    items.put("tbl", "'pk':{'S':'1'},'sk':{'B':'AAA='},'v':{'N':'2'}");

    assertThat(items.get("tbl", "'pk':{'S':'1'},'sk':{'B':'AA=='}").get("v"))
        .isEqualTo(json("{'N':'1'}"));
    assertThat(items.get("tbl", "'sk':{'B':'AAA='},'pk':{'S':'1'}").get("v"))
        .isEqualTo(json("{'N':'2'}"));
  }

  @Test
  void putsOnlyWhenTheConditionHolds() {
    items.create("tbl", "pk:S");
    String createOnly = ",'ConditionExpression':'attribute_not_exists(pk)'";

    put("'pk':{'S':'1'},'v':{'N':'1'}", createOnly);
    String fault =
        items.fault(
            "PutItem",
            "{'TableName':'tbl','Item':{'pk':{'S':'1'},'v':{'N':'2'}}" + createOnly + "}");

    assertThat(fault).isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("v")).isEqualTo(json("{'N':'1'}"));
  }

  @Test
  void evaluatesConditionsOnAMissingItemAgainstNoAttributes() {
    items.create("tbl", "pk:S");

    put(
        "'pk':{'S':'1'}",
        ",'ConditionExpression':'a <> :v AND NOT a = :v',"
            + "'ExpressionAttributeValues':{':v':{'S':'x'}}");
    put("'pk':{'S':'2'}", ",'Expected':{'pk':{'Exists':false}}");

    assertThat(items.get("tbl", "'pk':{'S':'1'}")).isNotNull();
    assertThat(items.get("tbl", "'pk':{'S':'2'}")).isNotNull();
  }

  @Test
  void testsExpectedAttributes() {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'v':{'N':'1'}");

    put("'pk':{'S':'1'},'v':{'N':'2'}", ",'Expected':{'v':{'Value':{'N':'1.0'}}}");
    String fault =
        items.fault(
            "PutItem",
            "{'TableName':'tbl','Item':{'pk':{'S':'1'}},"
                + "'Expected':{'v':{'ComparisonOperator':'LT','Value':{'N':'2'}}}}");

    assertThat(fault).isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("v")).isEqualTo(json("{'N':'2'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PutItem", "DeleteItem", "UpdateItem"})
  void showsTheItemThatFailedTheConditionOnlyWhenAsked(String operation) {
    items.create("tbl", "pk:S");
    items.put("tbl", "'pk':{'S':'1'},'v':{'N':'1'}");
    String failing =
        "{'TableName':'tbl','%s':{'pk':{'S':'%s'}},'ConditionExpression':'v = :v',"
            + "'ExpressionAttributeValues':{':v':{'N':'7'}}%s}";
    String parameter = operation.equals("PutItem") ? "Item" : "Key";
    String allOld = ",'ReturnValuesOnConditionCheckFailure':'ALL_OLD'";
    String none = ",'ReturnValuesOnConditionCheckFailure':'NONE'";

    assertThat(items.error(operation, failing.formatted(parameter, "1", allOld)).get("Item"))
        .isEqualTo(json("{'pk':{'S':'1'},'v':{'N':'1'}}"));
    assertThat(items.error(operation, failing.formatted(parameter, "1", none)).has("Item"))
        .isFalse();
    assertThat(items.error(operation, failing.formatted(parameter, "1", "")).has("Item")).isFalse();
    assertThat(items.error(operation, failing.formatted(parameter, "2", allOld)).has("Item"))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PutItem", "DeleteItem", "UpdateItem"})
  void estimatesItemCollectionsOfTablesWithALocalIndexOnly(String operation) {
    items.create("tbl", "pk:S sk:S", "LSI local pk:S rank:N KEYS_ONLY");
    items.create("plain", "pk:S sk:S");
    String request =
        "{'TableName':'%s','"
            + (operation.equals("PutItem") ? "Item" : "Key")
            + "':{'pk':{'S':'1'},'sk':{'S':'a'}}%s}";
    String size = ",'ReturnItemCollectionMetrics':'SIZE'";

    assertThat(items.call(operation, request.formatted("tbl", size)))
        .isEqualTo(
            json(
                "{'ItemCollectionMetrics':{'ItemCollectionKey':{'pk':{'S':'1'}},"
                    + "'SizeEstimateRangeGB':[0.0,1.0]}}"));
    assertThat(items.call(operation, request.formatted("plain", size))).isEqualTo(json("{}"));
    assertThat(items.call(operation, request.formatted("tbl", ""))).isEqualTo(json("{}"));
    assertThat(
            items.call(
                operation, request.formatted("tbl", ",'ReturnItemCollectionMetrics':'NONE'")))
        .isEqualTo(json("{}"));
  }

  @Test
  void acceptsAnItemOfExactly400Kilobytes() {
    items.create("tbl", "pk:S");

    items.put("tbl", "'pk':{'S':'1'},'v':" + Values.string(409_600 - 4));

    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("v").get("S").asText()).hasSize(409_596);
  }

  @Test
  void acceptsTheLongestKeys() {
    items.create("strings", "pk:S sk:S", "GSI index gpk:S gsk:S ALL");
    items.create("binaries", "pk:B sk:B");

    items.put(
        "strings",
        "'pk':%1$s,'sk':%2$s,'gpk':%1$s,'gsk':%2$s"
            .formatted(Values.string(2048), Values.string(1024)));
    items.put("binaries", "'pk':%s,'sk':%s".formatted(Values.binary(2048), Values.binary(1024)));

    assertThat(
            items.get(
                "binaries", "'pk':%s,'sk':%s".formatted(Values.binary(2048), Values.binary(1024))))
        .isNotNull();
  }

  @Test
  void accepts32LevelsAndTheLongestAttributeName() {
    items.create("tbl", "pk:S");
    String name = "n".repeat(65_535);

    items.put("tbl", "'pk':{'S':'1'},'v':" + Values.nested(32));
    items.put(
        "tbl", "'pk':{'S':'2'},'" + name + "':{'S':'x'},'m':{'M':{'" + name + "':{'N':'1'}}}");

    assertThat(items.get("tbl", "'pk':{'S':'1'}").get("v")).isEqualTo(json(Values.nested(32)));
    assertThat(items.get("tbl", "'pk':{'S':'2'}").get(name)).isEqualTo(json("{'S':'x'}"));
  }

  @Test
  void acceptsTheTableAsArnAndReportsItAsSent() {
    items.create("tbl", "pk:S");
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/tbl";

    JsonNode answer =
        items.call(
            "PutItem",
            "{'TableName':'%s','Item':{'pk':{'S':'1'}},'ReturnConsumedCapacity':'TOTAL'}"
                .formatted(arn));

    assertThat(answer)
        .isEqualTo(
            json("{'ConsumedCapacity':{'TableName':'%s','CapacityUnits':1.0}}".formatted(arn)));
    assertThat(items.get("tbl", "'pk':{'S':'1'}")).isNotNull();
  }

  @Test
  void leavesOutOfAnIndexWhatLacksAnyOfItsKeys() {
    items.create("tbl", "pk:S", "GSI index gpk:S gsk:N ALL");
    items.put("tbl", "'pk':{'S':'none'}");
    items.put("tbl", "'pk':{'S':'half'},'gpk':{'S':'g'}");
    items.put("tbl", "'pk':{'S':'otherHalf'},'gsk':{'N':'1'}");
    items.put("tbl", "'pk':{'S':'both'},'gpk':{'S':'g'},'gsk':{'N':'1'}");

    JsonNode scan = items.call("Scan", "{'TableName':'tbl','IndexName':'index'}");

    assertThat(scan)
        .isEqualTo(
            json(
                "{'Items':[{'pk':{'S':'both'},'gpk':{'S':'g'},'gsk':{'N':'1'}}],"
                    + "'Count':1,'ScannedCount':1}"));
  }
}
