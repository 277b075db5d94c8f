package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.inprocess.InProcessAsyncHttpClient;
import dev.dynamoemulator.inprocess.InProcessHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactGetItemsEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactWriteItemsEnhancedRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Transactions of the AWS SDK's clients, through a socket and without one. */
@Timeout(60)
class TransactionClientTest {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  private enum WayIn {
    HTTP,
    IN_PROCESS;

    DynamoDbClient client(Emulator emulator) {
      var builder =
          DynamoDbClient.builder()
              .region(Region.US_EAST_1)
              .credentialsProvider(CREDENTIALS)
              .overrideConfiguration(TransactionClientTest::neverRetry)
              .endpointOverride(endpoint(emulator));
      return this == HTTP
          ? builder.build()
          : builder.httpClient(new InProcessHttpClient(emulator.dispatcher())).build();
    }

    DynamoDbAsyncClient asyncClient(Emulator emulator) {
      var builder =
          DynamoDbAsyncClient.builder()
              .region(Region.US_EAST_1)
              .credentialsProvider(CREDENTIALS)
              .overrideConfiguration(TransactionClientTest::neverRetry)
              .endpointOverride(endpoint(emulator));
      return this == HTTP
          ? builder.build()
          : builder.httpClient(new InProcessAsyncHttpClient(emulator.dispatcher())).build();
    }

    private URI endpoint(Emulator emulator) {
      return this == HTTP ? emulator.endpoint() : URI.create("http://localhost");
    }
  }

  /** As the SDK does for a token in flight, for half a minute. */
  private static void neverRetry(ClientOverrideConfiguration.Builder configuration) {
    configuration.retryStrategy(retry -> retry.maxAttempts(1));
  }

  private final Emulator emulator = Emulator.start(EmulatorOptions.builder().build());

  @BeforeEach
  void createTable() {
    try (DynamoDbClient client = WayIn.IN_PROCESS.client(emulator)) {
      client.createTable(
          table ->
              table
                  .tableName("accounts")
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("id")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("id")
                          .keyType(KeyType.HASH)
                          .build()));
    }
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  private static TransactWriteItem put(String id) {
    return TransactWriteItem.builder().put(put -> put.tableName("accounts").item(key(id))).build();
  }

  private static TransactWriteItem putNew(String id) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName("accounts")
                    .item(key(id))
                    .conditionExpression("attribute_not_exists(id)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private static TransactGetItem get(String id) {
    return TransactGetItem.builder().get(get -> get.tableName("accounts").key(key(id))).build();
  }

