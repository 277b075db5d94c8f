package dev.dynamoemulator.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.inprocess.InProcessHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableSettingsReplicationMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Replica;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaSettingsDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ReplicaUpdate;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Global tables as clients of several regions see them. */
@ParameterizedClass(name = "over HTTP: {0}")
@ValueSource(booleans = {true, false})
@Timeout(60)
class GlobalTableTest {

  @Parameter boolean isOverHttp;

  private final Emulator emulator = Emulator.start();
  private final Map<Region, DynamoDbClient> clients = new HashMap<>();

  @AfterEach
  void close() {
    clients.values().forEach(DynamoDbClient::close);
    emulator.close();
  }

  private DynamoDbClient in(Region region) {
    return clients.computeIfAbsent(region, unused -> client(region, "suite"));
  }

  private DynamoDbClient client(Region region, String accessKeyId) {
    DynamoDbClientBuilder builder =
        DynamoDbClient.builder()
            .region(region)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "secret")))
            .overrideConfiguration(
                configuration -> configuration.retryStrategy(retry -> retry.maxAttempts(1)));
    return isOverHttp
        ? builder.endpointOverride(emulator.endpoint()).build()
        : builder
            .endpointOverride(URI.create("http://localhost"))
            .httpClient(new InProcessHttpClient(emulator.dispatcher()))
            .build();
  }

  private void createTable(Region region) {
    in(region)
        .createTable(
            table ->
                table
                    .tableName("songs")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("pk")
                            .attributeType("S")
                            .build())
                    .keySchema(
                        KeySchemaElement.builder().attributeName("pk").keyType("HASH").build())
                    .streamSpecification(
                        StreamSpecification.builder()
                            .streamEnabled(true)
                            .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                            .build()));
  }

  private static ReplicationGroupUpdate replica(Region region) {
    return ReplicationGroupUpdate.builder()
        .create(create -> create.regionName(region.id()))
        .build();
  }

  private void put(Region region, String key, String value) {
    in(region)
        .putItem(
            put ->
                put.tableName("songs")
                    .item(
                        Map.of("pk", AttributeValue.fromS(key), "v", AttributeValue.fromS(value))));
  }

  private String get(Region region, String key) {
    Map<String, AttributeValue> item =
        in(region)
            .getItem(
                get ->
                    get.tableName("songs")
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS(key))))
            .item();
    return item.isEmpty() ? null : item.get("v").s();
  }

  /** An access key id of twelve digits is an account (control-plane.md §9.11). */
  @Test
  void replicatesToATableOfAnotherAccount() {
    createTable(Region.US_EAST_1);
    in(Region.US_EAST_1)
        .updateTable(
            table ->
                table
                    .tableName("songs")
                    .globalTableSettingsReplicationMode(
                        GlobalTableSettingsReplicationMode.ENABLED));
    try (DynamoDbClient partner = client(Region.US_WEST_2, "111111111111")) {
      String source =
          in(Region.US_EAST_1).describeTable(table -> table.tableName("songs")).table().tableArn();
      partner.createTable(
          table ->
              table
                  .tableName("songs")
                  .globalTableSourceArn(source)
                  .globalTableSettingsReplicationMode(GlobalTableSettingsReplicationMode.ENABLED));
      partner.waiter().waitUntilTableExists(table -> table.tableName("songs"));

      put(Region.US_EAST_1, "a", "1");

      assertThat(
              partner
                  .getItem(
                      get -> get.tableName("songs").key(Map.of("pk", AttributeValue.fromS("a"))))
                  .item())
          .isNotEmpty();
      assertThat(
              partner
                  .describeTable(table -> table.tableName("songs"))
                  .table()
                  .globalTableSettingsReplicationMode())
          .isEqualTo(GlobalTableSettingsReplicationMode.ENABLED);
    }
  }

  @Test
  void replicatesBetweenThreeRegions() {
    createTable(Region.US_EAST_1);
    put(Region.US_EAST_1, "a", "1");
    for (Region region : List.of(Region.EU_WEST_1, Region.AP_SOUTH_1)) {
      in(Region.US_EAST_1)
          .updateTable(update -> update.tableName("songs").replicaUpdates(replica(region)));
      in(region).waiter().waitUntilTableExists(table -> table.tableName("songs"));
    }

    TableDescription table =
        in(Region.EU_WEST_1).describeTable(describe -> describe.tableName("songs")).table();
    assertThat(table.globalTableVersion()).isEqualTo("2019.11.21");
    assertThat(table.replicas())
        .extracting(ReplicaDescription::regionName)
        .containsExactly("us-east-1", "ap-south-1");
    assertThat(table.replicas())
        .extracting(ReplicaDescription::replicaStatus)
        .containsOnly(ReplicaStatus.ACTIVE);
    assertThat(get(Region.AP_SOUTH_1, "a")).isEqualTo("1");

    put(Region.AP_SOUTH_1, "a", "2");
    assertThat(get(Region.US_EAST_1, "a")).isEqualTo("2");
    in(Region.EU_WEST_1)
        .deleteItem(
            delete -> delete.tableName("songs").key(Map.of("pk", AttributeValue.fromS("a"))));
    assertThat(get(Region.AP_SOUTH_1, "a")).isNull();

    in(Region.US_EAST_1)
        .updateTable(
            update ->
                update
                    .tableName("songs")
                    .replicaUpdates(
                        ReplicationGroupUpdate.builder()
                            .delete(delete -> delete.regionName("eu-west-1"))
                            .build()));
    in(Region.EU_WEST_1).waiter().waitUntilTableNotExists(gone -> gone.tableName("songs"));
  }

  @Test
  void pausesAndResumesReplication() {
    createTable(Region.US_EAST_1);
    in(Region.US_EAST_1)
        .updateTable(update -> update.tableName("songs").replicaUpdates(replica(Region.EU_WEST_1)));
    emulator.replication().pause();

    put(Region.US_EAST_1, "a", "1");
    assertThat(get(Region.EU_WEST_1, "a")).isNull();

    emulator.replication().resume();
    assertThat(get(Region.EU_WEST_1, "a")).isEqualTo("1");
  }

  @Test
  void refusesConflictingWritesOfStronglyConsistentTables() throws Exception {
    createTable(Region.US_EAST_1);
    in(Region.US_EAST_1)
        .updateTable(
            update ->
                update
                    .tableName("songs")
                    .multiRegionConsistency(MultiRegionConsistency.STRONG)
                    .replicaUpdates(replica(Region.US_EAST_2), replica(Region.US_WEST_2)));
    emulator.replication().pause();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> put(Region.US_EAST_1, "a", "1"));
    assertThat(emulator.replication().awaitHeld(1, Duration.ofSeconds(30))).isTrue();

    DynamoDbClient west = in(Region.US_WEST_2);
    assertThatThrownBy(() -> put(Region.US_WEST_2, "a", "2"))
        .isInstanceOf(ReplicatedWriteConflictException.class);
    emulator.replication().resume();
    writing.get(30, TimeUnit.SECONDS);

    assertThat(get(Region.US_WEST_2, "a")).isEqualTo("1");
    assertThat(west.describeTable(table -> table.tableName("songs")).table())
        .extracting(TableDescription::multiRegionConsistency)
        .isEqualTo(MultiRegionConsistency.STRONG);
  }

  @Test
  void makesGlobalTablesOfTheLegacyVersion() {
    createTable(Region.US_EAST_1);
    createTable(Region.EU_WEST_1);
    DynamoDbClient east = in(Region.US_EAST_1);
    assertThatThrownBy(() -> east.describeGlobalTable(table -> table.globalTableName("songs")))
        .isInstanceOf(GlobalTableNotFoundException.class);

    east.createGlobalTable(
        table ->
            table
                .globalTableName("songs")
                .replicationGroup(
                    Replica.builder().regionName("us-east-1").build(),
                    Replica.builder().regionName("eu-west-1").build()));

    assertThat(
            east.describeGlobalTable(table -> table.globalTableName("songs"))
                .globalTableDescription()
                .globalTableStatus())
        .isEqualTo(GlobalTableStatus.ACTIVE);
    assertThat(east.listGlobalTables().globalTables().get(0).replicationGroup())
        .extracting(Replica::regionName)
        .containsExactly("us-east-1", "eu-west-1");
    put(Region.EU_WEST_1, "a", "1");
    assertThat(get(Region.US_EAST_1, "a")).isEqualTo("1");
    assertThat(
            east.describeGlobalTableSettings(table -> table.globalTableName("songs"))
                .replicaSettings())
        .hasSize(2);
  }

  @Test
  void addsARegionToAGlobalTableOfTheLegacyVersionAndSetsItsCapacity() {
    DynamoDbClient east = in(Region.US_EAST_1);
    createTable(Region.US_EAST_1);
    createTable(Region.EU_WEST_1);
    east.createGlobalTable(
        table ->
            table
                .globalTableName("songs")
                .replicationGroup(Replica.builder().regionName("us-east-1").build()));

    assertThat(
            east.updateGlobalTable(
                    update ->
                        update
                            .globalTableName("songs")
                            .replicaUpdates(
                                ReplicaUpdate.builder()
                                    .create(create -> create.regionName("eu-west-1"))
                                    .build()))
                .globalTableDescription()
                .replicationGroup())
        .extracting(ReplicaDescription::regionName)
        .containsExactly("us-east-1", "eu-west-1");
    east.updateGlobalTableSettings(
        update ->
            update
                .globalTableName("songs")
                .globalTableBillingMode(BillingMode.PROVISIONED)
                .globalTableProvisionedWriteCapacityUnits(7L));

    assertThat(
            east.describeGlobalTableSettings(table -> table.globalTableName("songs"))
                .replicaSettings())
        .extracting(ReplicaSettingsDescription::replicaProvisionedWriteCapacityUnits)
        .containsExactly(7L, 7L);
  }

  @Test
  void keepsAutoScalingSettings() {
    createTable(Region.US_EAST_1);

    in(Region.US_EAST_1)
        .updateTableReplicaAutoScaling(
            update ->
                update
                    .tableName("songs")
                    .provisionedWriteCapacityAutoScalingUpdate(
                        scaling -> scaling.minimumUnits(5L).maximumUnits(50L)));

    assertThat(
            in(Region.US_EAST_1)
                .describeTableReplicaAutoScaling(table -> table.tableName("songs"))
                .tableAutoScalingDescription()
                .replicas()
                .get(0)
                .replicaProvisionedWriteCapacityAutoScalingSettings()
                .maximumUnits())
        .isEqualTo(50);
  }
}
