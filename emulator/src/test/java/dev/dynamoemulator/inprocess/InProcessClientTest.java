package dev.dynamoemulator.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.FakeOperation;
import dev.dynamoemulator.protocol.SampleDispatcher;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The AWS SDK's clients without a socket: signing, marshalling, retries and checksums all run. */
class InProcessClientTest {

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("123456789012", "secret"));
  private static final URI ENDPOINT = URI.create("http://localhost");

  private static final Tag TAG = Tag.builder().key("k").value("v").build();

  /** Answers two names: the caller's account and region. */
  private static final Operation LIST_TABLES =
      FakeOperation.named(
          "ListTables",
          request ->
              () ->
                  out ->
                      out.strings(
                          "TableNames",
                          List.of(request.namespace().account(), request.namespace().region())));

  @Test
  void carriesRequestsAndAnswers() {
    try (DynamoDbClient client = client(SampleDispatcher.of(LIST_TABLES))) {
      assertThat(client.listTables().tableNames()).containsExactly("123456789012", "eu-west-2");
    }
  }

  @Test
  void carriesStreamRequests() {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            FakeOperation.named(
                "GetShardIterator", request -> () -> out -> out.string("ShardIterator", "abc")));
    try (DynamoDbStreamsClient client =
        DynamoDbStreamsClient.builder()
            .httpClient(new InProcessHttpClient(dispatcher))
            .endpointOverride(ENDPOINT)
            .region(Region.EU_WEST_2)
            .credentialsProvider(CREDENTIALS)
            .build()) {
      String iterator =
          client
              .getShardIterator(
                  request ->
                      request
                          .streamArn("arn:aws:dynamodb:eu-west-2:123456789012:table/tab/stream/1")
                          .shardId("shardId-00000001500000000000-12345678")
                          .shardIteratorType("TRIM_HORIZON"))
              .shardIterator();

      assertThat(iterator).isEqualTo("abc");
    }
  }

  @Test
  void carriesErrorsWithTheirMembers() {
    DynamoDbException error =
        DynamoDbException.of(ErrorCode.CONDITIONAL_CHECK_FAILED, "The conditional request failed")
            .with(
                "Item",
                Item.of(
                    Map.of("pk", new dev.dynamoemulator.model.AttributeValue.S("the old one"))));
    Dispatcher dispatcher = SampleDispatcher.of(failing("ListTables", error));

    try (DynamoDbClient client = client(dispatcher)) {
      ConditionalCheckFailedException thrown =
          catchThrowableOfType(ConditionalCheckFailedException.class, client::listTables);

      assertThat(thrown.awsErrorDetails().errorMessage())
          .isEqualTo("The conditional request failed");
      assertThat(thrown.item()).containsEntry("pk", AttributeValue.fromS("the old one"));
      assertThat(thrown.requestId()).matches("[0-9A-Z]{52}");
    }
  }

  @Test
  void letsTheClientRetry() {
    AtomicInteger attempts = new AtomicInteger();
    Dispatcher dispatcher =
        SampleDispatcher.of(
            FakeOperation.named(
                "ListTables",
                request ->
                    () -> {
                      if (attempts.incrementAndGet() < 3) {
                        throw DynamoDbException.of(ErrorCode.THROTTLING, "slow down");
                      }
                      return Reply.EMPTY;
                    }));

    try (DynamoDbClient client = client(dispatcher)) {
      client.listTables();
    }

    assertThat(attempts).hasValue(3);
  }

  @Test
  void carriesAnswersWithoutBody() {
    Dispatcher dispatcher =
        SampleDispatcher.of(FakeOperation.named("TagResource", request -> () -> Reply.NO_BODY));

    try (DynamoDbClient client = client(dispatcher)) {
      assertThat(
              client
                  .tagResource(
                      request ->
                          request
                              .resourceArn("arn:aws:dynamodb:eu-west-2:123456789012:table/tab")
                              .tags(List.of(TAG)))
                  .sdkHttpResponse()
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void carriesManyRequestsAtOnceAsynchronously() {
    try (DynamoDbAsyncClient client = asyncClient(SampleDispatcher.of(LIST_TABLES))) {
      List<CompletableFuture<List<String>>> answers =
          IntStream.range(0, 50)
              .mapToObj(i -> client.listTables().thenApply(answer -> answer.tableNames()))
              .toList();

      assertThat(answers)
          .allSatisfy(
              answer -> assertThat(answer.join()).containsExactly("123456789012", "eu-west-2"));
    }
  }

  @Test
  void carriesErrorsAsynchronously() {
    Dispatcher dispatcher =
        SampleDispatcher.of(
            failing("ListTables", DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, "gone")));

    try (DynamoDbAsyncClient client = asyncClient(dispatcher)) {
      assertThatThrownBy(() -> client.listTables().join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("gone");
    }
  }

  private static Operation failing(String name, DynamoDbException error) {
    return FakeOperation.named(
        name,
        request -> {
          throw error;
        });
  }

  private static DynamoDbClient client(Dispatcher dispatcher) {
    return DynamoDbClient.builder()
        .httpClient(new InProcessHttpClient(dispatcher))
        .endpointOverride(ENDPOINT)
        .region(Region.EU_WEST_2)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  private static DynamoDbAsyncClient asyncClient(Dispatcher dispatcher) {
    return DynamoDbAsyncClient.builder()
        .httpClient(new InProcessAsyncHttpClient(dispatcher))
        .endpointOverride(ENDPOINT)
        .region(Region.EU_WEST_2)
        .credentialsProvider(CREDENTIALS)
        .build();
  }
}