  @ParameterizedTest
  @EnumSource
  void writesAndReads(WayIn wayIn) {
    try (DynamoDbClient client = wayIn.client(emulator)) {
      client.transactWriteItems(request -> request.transactItems(put("ada"), put("bob")));

      TransactGetItemsResponse found =
          client.transactGetItems(
              request ->
                  request
                      .transactItems(get("bob"), get("nobody"), get("ada"))
                      .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

      assertThat(found.responses().get(0).item()).isEqualTo(key("bob"));
      assertThat(found.responses().get(1).hasItem()).isFalse();
      assertThat(found.responses().get(2).item()).isEqualTo(key("ada"));
      assertThat(found.consumedCapacity().get(0).readCapacityUnits()).isEqualTo(6.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriesCancellationReasonsWithItems(WayIn wayIn) {
    try (DynamoDbClient client = wayIn.client(emulator)) {
      client.transactWriteItems(request -> request.transactItems(put("ada")));

      TransactionCanceledException cancelled =
          catchThrowableOfType(
              TransactionCanceledException.class,
              () ->
                  client.transactWriteItems(
                      request -> request.transactItems(put("bob"), putNew("ada"))));

      assertThat(cancelled.awsErrorDetails().errorMessage())
          .isEqualTo(
              "Transaction cancelled, please refer cancellation reasons for specific reasons"
                  + " [None, ConditionalCheckFailed]");
      assertThat(cancelled.cancellationReasons())
          .containsExactly(
              CancellationReason.builder().code("None").build(),
              CancellationReason.builder()
                  .code("ConditionalCheckFailed")
                  .message("The conditional request failed")
                  .item(key("ada"))
                  .build());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTokens(WayIn wayIn) {
    try (DynamoDbClient client = wayIn.client(emulator)) {
      TransactWriteItemsRequest request =
          TransactWriteItemsRequest.builder()
              .clientRequestToken("token")
              .transactItems(putNew("ada"))
              .build();
      client.transactWriteItems(request);
      client.transactWriteItems(request);

      assertThatThrownBy(
              () ->
                  client.transactWriteItems(
                      request.toBuilder().transactItems(putNew("bob")).build()))
          .isInstanceOf(IdempotentParameterMismatchException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void meetsAHeldTransaction(WayIn wayIn) throws InterruptedException {
    emulator.transactionHold().holdUntilReleased();
    try (DynamoDbClient client = wayIn.client(emulator);
        DynamoDbAsyncClient asyncClient = wayIn.asyncClient(emulator)) {
      TransactWriteItemsRequest request =
          TransactWriteItemsRequest.builder()
              .clientRequestToken("token")
              .transactItems(put("ada"))
              .build();
      CompletableFuture<?> transaction = asyncClient.transactWriteItems(request);
      assertThat(emulator.transactionHold().awaitHeld(1, Duration.ofSeconds(20))).isTrue();

      assertThatThrownBy(
              () -> client.deleteItem(delete -> delete.tableName("accounts").key(key("ada"))))
          .isInstanceOf(TransactionConflictException.class);
      assertThatThrownBy(() -> client.transactWriteItems(request))
          .isInstanceOf(TransactionInProgressException.class);
      assertThatThrownBy(
              () -> asyncClient.transactGetItems(read -> read.transactItems(get("ada"))).join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(TransactionCanceledException.class);
      assertThat(transaction).isNotDone();

      emulator.transactionHold().release();
      transaction.join();
      assertThat(client.getItem(read -> read.tableName("accounts").key(key("ada"))).item())
          .isEqualTo(key("ada"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesAndReadsAsynchronously(WayIn wayIn) {
    try (DynamoDbAsyncClient client = wayIn.asyncClient(emulator)) {
      client.transactWriteItems(request -> request.transactItems(put("ada"))).join();

      List<Map<String, AttributeValue>> found =
          client
              .transactGetItems(request -> request.transactItems(get("ada")))
              .thenApply(response -> response.responses().stream().map(r -> r.item()).toList())
              .join();

      assertThat(found).containsExactly(key("ada"));
    }
  }

  @Test
  void finishesAHeldTransactionWhenTheEmulatorCloses() throws InterruptedException {
    emulator.transactionHold().holdUntilReleased();
    try (DynamoDbAsyncClient client = WayIn.HTTP.asyncClient(emulator)) {
      CompletableFuture<?> transaction =
          client.transactWriteItems(request -> request.transactItems(put("ada")));
      assertThat(emulator.transactionHold().awaitHeld(1, Duration.ofSeconds(20))).isTrue();

      emulator.close();

      assertThat(transaction.join()).isNotNull();
    }
  }

  /** An item of the enhanced client. */
  @DynamoDbBean
  public static class Account {
    private String id;
    private int balance;

    @DynamoDbPartitionKey
    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }

    public int getBalance() {
      return balance;
    }

    public void setBalance(int balance) {
      this.balance = balance;
    }

    static Account of(String id, int balance) {
      Account account = new Account();
      account.setId(id);
      account.setBalance(balance);
      return account;
    }
  }

  @ParameterizedTest
  @EnumSource
  void carriesTransactionsOfTheEnhancedClient(WayIn wayIn) {
    try (DynamoDbClient client = wayIn.client(emulator)) {
      DynamoDbEnhancedClient enhanced =
          DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
      DynamoDbTable<Account> accounts =
          enhanced.table("accounts", TableSchema.fromBean(Account.class));
      Key eve = Key.builder().partitionValue("eve").build();
      accounts.putItem(Account.of("ada", 1));
      accounts.putItem(Account.of("eve", 1));

      enhanced.transactWriteItems(
          TransactWriteItemsEnhancedRequest.builder()
              .addPutItem(
                  accounts,
                  TransactPutItemEnhancedRequest.builder(Account.class)
                      .item(Account.of("bob", 2))
                      .conditionExpression(
                          Expression.builder().expression("attribute_not_exists(id)").build())
                      .build())
              .addUpdateItem(accounts, Account.of("ada", 3))
              .addDeleteItem(accounts, eve)
              .addConditionCheck(
                  accounts,
                  ConditionCheck.builder()
                      .key(Key.builder().partitionValue("nobody").build())
                      .conditionExpression(
                          Expression.builder().expression("attribute_not_exists(id)").build())
                      .build())
              .build());

      var documents =
          enhanced.transactGetItems(
              TransactGetItemsEnhancedRequest.builder()
                  .addGetItem(accounts, Account.of("ada", 0))
                  .addGetItem(accounts, eve)
                  .addGetItem(accounts, Account.of("bob", 0))
                  .build());
      assertThat(documents.get(0).getItem(accounts).getBalance()).isEqualTo(3);
      assertThat(documents.get(1).getItem(accounts)).isNull();
      assertThat(documents.get(2).getItem(accounts).getBalance()).isEqualTo(2);
    }
  }
}
