package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static dev.dynamoemulator.operation.item.TransactionFixture.orderKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence: transactions.md §1, §3.1, §5.1, §6. */
class TransactWriteItemsTest {

  private final TransactionFixture fixture = TransactionFixture.start();

  @Test
  void carriesOutEveryKindOfActionAcrossTables() {
    fixture.putAccount("ada", "'balance':{'N':'10'}");
    fixture.putAccount("bob", "'balance':{'N':'5'}");
    fixture.putAccount("eve", "'balance':{'N':'0'}");

    JsonNode answer =
        fixture.write(
            """
            {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
              'ConditionExpression':'balance > :min',
              'ExpressionAttributeValues':{':min':{'N':'1'}}}},
            {'Put':{'TableName':'orders','Item':{
              'customer':{'S':'ada'},'number':{'N':'1'},'state':{'S':'new'}}}},
            {'Update':{'TableName':'accounts','Key':{'id':{'S':'bob'}},
              'UpdateExpression':'SET #b = #b + :n','ExpressionAttributeNames':{'#b':'balance'},
              'ExpressionAttributeValues':{':n':{'N':'7'}}}},
            {'Delete':{'TableName':'accounts','Key':{'id':{'S':'eve'}},
              'ConditionExpression':'attribute_exists(id)'}}
            """);

    assertThat(answer).isEqualTo(json("{}"));
    assertThat(fixture.account("ada")).isEqualTo(json("{'id':{'S':'ada'},'balance':{'N':'10'}}"));
    assertThat(fixture.account("bob")).isEqualTo(json("{'id':{'S':'bob'},'balance':{'N':'12'}}"));
    assertThat(fixture.account("eve")).isNull();
    assertThat(fixture.order("ada", 1))
        .isEqualTo(json("{'customer':{'S':'ada'},'number':{'N':'1'},'state':{'S':'new'}}"));
  }

  @Test
  void writesNothingWhenOneConditionFails() {
    fixture.putAccount("ada", "'balance':{'N':'10'}");

    JsonNode error =
        fixture.error(
            "TransactWriteItems",
            TransactionFixture.transaction(
                """
                {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
                  'UpdateExpression':'SET balance = :n',
                  'ExpressionAttributeValues':{':n':{'N':'0'}}}},
                {'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'}},
                  'ConditionExpression':'attribute_exists(customer)'}}
                """));

    assertThat(error)
        .isEqualTo(
            json(
                """
                {'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
                 'Message':'Transaction cancelled, please refer cancellation reasons for specific \
                reasons [None, ConditionalCheckFailed]',
                 'CancellationReasons':[
                   {'Code':'None'},
                   {'Code':'ConditionalCheckFailed','Message':'The conditional request failed'}]}
                """));
    assertThat(fixture.account("ada").get("balance")).isEqualTo(json("{'N':'10'}"));
    assertThat(fixture.order("ada", 1)).isNull();
  }

  @Test
  void writesNothingForAConditionCheck() {
    fixture.putAccount("ada", "");

    fixture.write(
        """
        {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
          'ConditionExpression':'attribute_exists(id)'}},
        {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'bob'}},
          'ConditionExpression':'attribute_not_exists(id)'}}
        """);

    assertThat(fixture.account("ada")).isEqualTo(json("{'id':{'S':'ada'}}"));
    assertThat(fixture.account("bob")).isNull();
  }

  @Test
  void evaluatesEveryElementAlsoBehindAFailedOne() {
    fixture.putAccount("ada", "'text':{'S':'x'}");

    JsonNode reasons =
        fixture.writeReasons(
            """
            {'Put':{'TableName':'accounts','Item':{'id':{'S':'bob'}},
              'ConditionExpression':'attribute_exists(id)'}},
            {'Put':{'TableName':'accounts','Item':{'id':{'N':'1'}}}},
            {'Delete':{'TableName':'accounts','Key':{'id':{'S':'eve'}}}},
            {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
              'UpdateExpression':'ADD #t :n','ExpressionAttributeNames':{'#t':'text'},
              'ExpressionAttributeValues':{':n':{'N':'1'}}}},
            {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'zoe'}},
              'ConditionExpression':'attribute_exists(id)'}}
            """);

    assertThat(reasons.findValuesAsText("Code"))
        .containsExactly(
            "ConditionalCheckFailed",
            "ValidationError",
            "None",
            "ValidationError",
            "ConditionalCheckFailed");
  }

