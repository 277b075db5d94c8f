package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** The container class against the image. */
@NeedsImage
class DynamoEmulatorContainerIT {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void answersTheSdkAndResets() {
    try (DynamoEmulatorContainer emulator = Images.container()) {
      emulator.start();
      try (DynamoDbClient client = Clients.of(emulator)) {
        Clients.createTable(client, "things");
        client.putItem(
            put ->
                put.tableName("things")
                    .item(
                        Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1.5"))));

        assertThat(
                client
                    .getItem(
                        get -> get.tableName("things").key(Map.of("id", AttributeValue.fromS("a"))))
                    .item()
                    .get("n")
                    .n())
            .isEqualTo("1.5");

        emulator.getAdmin().reset();
        assertThat(client.listTables().tableNames()).isEmpty();
      }
    }
  }

  @Test
  void startsWithTheSeed() {
    try (DynamoEmulatorContainer emulator = Images.container().withSeed("../fixtures/tables")) {
      emulator.start();
      try (DynamoDbClient client = Clients.of(emulator)) {
        assertThat(client.listTables().tableNames()).contains("Music", "Orders");
        assertThat(client.scan(scan -> scan.tableName("Music")).count()).isPositive();
      }
    }
  }

  @Test
  void sharesItsTablesAndStopsItsClock() {
    try (DynamoEmulatorContainer emulator =
        Images.container()
            .withSharedDb()
            .withClock(NEW_YEAR)
            .withOptions(Map.of("delayTransientStatuses", "true", "streamShards", "2"))) {
      emulator.start();
      try (DynamoDbClient client = Clients.of(emulator);
          DynamoDbClient elsewhere = Clients.of(emulator, "eu-west-2")) {
        Clients.createTable(client, "things");
        assertThat(status(elsewhere)).isEqualTo(TableStatus.CREATING);

        emulator.getAdmin().advance(Duration.ofMinutes(1));

        assertThat(status(elsewhere)).isEqualTo(TableStatus.ACTIVE);
        assertThat(emulator.getAdmin().now()).isEqualTo(NEW_YEAR.plusSeconds(60));
        assertThat(
                client
                    .updateTable(
                        table ->
                            table
                                .tableName("things")
                                .streamSpecification(
                                    stream ->
                                        stream
                                            .streamEnabled(true)
                                            .streamViewType(StreamViewType.KEYS_ONLY)))
                    .tableDescription()
                    .latestStreamLabel())
            .startsWith("2026-01-01T00:01:00");
      }
    }
  }

  private static TableStatus status(DynamoDbClient client) {
    return client.describeTable(table -> table.tableName("things")).table().tableStatus();
  }

  /** A volume carries the tables from one container to the next. */
  @Test
  void keepsItsTablesInAVolume() {
    String volume = "dynamo-emulator-" + System.nanoTime();
    try {
      try (DynamoEmulatorContainer first = persistent(volume)) {
        first.start();
        try (DynamoDbClient client = Clients.of(first)) {
          Clients.createTable(client, "things");
        }
      }

      try (DynamoEmulatorContainer second = persistent(volume)) {
        second.start();
        try (DynamoDbClient client = Clients.of(second)) {
          assertThat(client.listTables().tableNames()).containsExactly("things");
        }
      }
    } finally {
      DockerClientFactory.instance().client().removeVolumeCmd(volume).exec();
    }
  }

  private static DynamoEmulatorContainer persistent(String volume) {
    return Images.container()
        .withPersistence()
        .withCreateContainerCmdModifier(
            create ->
                create
                    .getHostConfig()
                    .withBinds(new Bind(volume, new Volume("/home/dynamodblocal/data"))));
  }

  @Test
  void isReachedByItsNetworkAlias() {
    try (Network network = Network.newNetwork();
        DynamoEmulatorContainer emulator =
            Images.container().withNetwork(network).withNetworkAliases("database");
        GenericContainer<?> neighbour =
            new GenericContainer<>(Images.name())
                .withImagePullPolicy(image -> false)
                .withNetwork(network)
                .withCommand("healthcheck", "--host", "database")
                .withStartupCheckStrategy(
                    new OneShotStartupCheckStrategy().withTimeout(Duration.ofSeconds(30)))) {
      emulator.start();

      neighbour.start();

      assertThat(neighbour.getCurrentContainerInfo().getState().getExitCodeLong()).isZero();
    }
  }
}
