package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static dev.dynamoemulator.operation.item.TransactionFixture.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: transactions.md §4. */
class TransactionTokenTest {

  private static final String TOKEN = "'ClientRequestToken':'t'";
  private static final String MISMATCH =
      "IdempotentParameterMismatchException: Request parameters do not match the parameters of the"
          + " initial request with the same token";

  private static final String INCREMENT = increment("1");

  private final TransactionFixture fixture = TransactionFixture.start();

  private static String increment(String by) {
    return """
    {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},'UpdateExpression':'ADD n :n',
      'ExpressionAttributeValues':{':n':{'N':'%s'}}}}
    """
        .formatted(by);
  }

  private int balance() {
    return fixture.account("ada").get("n").get("N").asInt();
  }

  @Test
  void writesOnceForTheSameRequest() {
    assertThat(fixture.write(INCREMENT, TOKEN)).isEqualTo(json("{}"));
    assertThat(fixture.write(INCREMENT, TOKEN)).isEqualTo(json("{}"));

    assertThat(balance()).isEqualTo(1);
  }

  @Test
  void writesEachTimeWithoutATokenOrWithAnother() {
    fixture.write(INCREMENT);
    fixture.write(INCREMENT);
    fixture.write(INCREMENT, TOKEN);
    fixture.write(INCREMENT, "'ClientRequestToken':'T'");

    assertThat(balance()).isEqualTo(4);
  }

  @Test
  void doesNotWriteAgainEvenIfTheItemHasChangedSince() {
    String put =
        "{'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'},'n':{'N':'1'}},"
            + "'ConditionExpression':'attribute_not_exists(id)'}}";
    fixture.write(put, TOKEN);
    fixture.putAccount("ada", "'n':{'N':'9'}");

    fixture.write(put, TOKEN);

    assertThat(balance()).isEqualTo(9);
  }

  @Test
  void forgetsATokenAfterTenMinutes() {
    fixture.write(INCREMENT, TOKEN);
    fixture.clock.advance(Duration.ofMinutes(10).minusMillis(1));
    fixture.write(INCREMENT, TOKEN);
    assertThat(balance()).isEqualTo(1);

    fixture.clock.advance(Duration.ofMillis(1));
    fixture.write(increment("5"), TOKEN);

    assertThat(balance()).isEqualTo(6);
  }

  @Test
  void doesNotProlongATokenByReplays() {
    fixture.write(INCREMENT, TOKEN);
    fixture.clock.advance(Duration.ofMinutes(9));
    fixture.write(INCREMENT, TOKEN);
    fixture.clock.advance(Duration.ofMinutes(1));
    fixture.write(INCREMENT, TOKEN);

    assertThat(balance()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},'UpdateExpression':'ADD n :n',"
            + "'ExpressionAttributeValues':{':n':{'N':'2'}}}}",
        "{'Update':{'TableName':'accounts','Key':{'id':{'S':'bob'}},'UpdateExpression':'ADD n :n',"
            + "'ExpressionAttributeValues':{':n':{'N':'1'}}}}",
        "{'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},'UpdateExpression':'ADD n :n',"
            + "'ExpressionAttributeValues':{':n':{'N':'1'}},"
            + "'ReturnValuesOnConditionCheckFailure':'NONE'}}",
        "{'Delete':{'TableName':'accounts','Key':{'id':{'S':'ada'}}}}"
      })
  void refusesAnotherRequestWithTheSameToken(String other) {
    fixture.write(INCREMENT, TOKEN);

    assertThat(fixture.writeFault(other, TOKEN)).isEqualTo(MISMATCH);
    assertThat(fixture.writeFault(INCREMENT + "," + other.replace("ada", "eve"), TOKEN))
        .isEqualTo(MISMATCH);
    assertThat(balance()).isEqualTo(1);
  }

  @Test
  void comparesElementsInTheirOrder() {
    String ada = "{'Delete':{'TableName':'accounts','Key':{'id':{'S':'ada'}}}}";
    String bob = "{'Delete':{'TableName':'accounts','Key':{'id':{'S':'bob'}}}}";
    fixture.write(ada + "," + bob, TOKEN);

    assertThat(fixture.writeFault(bob + "," + ada, TOKEN)).isEqualTo(MISMATCH);
  }

  @Test
  void comparesWhatARequestSaysRatherThanHow() {
    fixture.write(INCREMENT, TOKEN);

    fixture.write(
        """
        {'Update':{'ExpressionAttributeValues':{':n':{'N':'1.0'}},'Colour':'red',
          'UpdateExpression':'ADD n :n','Key':{'id':{'S':'ada'}},'TableName':'accounts'}}
        """,
        TOKEN,
        "'ReturnConsumedCapacity':'TOTAL'",
        "'ReturnItemCollectionMetrics':'SIZE'");

    assertThat(balance()).isEqualTo(1);
  }

  @Test
  void leavesTheTokenOfACancelledTransactionUnused() {
    String guarded =
        "{'Put':{'TableName':'accounts','Item':{'id':{'S':'bob'}}}},"
            + "{'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'ada'}},"
            + "'ConditionExpression':'attribute_exists(id)'}}";
    fixture.writeReasons(guarded, TOKEN);
    fixture.putAccount("ada", "");

    fixture.write(guarded, TOKEN);

    assertThat(fixture.account("bob")).isNotNull();
  }

  @Test
  void lendsTheTokenOfACancelledTransactionToAnotherRequest() {
    fixture.writeReasons(
        "{'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'ada'}},"
            + "'ConditionExpression':'attribute_exists(id)'}}",
        TOKEN);

    fixture.write(INCREMENT, TOKEN);

    assertThat(balance()).isEqualTo(1);
  }

  @Test
  void answersAReplayForAnItemThatIsGone() {
    fixture.write(INCREMENT, TOKEN);
    fixture.call("DeleteItem", "{'TableName':'accounts','Key':{'id':{'S':'ada'}}}");

    assertThat(fixture.write(INCREMENT, TOKEN, "'ReturnConsumedCapacity':'TOTAL'"))
        .isEqualTo(
            json(
                """
                {'ConsumedCapacity':[
                  {'TableName':'accounts','CapacityUnits':2.0,'ReadCapacityUnits':2.0}]}
                """));
  }

  @Test
  void answersAReplayOnATableMadeAnewWithAnotherKey() {
    fixture.write(INCREMENT, TOKEN);
    fixture.call("DeleteTable", "{'TableName':'accounts'}");
    fixture.call(
        "CreateTable",
        """
        {'TableName':'accounts','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'other','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'other','KeyType':'HASH'}]}
        """);

    assertThat(fixture.write(INCREMENT, TOKEN)).isEqualTo(json("{}"));
  }

  @Test
  void findsAReplayOnlyAfterItsTable() {
    fixture.write(INCREMENT, TOKEN);
    fixture.call("DeleteTable", "{'TableName':'accounts'}");

    assertThat(fixture.fault("TransactWriteItems", transaction(INCREMENT, TOKEN)))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }
}
