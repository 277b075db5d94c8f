package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static dev.dynamoemulator.operation.item.TransactionFixture.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What meets a transaction that is held between prepare and commit. Evidence: transactions.md §4.4,
 * §6.1 to §6.4.
 */
@Timeout(30)
class TransactionConflictTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String KEY = "'TableName':'accounts','Key':{'id':{'S':'ada'}}";

  /** Adds to one account, checks another. */
  private static final String TRANSFER =
      """
      {'Update':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
        'UpdateExpression':'ADD n :n','ExpressionAttributeValues':{':n':{'N':'1'}}}},
      {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'bob'}},
        'ConditionExpression':'attribute_exists(id)'}}
      """;

  private final TransactionFixture fixture = TransactionFixture.start();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @BeforeEach
  void openAccounts() {
    fixture.putAccount("ada", "'n':{'N':'1'}");
    fixture.putAccount("bob", "");
    fixture.putAccount("eve", "");
  }

  @AfterEach
  void release() {
    fixture.hold.switchOff();
    executor.shutdownNow();
  }

  /** Sends a transaction; returns when it is held. */
  private Future<JsonNode> hold(String elements, String... members) throws InterruptedException {
    fixture.hold.holdUntilReleased();
    Future<JsonNode> transaction = executor.submit(() -> fixture.write(elements, members));
    assertThat(fixture.hold.awaitHeld(1, SOON)).isTrue();
    return transaction;
  }

  private void release(Future<JsonNode> transaction) throws Exception {
    fixture.hold.switchOff();
    assertThat(transaction.get()).isEqualTo(json("{}"));
  }

  /** The thread of a brief request serves other connections, too. */
  @Test
  void holdsNoTransactionThatMustNotWait() {
    WireRequest request =
        TransactionFixture.request("TransactWriteItems", transaction(TRANSFER)).build();
    assertThat(fixture.dispatcher.isBrief(request)).isTrue();

    fixture.hold.holdUntilReleased();

    assertThat(fixture.dispatcher.isBrief(request)).isFalse();
    try (WireResponse answer = fixture.dispatcher.dispatchBriefly(request)) {
      assertThat(answer.status()).isEqualTo(200);
    }
    assertThat(fixture.account("ada").get("n").get("N").asText()).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PutItem    | {'TableName':'accounts','Item':{'id':{'S':'ada'}}}",
        "UpdateItem | {" + KEY + ",'UpdateExpression':'REMOVE n'}",
        "DeleteItem | {" + KEY + "}",
        "DeleteItem | {'TableName':'accounts','Key':{'id':{'S':'bob'}}}"
      },
      quoteCharacter = '`')
  void failsASingleWriteOfItsItems(String operation, String input) throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);

    assertThat(fixture.error(operation, input))
        .isEqualTo(
            json(
                """
                {'__type':'com.amazonaws.dynamodb.v20120810#TransactionConflictException',
                 'message':'Transaction is ongoing for the item'}
                """));

    release(transaction);
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'2'}"));
    fixture.call(operation, input);
  }

  @Test
  void leavesItsItemsInABatchUnprocessed() throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);

    JsonNode answer =
        fixture.call(
            "BatchWriteItem",
            """
            {'RequestItems':{'accounts':[
              {'PutRequest':{'Item':{'id':{'S':'ada'},'n':{'N':'7'}}}},
              {'PutRequest':{'Item':{'id':{'S':'eve'},'n':{'N':'8'}}}},
              {'DeleteRequest':{'Key':{'id':{'S':'bob'}}}}]},
             'ReturnConsumedCapacity':'TOTAL'}
            """);

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'UnprocessedItems':{'accounts':[
                   {'PutRequest':{'Item':{'id':{'S':'ada'},'n':{'N':'7'}}}},
                   {'DeleteRequest':{'Key':{'id':{'S':'bob'}}}}]},
                 'ConsumedCapacity':[{'TableName':'accounts','CapacityUnits':1.0}]}
                """));
    assertThat(fixture.account("eve").get("n")).isEqualTo(json("{'N':'8'}"));
    release(transaction);
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'2'}"));
    fixture.call("BatchWriteItem", "{'RequestItems':" + answer.get("UnprocessedItems") + "}");
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'7'}"));
    assertThat(fixture.account("bob")).isNull();
  }

  @Test
  void cancelsAnotherTransactionOnItsItems() throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);

    JsonNode error =
        fixture.error(
            "TransactWriteItems",
            transaction(
                """
                {'Put':{'TableName':'accounts','Item':{'id':{'S':'eve'}}}},
                {'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
                  'ConditionExpression':'attribute_not_exists(id)'}},
                {'Delete':{'TableName':'accounts','Key':{'id':{'S':'bob'}}}},
                {'Delete':{'TableName':'accounts','Key':{'id':{'N':'1'}}}}
                """));

    assertThat(error)
        .isEqualTo(
            json(
                """
                {'__type':'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
                 'Message':'Transaction cancelled, please refer cancellation reasons for specific \
                reasons [None, TransactionConflict, TransactionConflict, ValidationError]',
                 'CancellationReasons':[
                   {'Code':'None'},
                   {'Code':'TransactionConflict','Message':'Transaction is ongoing for the item.'},
                   {'Code':'TransactionConflict','Message':'Transaction is ongoing for the item.'},
                   {'Code':'ValidationError',
                    'Message':'The provided key element does not match the schema'}]}
                """));
    release(transaction);
  }

  @Test
  void cancelsATransactionThatReadsItsItems() throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);

    assertThat(
            fixture.getReasons(
                """
                {'Get':{'TableName':'accounts','Key':{'id':{'S':'eve'}}}},
                {'Get':{'TableName':'accounts','Key':{'id':{'S':'ada'}}}}
                """))
        .isEqualTo(
            json(
                """
                [{'Code':'None'},
                 {'Code':'TransactionConflict','Message':'Transaction is ongoing for the item.'}]
                """));

    release(transaction);
    fixture.get("{'Get':{" + KEY + "}}");
  }

  @Test
  void letsPlainReadsSeeTheStateBefore() throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);

    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'1'}"));
    assertThat(fixture.call("Scan", "{'TableName':'accounts'}").get("Count").asInt()).isEqualTo(3);
    assertThat(
            fixture
                .call(
                    "Query",
                    """
                    {'TableName':'accounts','KeyConditionExpression':'id = :id',
                     'ExpressionAttributeValues':{':id':{'S':'ada'}}}
                    """)
                .at("/Items/0/n/N")
                .asText())
        .isEqualTo("1");

    release(transaction);
  }

  @Test
  void letsOtherItemsBeWrittenAndRead() throws Exception {
    Future<JsonNode> transaction = hold(TRANSFER);
    fixture.hold.holdFor(Duration.ZERO);

    fixture.putAccount("eve", "'n':{'N':'5'}");
    fixture.write("{'Put':{'TableName':'accounts','Item':{'id':{'S':'zoe'}}}}");
    fixture.get("{'Get':{'TableName':'accounts','Key':{'id':{'S':'eve'}}}}");

    release(transaction);
  }

  @Test
  void keepsItsTokenInFlight() throws Exception {
    String token = "'ClientRequestToken':'t'";
    Future<JsonNode> transaction = hold(TRANSFER, token);

    assertThat(fixture.error("TransactWriteItems", transaction(TRANSFER, token)))
        .isEqualTo(
            json(
                """
                {'__type':'com.amazonaws.dynamodb.v20120810#TransactionInProgressException',
                 'Message':'The transaction with the given request token is already in progress.'}
                """));
    assertThat(
            fixture.writeFault("{'Put':{'TableName':'accounts','Item':{'id':{'S':'zoe'}}}}", token))
        .startsWith("IdempotentParameterMismatchException: ");

    release(transaction);
    assertThat(fixture.write(TRANSFER, token)).isEqualTo(json("{}"));
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'2'}"));
  }

  @Test
  void holdsTransactionsOnOtherItemsBesideIt() throws Exception {
    Future<JsonNode> one = hold(TRANSFER);
    Future<JsonNode> other =
        executor.submit(
            () -> fixture.write("{'Put':{'TableName':'accounts','Item':{'id':{'S':'eve'}}}}"));
    assertThat(fixture.hold.awaitHeld(2, SOON)).isTrue();

    fixture.hold.release();

    assertThat(one.get()).isEqualTo(json("{}"));
    assertThat(other.get()).isEqualTo(json("{}"));
  }

  @Test
  void holdsForAGivenTimeOfTheEmulatorsClock() throws Exception {
    fixture.hold.holdFor(Duration.ofMinutes(5));
    Future<JsonNode> transaction = executor.submit(() -> fixture.write(TRANSFER));
    assertThat(fixture.hold.awaitHeld(1, SOON)).isTrue();

    fixture.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(fixture.fault("DeleteItem", "{" + KEY + "}"))
        .isEqualTo("TransactionConflictException: Transaction is ongoing for the item");
    fixture.clock.advance(Duration.ofMillis(1));

    assertThat(transaction.get()).isEqualTo(json("{}"));
  }

  @Test
  void doesNotHoldWhatIsCancelledAnyway() {
    fixture.hold.holdUntilReleased();

    assertThat(
            fixture.writeReasons(
                "{'ConditionCheck':{" + KEY + ",'ConditionExpression':'attribute_exists(gone)'}}"))
        .hasSize(1);
    fixture.hold.switchOff();
    fixture.putAccount("ada", "");
  }

  @Test
  void writesNothingWhenItsTableIsDeletedMeanwhile() throws Exception {
    Future<JsonNode> transaction =
        hold(
            TRANSFER
                + ",{'Put':{'TableName':'orders','Item':"
                + "{'customer':{'S':'ada'},'number':{'N':'1'}}}}");

    fixture.call("DeleteTable", "{'TableName':'orders'}");
    fixture.hold.switchOff();

    assertThatThrownBy(transaction::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage(
            "TransactWriteItems failed: {\"__type\":\"com.amazonaws.dynamodb.v20120810"
                + "#ResourceNotFoundException\",\"message\":\"Requested resource not found\"}");
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'1'}"));
    fixture.putAccount("ada", "");
  }

  @Test
  void writesIntoAnIndexThatWasAddedMeanwhile() throws Exception {
    Future<JsonNode> transaction =
        hold("{'Put':{'TableName':'accounts','Item':{'id':{'S':'ada'},'mail':{'S':'a@b'}}}}");

    fixture.call(
        "UpdateTable",
        """
        {'TableName':'accounts',
         'AttributeDefinitions':[{'AttributeName':'mail','AttributeType':'S'}],
         'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'byMail',
           'KeySchema':[{'AttributeName':'mail','KeyType':'HASH'}],
           'Projection':{'ProjectionType':'ALL'}}}]}
        """);
    release(transaction);

    assertThat(
            fixture
                .call("Scan", "{'TableName':'accounts','IndexName':'byMail'}")
                .get("Count")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void commitsAtOnceWhenItsThreadIsInterrupted() throws Exception {
    fixture.hold.holdUntilReleased();
    CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              fixture.write(TRANSFER);
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    assertThat(fixture.hold.awaitHeld(1, SOON)).isTrue();

    thread.interrupt();

    assertThat(stillInterrupted.get()).isTrue();
    assertThat(fixture.account("ada").get("n")).isEqualTo(json("{'N':'2'}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void leavesAForkJoinPoolItsThreads(int transactions) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    fixture.hold.holdUntilReleased();
    CountDownLatch committed = new CountDownLatch(transactions);
    try {
      for (int i = 0; i < transactions; i++) {
        String put = "{'Put':{'TableName':'accounts','Item':{'id':{'S':'p%d'}}}}".formatted(i);
        pool.execute(
            () -> {
              fixture.write(put);
              committed.countDown();
            });
      }
      assertThat(fixture.hold.awaitHeld(transactions, SOON)).isTrue();
      assertThat(pool.submit(() -> fixture.account("bob")).get()).isNotNull();

      fixture.hold.release();
      assertThat(committed.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }
}
