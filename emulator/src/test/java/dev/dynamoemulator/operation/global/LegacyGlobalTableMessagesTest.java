package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.LegacyGlobalTableTest.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the operations of version 2017.11.29 refuse (control-plane.md §9.12). The codes are those of
 * the API model, the texts inferred.
 */
class LegacyGlobalTableMessagesTest {

  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";
  private static final String MISSING =
      "GlobalTableNotFoundException Global table with name: 'missing' does not exist.";
  private static final String ON_DEMAND = "'BillingMode':'PAY_PER_REQUEST'";
  private static final String BOTH =
      "'ReplicationGroup':[{'RegionName':'us-east-1'},{'RegionName':'us-west-2'}]";

  private final GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        arguments(
            "CreateGlobalTable",
            "{}",
            "ValidationException 2 validation errors detected: Value null at 'globalTableName' failed to"
                + " satisfy constraint: Member must not be null; Value null at 'replicationGroup' failed"
                + " to satisfy constraint: Member must not be null"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'songs','ReplicationGroup':[]}",
            INVALID + "ReplicationGroup must name at least one region"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'songs','ReplicationGroup':[{}]}",
            INVALID + "RegionName must not be null"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'songs','ReplicationGroup':[{'RegionName':'nowhere-1'}]}",
            INVALID + "Region nowhere-1 is not a valid region for a replica"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'songs',"
                + "'ReplicationGroup':[{'RegionName':'us-west-2'},{'RegionName':'us-west-2'}]}",
            INVALID + "Region is named more than once: us-west-2"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'missing'," + BOTH + "}",
            "TableNotFoundException Table not found: missing"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'half'," + BOTH + "}",
            "TableNotFoundException Table not found: half"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'global'," + BOTH + "}",
            "GlobalTableAlreadyExistsException Global table with name: 'global' already exists."),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'full'," + BOTH + "}",
            INVALID + "The table must be empty in region us-west-2"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'streamless'," + BOTH + "}",
            INVALID
                + "The table must have a stream with StreamViewType NEW_AND_OLD_IMAGES in region"
                + " us-west-2"),
        arguments(
            "CreateGlobalTable",
            "{'GlobalTableName':'uneven'," + BOTH + "}",
            INVALID + "The table must have the same write capacity in region us-west-2"),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'missing','ReplicaUpdates':"
                + "[{'Create':{'RegionName':'us-east-2'}}]}",
            MISSING),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'global','ReplicaUpdates':[]}",
            INVALID + "ReplicaUpdates must contain at least one update"),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'global','ReplicaUpdates':[{}]}",
            INVALID + "One of ReplicaUpdate.Create, ReplicaUpdate.Delete must not be null"),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'global','ReplicaUpdates':[{'Create':{'RegionName':'us-west-2'}}]}",
            "ReplicaAlreadyExistsException Update global table operation failed because one or more"
                + " replicas are already part of the global table."),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'global','ReplicaUpdates':[{'Delete':{'RegionName':'us-east-2'}}]}",
            "ReplicaNotFoundException Update global table operation failed because one or more"
                + " replicas were not part of the global table."),
        arguments(
            "UpdateGlobalTable",
            "{'GlobalTableName':'global','ReplicaUpdates':[{'Create':{'RegionName':'us-east-2'}}]}",
            "TableNotFoundException Table not found: global"),
        arguments("DescribeGlobalTable", "{'GlobalTableName':'missing'}", MISSING),
        arguments("DescribeGlobalTableSettings", "{'GlobalTableName':'missing'}", MISSING),
        arguments(
            "ListGlobalTables",
            "{'Limit':0}",
            "ValidationException 1 validation error detected: Value '0' at 'limit' failed to satisfy"
                + " constraint: Member must have value greater than or equal to 1"),
        arguments(
            "UpdateGlobalTableSettings",
            "{'GlobalTableName':'global'}",
            "ValidationException At least one setting to update is required"),
        arguments(
            "UpdateGlobalTableSettings",
            "{'GlobalTableName':'missing','GlobalTableBillingMode':'PAY_PER_REQUEST'}",
            MISSING),
        arguments(
            "UpdateGlobalTableSettings",
            "{'GlobalTableName':'global','ReplicaSettingsUpdate':[{'RegionName':'us-east-2'}]}",
            "ReplicaNotFoundException Update global table operation failed because one or more"
                + " replicas were not part of the global table."),
        arguments(
            "UpdateGlobalTableSettings",
            "{'GlobalTableName':'global',"
                + "'GlobalTableGlobalSecondaryIndexSettingsUpdate':[{'IndexName':'none'}]}",
            "IndexNotFoundException The table does not have the specified index: none"),
        arguments(
            "UpdateGlobalTableSettings",
            "{'GlobalTableName':'global','GlobalTableProvisionedWriteCapacityUnits':1}",
            INVALID
                + "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when"
                + " BillingMode is PAY_PER_REQUEST"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refuses(String operation, String input, String message) {
    create("global", ON_DEMAND + "," + STREAM);
    regions.call(EAST, "CreateGlobalTable", "{'GlobalTableName':'global'," + BOTH + "}");
    create("full", ON_DEMAND + "," + STREAM);
    regions.put(WEST, "full", "a", "1");
    regions.create(EAST, "half", ON_DEMAND + "," + STREAM);
    regions.create(EAST, "streamless", ON_DEMAND + "," + STREAM);
    regions.create(WEST, "streamless", ON_DEMAND);
    regions.create(EAST, "uneven", units(1) + STREAM);
    regions.create(WEST, "uneven", units(2) + STREAM);

    assertThat(regions.error(EAST, operation, input)).isEqualTo(message);
  }

  private void create(String tableName, String members) {
    regions.create(EAST, tableName, members);
    regions.create(WEST, tableName, members);
  }

  private static String units(int write) {
    return "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':" + write + "},";
  }

  @Test
  void refusesReplicaUpdatesOfUpdateTable() {
    create("songs", ON_DEMAND + "," + STREAM);
    regions.call(EAST, "CreateGlobalTable", "{'GlobalTableName':'songs'," + BOTH + "}");

    assertThat(regions.updateError(EAST, "songs", GlobalFixture.addReplica(OHIO)))
        .isEqualTo(
            INVALID
                + "ReplicaUpdates is not supported for global tables of version 2017.11.29. Use"
                + " UpdateGlobalTable instead");
  }
}