  @Test
  void showsTheOldItemOnlyWhereItWasAskedForAndExists() {
    fixture.putAccount("ada", "'m':{'M':{'a':{'L':[{'N':'1'},{'B':'AQ=='}]}}}");
    fixture.putAccount("bob", "'n':{'N':'1'}");
    fixture.putAccount("cem", "'n':{'N':'1'}");
    fixture.putAccount("dan", "'n':{'N':'1'}");

    JsonNode reasons =
        fixture.writeReasons(
            """
            {'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'}},
              'ConditionExpression':'attribute_not_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}},
            {'Delete':{'TableName':'accounts','Key':{'id':{'S':'bob'}},
              'ConditionExpression':'attribute_not_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}},
            {'Update':{'TableName':'accounts','Key':{'id':{'S':'cem'}},
              'UpdateExpression':'REMOVE n','ConditionExpression':'attribute_not_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}},
            {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'dan'}},
              'ConditionExpression':'attribute_not_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}},
            {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'nobody'}},
              'ConditionExpression':'attribute_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}
            """);

    String failed = "'Code':'ConditionalCheckFailed','Message':'The conditional request failed'";
    assertThat(reasons)
        .isEqualTo(
            json(
                """
                [{%1$s,'Item':{'id':{'S':'ada'},'m':{'M':{'a':{'L':[{'N':'1'},{'B':'AQ=='}]}}}}},
                 {%1$s,'Item':{'id':{'S':'bob'},'n':{'N':'1'}}},
                 {%1$s,'Item':{'id':{'S':'cem'},'n':{'N':'1'}}},
                 {%1$s,'Item':{'id':{'S':'dan'},'n':{'N':'1'}}},
                 {%1$s}]
                """
                    .formatted(failed)));
  }

  @Test
  void keepsTheOldItemToItselfUnlessAsked() {
    fixture.putAccount("ada", "");
    fixture.putAccount("bob", "");

    JsonNode reasons =
        fixture.writeReasons(
            """
            {'Delete':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
              'ConditionExpression':'attribute_not_exists(id)'}},
            {'Delete':{'TableName':'accounts','Key':{'id':{'S':'bob'}},
              'ConditionExpression':'attribute_not_exists(id)',
              'ReturnValuesOnConditionCheckFailure':'NONE'}}
            """);

    assertThat(reasons.findValues("Item")).isEmpty();
  }

  @Test
  void deletesAMissingItemAndCreatesOneByUpdate() {
    fixture.write(
        """
        {'Delete':{'TableName':'accounts','Key':{'id':{'S':'ghost'}}}},
        {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
          'UpdateExpression':'SET a = :a','ExpressionAttributeValues':{':a':{'N':'1.0'}}}}
        """);

    assertThat(fixture.account("ghost")).isNull();
    assertThat(fixture.account("ada")).isEqualTo(json("{'id':{'S':'ada'},'a':{'N':'1'}}"));
  }

  @Test
  void leavesNoGhostBehindAnUpdateWhoseConditionFails() {
    fixture.writeReasons(
        """
        {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
          'UpdateExpression':'SET a = :a','ConditionExpression':'attribute_exists(id)',
          'ExpressionAttributeValues':{':a':{'N':'1'}}}}
        """);

    assertThat(fixture.account("ada")).isNull();
  }

  @Test
  void replacesTheWholeItemByPut() {
    fixture.putAccount("ada", "'old':{'S':'x'}");

    fixture.write("{'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'},'new':{'S':'y'}}}}");

    assertThat(fixture.account("ada")).isEqualTo(json("{'id':{'S':'ada'},'new':{'S':'y'}}"));
  }

  @Test
  void keepsIndexesInStep() {
    fixture.write(
        """
        {'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'},
          'state':{'S':'new'},'day':{'S':'mon'}}}},
        {'Put':{'TableName':'orders','Item':{'customer':{'S':'bob'},'number':{'N':'1'},
          'state':{'S':'new'},'day':{'S':'mon'}}}}
        """);
    fixture.write(
        """
        {'Update':{'TableName':'orders','Key':%s,'UpdateExpression':'SET #d = :d',
          'ExpressionAttributeNames':{'#d':'day'},'ExpressionAttributeValues':{':d':{'S':'tue'}}}},
        {'Delete':{'TableName':'orders','Key':%s}}
        """
            .formatted(orderKey("ada", 1), orderKey("bob", 1)));

    assertThat(countOfDay("mon")).isZero();
    assertThat(countOfDay("tue")).isEqualTo(1);
  }

