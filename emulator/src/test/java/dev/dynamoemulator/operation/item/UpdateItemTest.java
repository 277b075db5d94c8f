package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.ItemsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: items.md §3, §4.1; expressions.md §8.4, §8.5; legacy.md §5.2. */
class UpdateItemTest {

  private final ItemsFixture items = ItemsFixture.newer();

  @BeforeEach
  void createTable() {
    items.create("tbl", "pk:S", "GSI index gpk:S ALL");
  }

  private JsonNode update(String members) {
    return items.call("UpdateItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'}}" + members + "}");
  }

  private String fault(String members) {
    return items.fault("UpdateItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'}}" + members + "}");
  }

  private JsonNode item() {
    return items.get("tbl", "'pk':{'S':'1'}");
  }

  @Test
  void createsAnItemOfTheKeyAloneWhenNothingIsToBeChanged() {
    assertThat(update("")).isEqualTo(json("{}"));
    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'}}"));

    items.put("tbl", "'pk':{'S':'1'},'a':{'S':'x'}");
    assertThat(update(",'AttributeUpdates':{}")).isEqualTo(json("{}"));
    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'},'a':{'S':'x'}}"));
  }

  @Test
  void createsTheItemFromKeyAndActions() {
    update(
        ",'UpdateExpression':'SET a = :a ADD n :n REMOVE r',"
            + "'ExpressionAttributeValues':{':a':{'S':'x'},':n':{'N':'3'}}");

    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'},'a':{'S':'x'},'n':{'N':'3'}}"));
  }

