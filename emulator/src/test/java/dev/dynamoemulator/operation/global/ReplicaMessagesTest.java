package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.deleteReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.strong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.EmulatorOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What UpdateTable and its neighbours refuse of replicas (tables.md §9, control-plane.md §9). */
class ReplicaMessagesTest {

  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";
  private static final String TAKEN =
      "ValidationException Failed to create a the new replica of table with name: \u2018songs\u2019"
          + " because one or more replicas already existed as tables.";
  private static final String NOT_FOUND =
      "ValidationException Replica specified in the Replica Update or Replica Delete action of the"
          + " request was not found.";
  private static final String WAS_SOURCE =
      "ValidationException Replica cannot be deleted because it has acted as a source region for new"
          + " replica(s) being added to the table in the last 24 hours.";
  private static final String WHOLE =
      INVALID
          + "Replicas and witness of a global table with multi-Region strong consistency can only be"
          + " removed all at once";
  private static final String WITNESS =
      "'GlobalTableWitnessUpdates':[{'Create':{'RegionName':'us-west-2'}}]";

  private final GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  /** Refused before the table is looked at. Texts but the first two are inferred. */
  static Stream<Arguments> requests() {
    return Stream.of(
        arguments(
            addReplica(EAST),
            "ValidationException Cannot add, delete, or update the local region through"
                + " ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required."),
        arguments(
            "'ReplicaUpdates':[{'Create':{}}]",
            "ValidationException 1 validation error detected: Value null at"
                + " 'replicaUpdates.1.member.create.regionName' failed to satisfy constraint:"
                + " Member must not be null"),
        arguments(
            "'ReplicaUpdates':[{}]",
            INVALID
                + "One of ReplicationGroupUpdate.Create, ReplicationGroupUpdate.Update,"
                + " ReplicationGroupUpdate.Delete must not be null"),
        arguments(
            "'ReplicaUpdates':[{'Create':{'RegionName':'us-west-2'},"
                + "'Delete':{'RegionName':'us-west-2'}}]",
            INVALID
                + "One of ReplicationGroupUpdate.Create, ReplicationGroupUpdate.Update,"
                + " ReplicationGroupUpdate.Delete must not be null"),
        arguments(
            "'GlobalTableWitnessUpdates':[{}]",
            INVALID
                + "One of GlobalTableWitnessGroupUpdate.Create,"
                + " GlobalTableWitnessGroupUpdate.Delete must not be null"),
        arguments(
            addReplica("us-west-9"),
            INVALID + "Region us-west-9 is not a valid region for a replica"),
        arguments(
            addReplica("cn-north-1"),
            INVALID + "Region cn-north-1 is not a valid region for a replica"),
        arguments(
            "'ReplicaUpdates':[{'Create':{'RegionName':'us-west-2'}},"
                + "{'Delete':{'RegionName':'us-west-2'}}]",
            INVALID
                + "Only one replica update per region is allowed simultaneously. Region: us-west-2"),
        arguments(
            "'MultiRegionConsistency':'STRONG'",
            INVALID
                + "MultiRegionConsistency can only be specified together with a Create action in"
                + " ReplicaUpdates"),
        arguments(
            addReplica(OHIO) + "," + WITNESS,
            INVALID
                + "GlobalTableWitnessUpdates can only create a witness when MultiRegionConsistency"
                + " is STRONG"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void refusesRequests(String members, String message) {
    assertThat(regions.updateError(EAST, "songs", members)).isEqualTo(message);
  }

  /** Refused for a table without replicas. All but the second row are inferred or remembered. */
  static Stream<Arguments> firstReplicas() {
    return Stream.of(
        arguments("taken", addReplica(WEST), TAKEN.replace("songs", "taken")),
        arguments(
            "provisioned",
            addReplica(WEST),
            "ValidationException Table write capacity should either be Pay-Per-Request or"
                + " AutoScaled."),
        arguments("songs", deleteReplica(WEST), NOT_FOUND),
        arguments("songs", "'ReplicaUpdates':[{'Update':{'RegionName':'us-west-2'}}]", NOT_FOUND),
        arguments(
            "songs",
            "'GlobalTableWitnessUpdates':[{'Delete':{'RegionName':'us-west-2'}}]",
            NOT_FOUND),
        arguments(
            "songs",
            "'ReplicaUpdates':[{'Create':{'RegionName':'us-west-2',"
                + "'ProvisionedThroughputOverride':{'ReadCapacityUnits':1}}}]",
            INVALID + "ProvisionedThroughputOverride does not fit the billing mode of the table"),
        arguments(
            "songs",
            "'ReplicaUpdates':[{'Create':{'RegionName':'us-west-2',"
                + "'GlobalSecondaryIndexes':[{'IndexName':'none'}]}}]",
            INVALID + "The table does not have the specified index: none"),
        arguments(
            "keysOnly",
            addReplica(WEST),
            INVALID
                + "A table with replicas needs a stream with StreamViewType NEW_AND_OLD_IMAGES"),
        arguments(
            "songs",
            strong(OHIO),
            INVALID
                + "Multi-Region strong consistency needs exactly three regions: three replicas, or"
                + " two replicas and a witness"),
        arguments(
            "songs",
            strong(OHIO, "us-west-1"),
            INVALID + "The regions are not in one Region set of multi-Region strong consistency"),
        arguments(
            "songs",
            strong("eu-west-1", "eu-west-2"),
            INVALID + "The regions are not in one Region set of multi-Region strong consistency"),
        arguments(
            "full",
            strong(OHIO, WEST),
            INVALID + "A table must be empty to be configured for multi-Region strong consistency"),
        arguments(
            "expiring",
            strong(OHIO, WEST),
            INVALID + "Time to live is not supported with multi-Region strong consistency"),
        arguments(
            "local",
            strong(OHIO, WEST),
            INVALID
                + "Local secondary indexes are not supported with multi-Region strong consistency"));
  }

  @ParameterizedTest
  @MethodSource("firstReplicas")
  void refusesFirstReplicas(String tableName, String members, String message) {
    regions.create(EAST, "songs");
    regions.create(EAST, "taken");
    regions.create(WEST, "taken");
    regions.create(
        EAST,
        "provisioned",
        "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}");
    regions.create(
        EAST,
        "keysOnly",
        "'BillingMode':'PAY_PER_REQUEST',"
            + "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}");
    regions.create(EAST, "full");
    regions.put(EAST, "full", "a", "1");
    regions.create(EAST, "expiring");
    regions.call(
        EAST,
        "UpdateTimeToLive",
        "{'TableName':'expiring',"
            + "'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    regions.call(
        EAST,
        "CreateTable",
        """
        {'TableName':'local','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'sk','AttributeType':'S'},{'AttributeName':'v','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
           {'AttributeName':'sk','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'byV','Projection':{'ProjectionType':'ALL'},
           'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
             {'AttributeName':'v','KeyType':'RANGE'}]}]}
        """);

    assertThat(regions.updateError(EAST, tableName, members)).isEqualTo(message);
    assertThat(regions.describe(EAST, tableName).has("GlobalTableVersion")).isFalse();
  }

  @Test
  void refusesWhatDoesNotFitTheReplicasThatAreThere() {
    regions.createGlobal("songs", WEST);

    assertThat(regions.updateError(EAST, "songs", addReplica(WEST))).isEqualTo(TAKEN);
    assertThat(regions.updateError(EAST, "songs", deleteReplica(OHIO))).isEqualTo(NOT_FOUND);
    assertThat(regions.updateError(WEST, "songs", deleteReplica(EAST))).isEqualTo(WAS_SOURCE);
    assertThat(regions.error(EAST, "DeleteTable", "{'TableName':'songs'}")).isEqualTo(WAS_SOURCE);
    assertThat(regions.updateError(EAST, "songs", "'StreamSpecification':{'StreamEnabled':false}"))
        .isEqualTo(INVALID + "The stream of a table with replicas cannot be disabled");
    assertThat(
            regions.updateError(
                EAST, "songs", addReplica(OHIO) + ",'MultiRegionConsistency':'STRONG'"))
        .isEqualTo(INVALID + "MultiRegionConsistency of a global table cannot be changed");
  }

  /** tables.md §7.5 */
  @Test
  void refusesToDeleteAProtectedReplica() {
    regions.createGlobal("songs", WEST);
    regions.update(WEST, "songs", "'DeletionProtectionEnabled':true");

    assertThat(regions.updateError(EAST, "songs", deleteReplica(WEST)))
        .isEqualTo(
            "ValidationException Resource cannot be deleted as it is currently protected against"
                + " deletion. Disable deletion protection first.");
    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
  }

  /** Inferred: "A second after the limit" and at it. */
  @Test
  void refusesToDeleteASourceForADay() {
    regions.createGlobal("songs", WEST);

    regions.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(regions.error(EAST, "DeleteTable", "{'TableName':'songs'}")).isEqualTo(WAS_SOURCE);

    regions.advance(Duration.ofMillis(1));
    regions.call(EAST, "DeleteTable", "{'TableName':'songs'}");
  }

  @Test
  void refusesToTakeAStrongTableApart() {
    regions.createStrong("songs");

    assertThat(regions.updateError(EAST, "songs", deleteReplica(WEST))).isEqualTo(WHOLE);
    assertThat(regions.error(WEST, "DeleteTable", "{'TableName':'songs'}")).isEqualTo(WHOLE);
    assertThat(regions.updateError(EAST, "songs", addReplica("us-west-1"))).isEqualTo(WHOLE);
    assertThat(
            regions.error(
                WEST,
                "UpdateTimeToLive",
                "{'TableName':'songs',"
                    + "'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}"))
        .isEqualTo(INVALID + "Time to live is not supported with multi-Region strong consistency");
  }

  @Test
  void refusesReplicasWhileAllRegionsShareOneDatabase() {
    try (GlobalFixture shared =
        new GlobalFixture(EmulatorOptions.builder().sharedDb(true).build())) {
      shared.create(EAST, "songs");

      assertThat(shared.updateError(EAST, "songs", addReplica(WEST)))
          .isEqualTo(
              "ValidationException Replicas are not supported by this emulator while all regions"
                  + " share one database");
      assertThat(
              shared.error(
                  EAST,
                  "CreateGlobalTable",
                  "{'GlobalTableName':'songs','ReplicationGroup':[{'RegionName':'us-east-1'}]}"))
          .isEqualTo(
              "ValidationException Global tables are not supported by this emulator while all"
                  + " regions share one database");
    }
  }
}