  private int countOfDay(String day) {
    return fixture
        .call(
            "Query",
            """
            {'TableName':'orders','IndexName':'byDay','KeyConditionExpression':'#d = :d',
             'ExpressionAttributeNames':{'#d':'day'},
             'ExpressionAttributeValues':{':d':{'S':'%s'}}}
            """
                .formatted(day))
        .get("Count")
        .asInt();
  }

  @Test
  void takesAHundredActions() {
    fixture.write(
        IntStream.range(0, 100)
            .mapToObj("{'Put':{'TableName':'accounts','Item':{'id':{'S':'a%d'}}}}"::formatted)
            .collect(Collectors.joining(",")));

    assertThat(fixture.call("Scan", "{'TableName':'accounts'}").get("Count").asInt())
        .isEqualTo(100);
  }

  @Test
  void takesTheSameKeyInTwoTablesAndDifferentKeysInOne() {
    fixture.write(
        """
        {'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'}}}},
        {'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'}}}},
        {'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'2'}}}}
        """);

    assertThat(fixture.order("ada", 2)).isNotNull();
  }

  @Test
  void ignoresMembersThatItDoesNotKnow() {
    fixture.write(
        """
        {'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'}},'ReturnValues':'ALL_OLD',
          'Expected':{'id':{'Exists':true}},'Colour':'red'},'Colour':{'red':true}}
        """);

    assertThat(fixture.account("ada")).isNotNull();
  }

  @Test
  void findsATableByItsArn() {
    fixture.write(
        """
        {'Put':{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/accounts',
          'Item':{'id':{'S':'ada'}}}}
        """);

    assertThat(fixture.account("ada")).isNotNull();
  }

  @Test
  void keepsAccountsAndRegionsApart() {
    fixture.createAccounts("000000000000", "eu-west-2");
    fixture.createAccounts("111111111111", "us-east-1");
    String put =
        TransactionFixture.transaction(
            "{'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'}},"
                + "'ConditionExpression':'attribute_not_exists(id)'}}",
            "'ClientRequestToken':'same'");

    fixture.callIn("000000000000", "eu-west-2", "TransactWriteItems", put);
    fixture.callIn("111111111111", "us-east-1", "TransactWriteItems", put);

    assertThat(fixture.account("ada")).isNull();
    fixture.call("TransactWriteItems", put);
    assertThat(fixture.account("ada")).isNotNull();
  }

  @Test
  void reportsItemCollectionsOfTablesWithALocalIndexOnly() {
    JsonNode answer =
        fixture.write(
            """
            {'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'}}}},
            {'Delete':{'TableName':'orders','Key':{'customer':{'S':'ada'},'number':{'N':'2'}}}},
            {'Update':{'TableName':'orders','Key':{'customer':{'S':'bob'},'number':{'N':'1'}},
              'UpdateExpression':'REMOVE a'}},
            {'ConditionCheck':{'TableName':'orders','Key':{'customer':{'S':'eve'},
              'number':{'N':'1'}},'ConditionExpression':'attribute_not_exists(a)'}},
            {'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'}}}}
            """,
            "'ReturnItemCollectionMetrics':'SIZE'");

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'ItemCollectionMetrics':{'orders':[
                  {'ItemCollectionKey':{'customer':{'S':'ada'}},'SizeEstimateRangeGB':[0.0,1.0]},
                  {'ItemCollectionKey':{'customer':{'S':'bob'}},'SizeEstimateRangeGB':[0.0,1.0]}]}}
                """));
  }

  @Test
  void reportsNoItemCollectionsWhereNothingIsWritten() {
    JsonNode answer =
        fixture.write(
            """
            {'ConditionCheck':{'TableName':'orders','Key':{'customer':{'S':'eve'},
              'number':{'N':'1'}},'ConditionExpression':'attribute_not_exists(a)'}}
            """,
            "'ReturnItemCollectionMetrics':'SIZE'");

    assertThat(answer).isEqualTo(json("{}"));
  }

  @Test
  void readsAConditionBeforeAnyOfItsOwnWrites() {
    fixture.putAccount("ada", "'n':{'N':'1'}");

    fixture.write(
        """
        {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
          'UpdateExpression':'SET n = :new','ConditionExpression':'n = :old',
          'ExpressionAttributeValues':{':new':{'N':'2'},':old':{'N':'1'}}}},
        {'Put':{'TableName':'accounts','Item':{'id':{'S':'bob'}},
          'ConditionExpression':'attribute_not_exists(id)'}}
        """);

    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'2'}"));
    assertThat(fixture.account("bob")).isNotNull();
  }
}