  /** Alternator: test_nested_attribute_remove_from_missing_item; issue 5862. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'UpdateExpression':'REMOVE a, b.c, d[0]'",
        ",'UpdateExpression':'DELETE a.b :ss','ExpressionAttributeValues':{':ss':{'SS':['x']}}",
        ",'AttributeUpdates':{'a':{'Action':'DELETE'}}"
      })
  void createsNothingWhenThereIsOnlySomethingToRemove(String removal) {
    assertThat(update(removal + ",'ReturnValues':'ALL_NEW'")).isEqualTo(json("{}"));
    assertThat(item()).isNull();
  }

  @Test
  void createsNothingWhenTheConditionIsFalse() {
    assertThat(fault(",'UpdateExpression':'REMOVE a','ConditionExpression':'attribute_exists(pk)'"))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(item()).isNull();
  }

  @Test
  void computesEveryValueFromTheOldItem() {
    items.put("tbl", "'pk':{'S':'1'},'a':{'N':'1'},'b':{'N':'2'}");

    update(
        ",'UpdateExpression':'SET a = b, b = a + :n',"
            + "'ExpressionAttributeValues':{':n':{'N':'10'}}");

    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'},'a':{'N':'2'},'b':{'N':'11'}}"));
  }

  @Test
  void evaluatesTheWorkedExample() {
    items.put(
        "tbl",
        "'pk':{'S':'1'},'a':{'N':'9'},'b':{'M':{'a':{'N':'1'},'b':{'N':'2'},'c':{'N':'3'}}},"
            + "'c':{'L':[{'N':'1'},{'N':'3'}]}");

    JsonNode answer =
        update(
            ",'UpdateExpression':'set b.c=((c[1])+(b.a)), b.a = a, c[1] = a, c[4] = b.a - b.b,"
                + " c[2] = b.c add c[8] :ss, c[6] :two',"
                + "'ExpressionAttributeValues':{':ss':{'SS':['s']},':two':{'N':'2'}},"
                + "'ReturnValues':'UPDATED_NEW'");

    assertThat(item().get("b"))
        .isEqualTo(json("{'M':{'a':{'N':'9'},'b':{'N':'2'},'c':{'N':'4'}}}"));
    assertThat(item().get("c"))
        .isEqualTo(json("{'L':[{'N':'1'},{'N':'9'},{'N':'3'},{'N':'-1'},{'N':'2'},{'SS':['s']}]}"));
    assertThat(answer.get("Attributes").get("c"))
        .isEqualTo(json("{'L':[{'N':'9'},{'N':'3'},{'N':'2'}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NONE        | {}",
        "ALL_OLD     | {'Attributes':{'pk':{'S':'1'},'a':{'N':'1'},'m':{'M':{'x':{'N':'1'},"
            + "'y':{'N':'2'}}},'gone':{'S':'g'}}}",
        "ALL_NEW     | {'Attributes':{'pk':{'S':'1'},'a':{'N':'1'},'m':{'M':{'x':{'N':'7'},"
            + "'y':{'N':'2'}}},'new':{'N':'7'}}}",
        "UPDATED_OLD | {'Attributes':{'a':{'N':'1'},'m':{'M':{'x':{'N':'1'}}},'gone':{'S':'g'}}}",
        "UPDATED_NEW | {'Attributes':{'a':{'N':'1'},'m':{'M':{'x':{'N':'7'}}},'new':{'N':'7'}}}"
      })
  void returnsWhatIsAskedForOfAnExistingItem(String returnValues, String answer) {
    items.put(
        "tbl",
        "'pk':{'S':'1'},'a':{'N':'1'},'m':{'M':{'x':{'N':'1'},'y':{'N':'2'}}},'gone':{'S':'g'}");

    assertThat(
            update(
                ",'UpdateExpression':'SET a = a, m.x = :n, #new = :n REMOVE gone',"
                    + "'ExpressionAttributeNames':{'#new':'new'},"
                    + "'ExpressionAttributeValues':{':n':{'N':'7'}},'ReturnValues':'"
                    + returnValues
                    + "'"))
        .isEqualTo(json(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALL_OLD     | {}",
        "ALL_NEW     | {'Attributes':{'pk':{'S':'1'},'a':{'N':'7'}}}",
        "UPDATED_OLD | {}",
        "UPDATED_NEW | {'Attributes':{'a':{'N':'7'}}}"
      })
  void returnsWhatIsAskedForOfACreatedItem(String returnValues, String answer) {
    String members =
        ",'UpdateExpression':'SET a = :n','ExpressionAttributeValues':{':n':{'N':'7.0'}},"
            + "'ReturnValues':'";

    assertThat(update(members + returnValues + "'")).isEqualTo(json(answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATED_OLD | {'Attributes':{'a':{'S':'x'}}}",
        "UPDATED_NEW | {}",
        "ALL_NEW     | {'Attributes':{'pk':{'S':'1'}}}"
      })
  void returnsNothingOfWhatARemovalLeaves(String returnValues, String answer) {
    items.put("tbl", "'pk':{'S':'1'},'a':{'S':'x'}");

    assertThat(update(",'UpdateExpression':'REMOVE a, b','ReturnValues':'" + returnValues + "'"))
        .isEqualTo(json(answer));
  }

  @Test
  void appliesAttributeUpdates() {
    items.put(
        "tbl",
        "'pk':{'S':'1'},'a.b':{'S':'x'},'n':{'N':'1'},'ss':{'SS':['a','b']},'last':{'SS':['a']},"
            + "'l':{'L':[{'N':'1'}]},'gone':{'S':'g'}");

    JsonNode answer =
        update(
            ",'AttributeUpdates':{'a.b':{'Value':{'N':'2'}},'n':{'Action':'ADD','Value':{'N':'2'}},"
                + "'ss':{'Action':'DELETE','Value':{'SS':['a']}},"
                + "'last':{'Action':'DELETE','Value':{'SS':['a']}},"
                + "'l':{'Action':'ADD','Value':{'L':[{'N':'2'}]}},'gone':{'Action':'DELETE'},"
                + "'none':{'Action':'DELETE'}},'ReturnValues':'UPDATED_NEW'");

    String updated =
        "'a.b':{'N':'2'},'n':{'N':'3'},'ss':{'SS':['b']},'l':{'L':[{'N':'1'},{'N':'2'}]}";
    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'}," + updated + "}"));
    assertThat(answer).isEqualTo(json("{'Attributes':{" + updated + "}}"));
  }

  @Test
  void createsNoItemByDeletingAttributesAlone() {
    assertThat(
            update(
                ",'AttributeUpdates':{'a':{'Action':'DELETE'}},'ReturnValues':'ALL_NEW',"
                    + "'ReturnConsumedCapacity':'TOTAL'"))
        .isEqualTo(json("{'ConsumedCapacity':{'TableName':'tbl','CapacityUnits':1.0}}"));
    assertThat(item()).isNull();

    update(",'AttributeUpdates':{'a':{'Action':'DELETE'},'b':{'Value':{'S':'x'}}}");
    assertThat(item()).isEqualTo(json("{'pk':{'S':'1'},'b':{'S':'x'}}"));
  }

  @Test
  void movesTheIndexEntryWithItsKey() {
    items.put("tbl", "'pk':{'S':'1'},'gpk':{'S':'a'}");
    String query =
        "{'TableName':'tbl','IndexName':'index','KeyConditionExpression':'gpk = :g',"
            + "'ExpressionAttributeValues':{':g':{'S':'%s'}},'Select':'COUNT'}";

    update(",'UpdateExpression':'SET gpk = :g','ExpressionAttributeValues':{':g':{'S':'b'}}");

    assertThat(items.call("Query", query.formatted("a")).get("Count").asInt()).isZero();
    assertThat(items.call("Query", query.formatted("b")).get("Count").asInt()).isOne();

    update(",'UpdateExpression':'REMOVE gpk'");
    assertThat(items.call("Query", query.formatted("b")).get("Count").asInt()).isZero();
  }

  @Test
  void acceptsAResultOfExactly400Kilobytes() {
    String half = Values.string(204_798);
    items.put("tbl", "'pk':{'S':'1'},'a':" + half);

    update(
        ",'UpdateExpression':'SET b = :b','ExpressionAttributeValues':{':b':"
            + Values.string(204_797)
            + "}");

    assertThat(
            fault(
                ",'UpdateExpression':'SET b = :b','ExpressionAttributeValues':{':b':"
                    + Values.string(204_798)
                    + "}"))
        .isEqualTo("Item size to update has exceeded the maximum allowed size");
    assertThat(item().get("b").get("S").asText()).hasSize(204_797);
  }
}
