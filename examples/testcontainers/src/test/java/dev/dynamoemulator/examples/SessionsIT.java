package dev.dynamoemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.testcontainers.DynamoEmulatorContainer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

@Testcontainers(disabledWithoutDocker = true)
class SessionsIT {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @Container
  private static final DynamoEmulatorContainer EMULATOR =
      new DynamoEmulatorContainer("dynamo-emulator:latest").withClock(NOON);

  private static DynamoDbClient client;

  @BeforeAll
  static void createTable() {
    client =
        DynamoDbClient.builder()
            .endpointOverride(EMULATOR.getEndpoint())
            .region(Region.of(EMULATOR.getRegion()))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(EMULATOR.getAccessKey(), EMULATOR.getSecretKey())))
            .build();
    client.createTable(
        table ->
            table
                .tableName("sessions")
                .attributeDefinitions(
                    AttributeDefinition.builder().attributeName("id").attributeType("S").build())
                .keySchema(KeySchemaElement.builder().attributeName("id").keyType("HASH").build())
                .billingMode("PAY_PER_REQUEST"));
    client.updateTimeToLive(
        update ->
            update
                .tableName("sessions")
                .timeToLiveSpecification(ttl -> ttl.attributeName("until").enabled(true)));
    EMULATOR.getAdmin().advance(Duration.ofHours(1));
    EMULATOR.getAdmin().baseline();
  }

  @AfterEach
  void reset() {
    EMULATOR.getAdmin().reset();
  }

  @Test
  void forgetsSessionsThatAreOver() {
    Instant until = EMULATOR.getAdmin().now().plusSeconds(600);
    client.putItem(
        put ->
            put.tableName("sessions")
                .item(
                    Map.of(
                        "id", AttributeValue.fromS("ada"),
                        "until", AttributeValue.fromN("" + until.getEpochSecond()))));

    EMULATOR.getAdmin().advance(Duration.ofMinutes(9));
    assertThat(client.scan(scan -> scan.tableName("sessions")).count()).isEqualTo(1);

    EMULATOR.getAdmin().advance(Duration.ofMinutes(2));
    assertThat(client.scan(scan -> scan.tableName("sessions")).count()).isZero();
  }

  @Test
  void startsEachTestWithoutSessions() {
    assertThat(client.scan(scan -> scan.tableName("sessions")).count()).isZero();
  }
}
