package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.START;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Global tables of version 2017.11.29 (control-plane.md §9.12). */
class LegacyGlobalTableTest {

  static final String STREAM =
      "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}";

  private GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  private void createTables() {
    for (String region : new String[] {EAST, WEST, OHIO}) {
      createTable(region);
    }
  }

  private void createTable(String region) {
    regions.create(region, "songs", "'BillingMode':'PAY_PER_REQUEST'," + STREAM);
  }

  private JsonNode createGlobalTable() {
    return regions
        .call(
            EAST,
            "CreateGlobalTable",
            "{'GlobalTableName':'songs',"
                + "'ReplicationGroup':[{'RegionName':'us-east-1'},{'RegionName':'us-west-2'}]}")
        .get("GlobalTableDescription");
  }

  private JsonNode describe(String region) {
    return regions
        .call(region, "DescribeGlobalTable", "{'GlobalTableName':'songs'}")
        .get("GlobalTableDescription");
  }

  @Test
  void makesAGlobalTableOfTables() {
    createTables();

    JsonNode creating = createGlobalTable();

    assertThat(creating.get("GlobalTableName").asText()).isEqualTo("songs");
    assertThat(creating.get("GlobalTableArn").asText())
        .isEqualTo("arn:aws:dynamodb::000000000000:global-table/songs");
    assertThat(creating.get("GlobalTableStatus").asText()).isEqualTo("CREATING");
    assertThat(creating.get("CreationDateTime").asLong()).isEqualTo(START.getEpochSecond());
    assertThat(creating.at("/ReplicationGroup/0/RegionName").asText()).isEqualTo("us-east-1");
    assertThat(creating.at("/ReplicationGroup/1/ReplicaStatus").asText()).isEqualTo("CREATING");
    assertThat(describe(WEST).get("GlobalTableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(describe(WEST).at("/ReplicationGroup/1/ReplicaStatus").asText()).isEqualTo("ACTIVE");
    assertThat(regions.describe(EAST, "songs").get("GlobalTableVersion").asText())
        .isEqualTo("2017.11.29");
  }

  @Test
  void staysInCreationForAWhile() {
    regions.close();
    regions = GlobalFixture.delayed();
    createTables();
    regions.advance(Duration.ofSeconds(2));
    createGlobalTable();

    assertThat(describe(EAST).get("GlobalTableStatus").asText()).isEqualTo("CREATING");
    regions.advance(Duration.ofSeconds(2));
    assertThat(describe(EAST).get("GlobalTableStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void replicatesWithVisibleAttributes() {
    createTables();
    createGlobalTable();

    regions.put(WEST, "songs", "a", "1");

    for (String region : new String[] {EAST, WEST}) {
      JsonNode item = regions.item(region, "songs", "a");
      assertThat(item.at("/v/S").asText()).isEqualTo("1");
      assertThat(item.at("/aws:rep:updateregion/S").asText()).isEqualTo("us-west-2");
      assertThat(item.at("/aws:rep:deleting/BOOL").asBoolean(true)).isFalse();
      assertThat(item.at("/aws:rep:updatetime/N").asDouble()).isEqualTo(START.getEpochSecond());
    }

    regions.delete(EAST, "songs", "a");
    assertThat(regions.item(WEST, "songs", "a")).isNull();
  }

  @Test
  void addsAndRemovesReplicas() {
    createTables();
    createGlobalTable();

    JsonNode updating =
        update("{'Create':{'RegionName':'us-east-2'}},{'Delete':{'RegionName':'us-west-2'}}");

    assertThat(updating.get("GlobalTableStatus").asText()).isEqualTo("UPDATING");
    assertThat(describe(EAST).get("ReplicationGroup"))
        .extracting(replica -> replica.get("RegionName").asText())
        .containsExactly("us-east-1", "us-east-2");
    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("1");
    assertThat(regions.item(WEST, "songs", "a")).isNull();
    assertThat(regions.describe(WEST, "songs").has("GlobalTableVersion")).isFalse();
  }

  /** Terraform's acceptance test of aws_dynamodb_global_table. */
  @Test
  void beginsWithOneRegionAndEndsWithItsLast() {
    createTables();
    regions.call(
        EAST,
        "CreateGlobalTable",
        "{'GlobalTableName':'songs','ReplicationGroup':[{'RegionName':'us-east-1'}]}");
    assertThat(describe(EAST).get("GlobalTableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(describe(EAST).get("ReplicationGroup")).hasSize(1);
    regions.put(EAST, "songs", "before", "1");
    regions.delete(EAST, "songs", "before");

    update("{'Create':{'RegionName':'us-west-2'}}");
    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");

    update("{'Delete':{'RegionName':'us-west-2'}}");
    assertThat(describe(EAST).get("ReplicationGroup")).hasSize(1);
    update("{'Delete':{'RegionName':'us-east-1'}}");
    assertThat(regions.call(EAST, "ListGlobalTables", "{}").get("GlobalTables")).isEmpty();
    assertThat(regions.describe(EAST, "songs").has("GlobalTableVersion")).isFalse();
  }

  /** What Terraform does to destroy one. */
  @Test
  void endsWhenAllItsRegionsAreRemovedAtOnce() {
    createTables();
    createGlobalTable();

    JsonNode updating =
        update("{'Delete':{'RegionName':'us-east-1'}},{'Delete':{'RegionName':'us-west-2'}}");

    assertThat(updating.get("ReplicationGroup")).isEmpty();
    assertThat(updating.get("GlobalTableArn").asText())
        .isEqualTo("arn:aws:dynamodb::000000000000:global-table/songs");
    assertThat(regions.call(EAST, "ListGlobalTables", "{}").get("GlobalTables")).isEmpty();
  }

  private JsonNode update(String updates) {
    return regions
        .call(
            EAST, "UpdateGlobalTable", "{'GlobalTableName':'songs','ReplicaUpdates':[%s]}", updates)
        .get("GlobalTableDescription");
  }

  @Test
  void listsGlobalTablesPageByPage() {
    for (String name : new String[] {"aaa", "bbb", "ccc"}) {
      for (String region : new String[] {EAST, WEST}) {
        regions.create(region, name, "'BillingMode':'PAY_PER_REQUEST'," + STREAM);
      }
      regions.call(
          EAST,
          "CreateGlobalTable",
          "{'GlobalTableName':'%s',"
              + "'ReplicationGroup':[{'RegionName':'us-east-1'},{'RegionName':'us-west-2'}]}",
          name);
    }
    regions.createGlobal("of-version-2019", WEST);

    JsonNode first = regions.call(EAST, "ListGlobalTables", "{'Limit':2}");
    assertThat(first)
        .isEqualTo(
            json(
                "{'GlobalTables':["
                    + "{'GlobalTableName':'aaa','ReplicationGroup':["
                    + "{'RegionName':'us-east-1'},{'RegionName':'us-west-2'}]},"
                    + "{'GlobalTableName':'bbb','ReplicationGroup':["
                    + "{'RegionName':'us-east-1'},{'RegionName':'us-west-2'}]}],"
                    + "'LastEvaluatedGlobalTableName':'bbb'}"));
    JsonNode second =
        regions.call(EAST, "ListGlobalTables", "{'ExclusiveStartGlobalTableName':'bbb'}");
    assertThat(second.at("/GlobalTables/0/GlobalTableName").asText()).isEqualTo("ccc");
    assertThat(second.get("GlobalTables")).hasSize(1);
    assertThat(second.has("LastEvaluatedGlobalTableName")).isFalse();
    assertThat(
            regions
                .call(EAST, "ListGlobalTables", "{'RegionName':'eu-west-1'}")
                .get("GlobalTables"))
        .isEmpty();
  }

  @Test
  void describesAndChangesTheSettingsOfAllReplicas() {
    for (String region : new String[] {EAST, WEST}) {
      regions.create(
          region,
          "songs",
          "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}," + STREAM);
    }
    createGlobalTable();

    JsonNode updating =
        regions.call(
            EAST,
            "UpdateGlobalTableSettings",
            """
            {'GlobalTableName':'songs','GlobalTableProvisionedWriteCapacityUnits':8,
             'GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate':
               {'MinimumUnits':8,'MaximumUnits':80},
             'ReplicaSettingsUpdate':[{'RegionName':'us-west-2',
               'ReplicaProvisionedReadCapacityUnits':9}]}
            """);

    assertThat(updating.at("/ReplicaSettings/0/ReplicaStatus").asText()).isEqualTo("UPDATING");
    JsonNode settings =
        regions
            .call(WEST, "DescribeGlobalTableSettings", "{'GlobalTableName':'songs'}")
            .get("ReplicaSettings");
    assertThat(settings).hasSize(2);
    JsonNode east = settings.get(0);
    JsonNode west = settings.get(1);
    assertThat(east.get("RegionName").asText()).isEqualTo("us-east-1");
    assertThat(east.get("ReplicaStatus").asText()).isEqualTo("ACTIVE");
    assertThat(east.get("ReplicaProvisionedReadCapacityUnits").asInt()).isEqualTo(5);
    assertThat(west.get("ReplicaProvisionedReadCapacityUnits").asInt()).isEqualTo(9);
    assertThat(east.get("ReplicaProvisionedWriteCapacityUnits").asInt()).isEqualTo(8);
    assertThat(west.get("ReplicaProvisionedWriteCapacityUnits").asInt()).isEqualTo(8);
    JsonNode scaling = west.get("ReplicaProvisionedWriteCapacityAutoScalingSettings");
    assertThat(scaling.get("MinimumUnits").asInt()).isEqualTo(8);
    assertThat(scaling.get("MaximumUnits").asInt()).isEqualTo(80);
    assertThat(west.get("ReplicaProvisionedReadCapacityAutoScalingSettings"))
        .isEqualTo(json("{'AutoScalingDisabled':true}"));
  }

  @Test
  void switchesAllReplicasToOnDemandMode() {
    for (String region : new String[] {EAST, WEST}) {
      regions.create(
          region,
          "songs",
          "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}," + STREAM);
    }
    createGlobalTable();

    regions.call(
        EAST,
        "UpdateGlobalTableSettings",
        "{'GlobalTableName':'songs','GlobalTableBillingMode':'PAY_PER_REQUEST'}");

    assertThat(regions.describe(WEST, "songs").at("/BillingModeSummary/BillingMode").asText())
        .isEqualTo("PAY_PER_REQUEST");
    JsonNode settings =
        regions.call(EAST, "DescribeGlobalTableSettings", "{'GlobalTableName':'songs'}");
    assertThat(settings.at("/ReplicaSettings/1/ReplicaBillingModeSummary/BillingMode").asText())
        .isEqualTo("PAY_PER_REQUEST");
    assertThat(settings.at("/ReplicaSettings/1/ReplicaProvisionedReadCapacityUnits").asInt(-1))
        .isZero();
  }

  @Test
  void switchesAllReplicasToProvisionedMode() {
    createTables();
    createGlobalTable();

    regions.call(
        EAST,
        "UpdateGlobalTableSettings",
        "{'GlobalTableName':'songs','GlobalTableBillingMode':'PROVISIONED',"
            + "'GlobalTableProvisionedWriteCapacityUnits':8}");

    JsonNode throughput = regions.describe(WEST, "songs").get("ProvisionedThroughput");
    assertThat(throughput.get("WriteCapacityUnits").asInt()).isEqualTo(8);
    assertThat(throughput.get("ReadCapacityUnits").asInt()).isEqualTo(1);
  }
}
