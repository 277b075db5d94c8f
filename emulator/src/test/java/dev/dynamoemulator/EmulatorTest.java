package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.inprocess.InProcessClients;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.h2.Durability;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Endpoint;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class EmulatorTest {

  @Test
  void answersSdkClientsOverHttp() {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(createTable(client))
          .isEqualTo("arn:aws:dynamodb:eu-west-2:000000000000:table/things");
    }
  }

  @Test
  void followsItsOptions() {
    EmulatorOptions options =
        EmulatorOptions.builder().account("111122223333").region("local").sharedDb(true).build();

    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(createTable(client)).isEqualTo("arn:aws:dynamodb:local:111122223333:table/things");
    }
  }

  @Test
  void keepsItsEndpoint() {
    try (Emulator emulator = Emulator.start()) {
      assertThat(emulator.endpoint())
          .isEqualTo(emulator.endpoint())
          .hasScheme("http")
          .hasHost("localhost");
    }
  }

  @Test
  void namesItselfToClientsThatDiscoverEndpoints() {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(client.describeEndpoints().endpoints())
          .extracting(Endpoint::address)
          .containsExactly(emulator.endpoint().getAuthority());
    }
  }

  @Test
  void compactsWhatAKilledProcessLeftWhenAskedTo(@TempDir Path directory) throws IOException {
    Path left = Files.createDirectory(directory.resolve("left"));
    EmulatorOptions options =
        EmulatorOptions.builder().dbPath(Files.createDirectory(directory.resolve("db"))).build();
    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = client(emulator.endpoint())) {
      client.createTable(TestTable.named("things"));
      for (int i = 0; i < 200; i++) {
        client.putItem(put -> put.tableName("things").item(bigItem()));
      }
      // What a process that is killed now would leave behind.
      Files.copy(
          options.dbPath().get().resolve("dynamo-emulator.db"), left.resolve("dynamo-emulator.db"));
    }
    long before = Files.size(left.resolve("dynamo-emulator.db"));

    EmulatorOptions optimizing =
        EmulatorOptions.builder().dbPath(left).optimizeDbBeforeStartup(true).build();
    try (Emulator emulator = Emulator.start(optimizing);
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(client.scan(scan -> scan.tableName("things")).count()).isEqualTo(1);
      assertThat(Files.size(left.resolve("dynamo-emulator.db"))).isLessThan(before / 2);
    }
  }

  private static Map<String, AttributeValue> bigItem() {
    return Map.of(
        "id", AttributeValue.fromS("a"), "text", AttributeValue.fromS("x".repeat(100_000)));
  }

  /** A client that saw no answer before a crash repeats itself (transactions.md §4.2). */
  @Test
  void knowsTokensOfTransactionsAfterARestart(@TempDir Path directory) {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    TransactWriteItemsRequest increment =
        TransactWriteItemsRequest.builder()
            .clientRequestToken("token")
            .transactItems(
                TransactWriteItem.builder()
                    .update(
                        update ->
                            update
                                .tableName("things")
                                .key(TestTable.item("a"))
                                .updateExpression("ADD n :one")
                                .expressionAttributeValues(
                                    Map.of(":one", AttributeValue.fromN("1"))))
                    .build())
            .build();
    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = client(emulator.endpoint())) {
      client.createTable(TestTable.named("things"));
      client.transactWriteItems(increment);
    }

    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = client(emulator.endpoint())) {
      client.transactWriteItems(increment);

      assertThat(client.scan(scan -> scan.tableName("things")).items())
          .extracting(item -> item.get("n").n())
          .containsExactly("1");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void startsWithTheTablesOfTheSeedActive(boolean isInFile, @TempDir Path directory)
      throws IOException {
    EmulatorOptions.Builder options =
        EmulatorOptions.builder()
            .seed(Path.of("../fixtures/tables"))
            .clock(EmulatorFixture.START)
            .delayTransientStatuses(true);
    if (isInFile) {
      options.dbPath(directory);
    }

    try (Emulator emulator = Emulator.start(options.build())) {
      assertThat(emulator.call("DescribeTable", "{\"TableName\": \"Music\"}"))
          .contains("\"TableStatus\":\"ACTIVE\"", "\"ItemCount\":42");
      assertThat(
              emulator.call(
                  "CreateTable",
                  Files.readString(Path.of("../fixtures/tables/Forum/table.json"))
                      .replace("Forum", "Forum2")))
          .contains("CREATING");
      assertThat(emulator.call("DescribeTable", "{\"TableName\": \"Forum2\"}"))
          .contains("\"TableStatus\":\"CREATING\"");
    }
  }

  @Test
  void startsWithTheTablesOfAFile(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("template.json"),
            """
            {"Resources": {"things": {"Type": "AWS::DynamoDB::Table", "Properties": {
              "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
              "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
              "TimeToLiveSpecification": {"AttributeName": "until", "Enabled": true}}}}}
            """);

    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().seed(file).build())) {
      assertThat(emulator.call("DescribeTimeToLive", "{\"TableName\": \"things\"}"))
          .contains("\"AttributeName\":\"until\"");
    }
  }

  @Test
  void startsWithAModelOfNoSqlWorkbench(@TempDir Path directory) throws IOException {
    Path model =
        Files.writeString(
            directory.resolve("shop.json"),
            """
            {"ModelName": "Shop", "DataModel": [{
              "TableName": "things",
              "KeyAttributes": {"PartitionKey": {"AttributeName": "id", "AttributeType": "S"}},
              "TableData": [{"id": {"S": "a"}}]}]}
            """);

    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().seed(model).build())) {
      assertThat(emulator.call("Scan", "{\"TableName\": \"things\"}"))
          .contains("\"Items\":[{\"id\":{\"S\":\"a\"}}]");
    }
  }

  @Test
  void letsGoOfItsFileWhenTheSeedIsRefused(@TempDir Path directory) throws IOException {
    Path seed = Files.createDirectories(directory.resolve("seed/things"));
    Files.writeString(seed.resolve("table.json"), "{\"TableName\": \"things\"}");
    EmulatorOptions withSeed =
        EmulatorOptions.builder().dbPath(directory).seed(seed.getParent()).build();

    assertThatThrownBy(() -> Emulator.start(withSeed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The seed things is refused: ");

    Emulator.start(EmulatorOptions.builder().dbPath(directory).build()).close();
  }

  @Test
  void letsGoOfAFileWhoseContentItCannotRead(@TempDir Path directory) {
    Path file = directory.resolve("dynamo-emulator.db");
    try (H2Storage storage = H2Storage.file(file, Durability.EVERY_COMMIT)) {
      storage.commit(new WriteBatch().put("backups", new byte[] {1}, new byte[] {99}));
    }

    assertThatThrownBy(() -> Emulator.start(EmulatorOptions.builder().dbPath(directory).build()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("A backup is unreadable: its version is 99, this emulator knows 1");

    H2Storage.file(file, Durability.EVERY_COMMIT).close();
  }

  @Test
  void standsBesideOthers() {
    try (Emulator one = Emulator.start();
        Emulator other = Emulator.start()) {
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
    }
  }

  @Test
  void repeatsItsIdsFromTheSameSeed() {
    EmulatorOptions options = EmulatorOptions.builder().idSeed(7).build();

    assertThat(firstTableId(options)).isEqualTo(firstTableId(options));
    assertThat(firstTableId(options))
        .isNotEqualTo(firstTableId(EmulatorOptions.builder().idSeed(8).build()));
  }

  private static String firstTableId(EmulatorOptions options) {
    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
      return client.createTable(TestTable.named("things")).tableDescription().tableId();
    }
  }

  @Test
  void bindsNoPortBeforeItIsAskedFor() {
    try (Emulator first = Emulator.start()) {
      int port = first.endpoint().getPort();
      EmulatorOptions samePort = EmulatorOptions.builder().port(port).build();

      try (Emulator second = Emulator.start(samePort)) {
        assertThatThrownBy(second::endpoint)
            .isInstanceOf(UncheckedIOException.class)
            .hasMessage("Cannot listen on localhost:" + port + ": Address already in use");
      }
    }
  }

  @Test
  void canBeClosedTwiceAndHasNoEndpointThen() {
    Emulator emulator = Emulator.start();
    emulator.close();
    emulator.close();

    assertThatThrownBy(emulator::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The emulator is closed");
  }

  /** The ARN of the new table. */
  private static String createTable(DynamoDbClient client) {
    return client.createTable(TestTable.named("things")).tableDescription().tableArn();
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
