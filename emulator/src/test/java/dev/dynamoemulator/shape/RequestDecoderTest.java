package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestDecoderTest {

  @Test
  void readsMembersOfEachType() {
    Struct input =
        decode(
            "Query",
            """
            {"TableName":"t","Limit":5,"ConsistentRead":true,"AttributesToGet":["a","b"],
             "ExclusiveStartKey":{"pk":{"S":"x"}},"ExpressionAttributeNames":{"#a":"a"},
             "KeyConditions":{"pk":{"ComparisonOperator":"EQ",
                                    "AttributeValueList":[{"N":"1.50"}]}}}
            """);

    assertThat(input.string("TableName")).isEqualTo("t");
    assertThat(input.integer("Limit")).isEqualTo(5);
    assertThat(input.isTrue("ConsistentRead")).isTrue();
    assertThat(input.strings("AttributesToGet")).containsExactly("a", "b");
    assertThat(input.attributeMap("ExclusiveStartKey").values())
        .containsEntry("pk", new AttributeValue.S("x"));
    assertThat(input.stringMap("ExpressionAttributeNames")).containsEntry("#a", "a");
    Struct condition = input.structMap("KeyConditions").get("pk");
    assertThat(condition.string("ComparisonOperator")).isEqualTo("EQ");
    assertThat(condition.values("AttributeValueList").get(0).value())
        .isEqualTo(new AttributeValue.N(DynamoNumber.parse("1.5")));
    assertThat(input.has("IndexName")).isFalse();
  }

  @Test
  void readsListsOfMapsAndMapsOfLists() {
    Struct get = decode("BatchGetItem", "{'RequestItems':{'t':{'Keys':[{'a':{'S':'x'}}]}}}");
    Struct put = decode("BatchWriteItem", "{'RequestItems':{'t':[{'PutRequest':{'Item':{}}},{}]}}");

    Struct table = get.structMap("RequestItems").get("t");
    assertThat(table.attributeMaps("Keys").get(0).values()).containsOnlyKeys("a");
    List<Struct> requests = put.structListMap("RequestItems").get("t");
    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).struct("PutRequest").attributeMap("Item").values()).isEmpty();
    assertThat(requests.get(1).has("PutRequest")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "5.9, 5",
    "-0.5, -1",
    "1e2, 100",
    "99999999999, 2147483647",
    "-99999999999999999999999, -2147483648",
    "0, 0"
  })
  void takesTheIntegerBelowANumber(String given, int expected) {
    assertThat(decode("Scan", "{'Limit':" + given + "}").integer("Limit")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "1000000000000000001, 1000000000000000001", "1e30, 9223372036854775807"})
  void takesTheLongBelowANumber(String given, long expected) {
    Struct input =
        decode("UpdateTable", "{'ProvisionedThroughput':{'ReadCapacityUnits':" + given + "}}");

    assertThat(input.struct("ProvisionedThroughput").longNumber("ReadCapacityUnits"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "false, false",
    "'\"true\"', true",
    "'\"YES\"', true",
    "'\"1\"', true",
    "'\"False\"', false",
    "'\"no\"', false",
    "'\"0\"', false"
  })
  void takesBooleansInWords(String given, boolean expected) {
    assertThat(decode("GetItem", "{'ConsistentRead':" + given + "}").bool("ConsistentRead"))
        .isEqualTo(expected);
  }

  @Test
  void readsTimestampsAsSeconds() {
    Struct input = decode("ListBackups", "{'TimeRangeLowerBound':1421866952.062}");

    assertThat(input.doubleNumber("TimeRangeLowerBound")).isEqualTo(1421866952.062);
  }

  @Test
  void ignoresUnknownMembersAndNulls() {
    Struct input =
        decode(
            "PutItem",
            "{'Unknown':{'a':[1,{'b':null}]},'TableName':null,'Item':{'a':{'S':'x','Q':[{}]}}}");

    assertThat(input.has("TableName")).isFalse();
    assertThat(input.attributeMap("Item").values()).containsEntry("a", new AttributeValue.S("x"));
  }

  @Test
  void takesTheLastOfRepeatedMembers() {
    Struct input = decode("GetItem", "{'TableName':'a','TableName':'b'}");

    assertThat(input.string("TableName")).isEqualTo("b");
  }

  static Struct decode(String operation, String json) {
    return RequestDecoder.decode(
        ShapeTable.standard().input(operation),
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        Wording.NEWER);
  }
}
