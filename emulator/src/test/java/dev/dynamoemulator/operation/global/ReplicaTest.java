package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.deleteReplica;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How replicas come, are described and go (control-plane.md §9, tables.md §9). */
class ReplicaTest {

  private GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  private void startDelayed() {
    regions.close();
    regions = GlobalFixture.delayed();
  }

  @Test
  void answersWithTheReplicaBeingCreated() {
    regions.create(EAST, "songs");

    JsonNode table = regions.update(EAST, "songs", addReplica(WEST));

    assertThat(table.get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(GlobalFixture.replicas(table)).containsExactly("us-west-2 CREATING");
  }

  /** tables.md §8, §9.3; the own region is not listed. */
  @Test
  void describesTheOtherReplicasInEveryRegion() {
    regions.createGlobal("songs", WEST, OHIO);

    assertThat(regions.replicas(EAST, "songs"))
        .containsExactly("us-west-2 ACTIVE", "us-east-2 ACTIVE");
    assertThat(regions.replicas(WEST, "songs"))
        .containsExactly("us-east-1 ACTIVE", "us-east-2 ACTIVE");
    JsonNode east = regions.describe(EAST, "songs");
    assertThat(east.get("GlobalTableVersion").asText()).isEqualTo("2019.11.21");
    assertThat(east.get("MultiRegionConsistency").asText()).isEqualTo("EVENTUAL");
    assertThat(east.at("/StreamSpecification/StreamViewType").asText())
        .isEqualTo("NEW_AND_OLD_IMAGES");
    JsonNode west = regions.describe(WEST, "songs");
    assertThat(west.get("TableArn").asText())
        .isEqualTo("arn:aws:dynamodb:us-west-2:000000000000:table/songs");
    assertThat(west.get("TableId")).isNotEqualTo(east.get("TableId"));
    assertThat(west.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(west.at("/StreamSpecification/StreamViewType").asText())
        .isEqualTo("NEW_AND_OLD_IMAGES");
  }

  /** The regions of the one have no table of that name until the other is there. */
  @Test
  void keepsTwoGlobalTablesOfOneNameApart() {
    String ireland = "eu-west-1";
    String frankfurt = "eu-central-1";
    regions.create(EAST, "songs");
    regions.create(ireland, "songs");
    regions.update(EAST, "songs", addReplica(WEST));
    regions.update(ireland, "songs", addReplica(frankfurt));

    regions.put(EAST, "songs", "a", "1");
    regions.put(ireland, "songs", "a", "2");

    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(frankfurt, "songs", "a")).isEqualTo("2");
    assertThat(regions.replicas(WEST, "songs")).containsExactly("us-east-1 ACTIVE");
    assertThat(regions.replicas(frankfurt, "songs")).containsExactly("eu-west-1 ACTIVE");
  }

  /** Terraform takes a class that is told for an override. */
  @Test
  void tellsNoClassOfAReplicaThatIsStandardLikeItsSource() {
    regions.create(EAST, "songs", "'BillingMode':'PAY_PER_REQUEST','TableClass':'STANDARD'");
    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.describe(EAST, "songs").get("Replicas").get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "RegionName", "ReplicaStatus", "ReplicaArn", "GlobalTableSettingsReplicationMode");
  }

  /** tables.md §8: "all absent on single-Region tables". */
  @Test
  void saysNothingOfReplicasWhenThereAreNone() {
    regions.create(EAST, "songs");

    assertThat(regions.describe(EAST, "songs").fieldNames())
        .toIterable()
        .doesNotContain("GlobalTableVersion", "Replicas", "MultiRegionConsistency");
  }

  @Test
  void walksThroughTheStatesOfAReplica() {
    startDelayed();
    regions.create(EAST, "songs");
    regions.advance(Duration.ofSeconds(2));
    regions.put(EAST, "songs", "a", "1");
    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 CREATING");
    assertThat(regions.describe(EAST, "songs").get("TableStatus").asText()).isEqualTo("UPDATING");
    assertThat(regions.describe(WEST, "songs").get("TableStatus").asText()).isEqualTo("CREATING");
    assertThat(regions.error(WEST, "GetItem", "{'TableName':'songs','Key':{'pk':{'S':'a'}}}"))
        .startsWith("ResourceNotFoundException");

    regions.put(EAST, "songs", "b", "2");
    regions.advance(Duration.ofSeconds(2));
    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(regions.describe(EAST, "songs").get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(WEST, "songs", "b")).isEqualTo("2");

    regions.advance(Duration.ofHours(24));
    regions.update(EAST, "songs", deleteReplica(WEST));
    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 DELETING");
    assertThat(regions.describe(WEST, "songs").get("TableStatus").asText()).isEqualTo("DELETING");

    regions.advance(Duration.ofSeconds(2));
    assertThat(regions.tables(WEST)).isEmpty();
    assertThat(regions.describe(EAST, "songs").has("GlobalTableVersion")).isFalse();
  }

  /** control-plane.md §9.3 */
  @Test
  void fillsANewReplicaWithWhatIsThere() {
    regions.create(EAST, "songs");
    for (int i = 0; i < 250; i++) {
      regions.put(EAST, "songs", "k" + i, "v" + i);
    }

    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.count(WEST, "songs")).isEqualTo(250);
    assertThat(regions.get(WEST, "songs", "k249")).isEqualTo("v249");
  }

  @Test
  void fillsAReplicaOfMoreItemsThanACallerWaitsFor() {
    regions.create(EAST, "songs");
    for (int i = 0; i < 1_001; i++) {
      regions.put(EAST, "songs", "k" + i, "v" + i);
    }

    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(regions.count(WEST, "songs")).isEqualTo(1_001);
  }

  @Test
  void copiesIndexesAndTheirEntries() {
    regions.call(
        EAST,
        "CreateTable",
        """
        {'TableName':'songs','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'v','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'GlobalSecondaryIndexes':[{'IndexName':'byV','Projection':{'ProjectionType':'ALL'},
           'KeySchema':[{'AttributeName':'v','KeyType':'HASH'}]}]}
        """);
    regions.put(EAST, "songs", "a", "1");
    regions.update(EAST, "songs", addReplica(WEST));
    regions.put(EAST, "songs", "b", "1");
    regions.put(WEST, "songs", "a", "2");

    assertThat(found(WEST, "1")).isEqualTo(1);
    assertThat(found(WEST, "2")).isEqualTo(1);
    assertThat(found(EAST, "2")).isEqualTo(1);
    assertThat(regions.describe(WEST, "songs").at("/GlobalSecondaryIndexes/0/IndexStatus").asText())
        .isEqualTo("ACTIVE");
  }

  private int found(String region, String value) {
    return regions
        .call(
            region,
            "Query",
            """
            {'TableName':'songs','IndexName':'byV','KeyConditionExpression':'v = :v',
             'ExpressionAttributeValues':{':v':{'S':'%s'}}}
            """,
            value)
        .get("Count")
        .asInt();
  }

  @Test
  void givesAReplicaWhatItHasOfItsOwn() {
    regions.create(EAST, "songs");
    regions.update(
        EAST,
        "songs",
        """
        'ReplicaUpdates':[{'Create':{'RegionName':'us-west-2','KMSMasterKeyId':'my-key',
          'OnDemandThroughputOverride':{'MaxReadRequestUnits':7},
          'TableClassOverride':'STANDARD_INFREQUENT_ACCESS'}}]
        """);

    JsonNode replica = regions.describe(EAST, "songs").at("/Replicas/0");
    assertThat(replica.get("KMSMasterKeyId").asText()).isEqualTo("my-key");
    assertThat(replica.at("/OnDemandThroughputOverride/MaxReadRequestUnits").asInt()).isEqualTo(7);
    assertThat(replica.at("/ReplicaTableClassSummary/TableClass").asText())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
    JsonNode west = regions.describe(WEST, "songs");
    assertThat(west.at("/OnDemandThroughput/MaxReadRequestUnits").asInt()).isEqualTo(7);
    assertThat(west.at("/TableClassSummary/TableClass").asText())
        .isEqualTo("STANDARD_INFREQUENT_ACCESS");
    assertThat(west.at("/SSEDescription/KMSMasterKeyArn").asText())
        .isEqualTo("arn:aws:kms:us-west-2:000000000000:key/my-key");

    regions.update(
        EAST,
        "songs",
        """
        'ReplicaUpdates':[{'Update':{'RegionName':'us-west-2',
          'OnDemandThroughputOverride':{'MaxReadRequestUnits':9}}}]
        """);
    assertThat(
            regions
                .describe(EAST, "songs")
                .at("/Replicas/0/OnDemandThroughputOverride/MaxReadRequestUnits")
                .asInt())
        .isEqualTo(9);
    assertThat(regions.describe(EAST, "songs").at("/Replicas/0/KMSMasterKeyId").asText())
        .isEqualTo("my-key");
    assertThat(
            regions.describe(WEST, "songs").at("/OnDemandThroughput/MaxReadRequestUnits").asInt())
        .isEqualTo(9);
  }

  /** control-plane.md §9.5 */
  @Test
  void keepsTheSharedSettingsAlike() {
    regions.createGlobal("songs", WEST);

    regions.update(
        WEST,
        "songs",
        """
        'AttributeDefinitions':[{'AttributeName':'v','AttributeType':'S'}],
        'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'byV',
          'Projection':{'ProjectionType':'ALL'},
          'KeySchema':[{'AttributeName':'v','KeyType':'HASH'}]}}]
        """);
    regions.call(
        WEST,
        "UpdateTimeToLive",
        "{'TableName':'songs','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    regions.update(
        WEST,
        "songs",
        """
        'BillingMode':'PROVISIONED',
        'ProvisionedThroughput':{'ReadCapacityUnits':3,'WriteCapacityUnits':4},
        'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'byV',
          'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6}}}]
        """);

    JsonNode east = regions.describe(EAST, "songs");
    assertThat(east.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("byV");
    assertThat(east.at("/BillingModeSummary/BillingMode").asText()).isEqualTo("PROVISIONED");
    assertThat(east.at("/ProvisionedThroughput/WriteCapacityUnits").asInt()).isEqualTo(4);
    assertThat(
            east.at("/GlobalSecondaryIndexes/0/ProvisionedThroughput/WriteCapacityUnits").asInt())
        .isEqualTo(6);
    assertThat(
            regions
                .call(EAST, "DescribeTimeToLive", "{'TableName':'songs'}")
                .at("/TimeToLiveDescription/TimeToLiveStatus")
                .asText())
        .isEqualTo("ENABLED");

    regions.update(EAST, "songs", "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'byV'}}]");
    assertThat(regions.describe(WEST, "songs").has("GlobalSecondaryIndexes")).isFalse();
  }

  /** control-plane.md §9.5: "Per replica: … table class, deletion protection, tags". */
  @Test
  void leavesTheOtherSettingsToEachReplica() {
    regions.createGlobal("songs", WEST);

    regions.update(EAST, "songs", "'DeletionProtectionEnabled':true");
    regions.update(EAST, "songs", "'TableClass':'STANDARD_INFREQUENT_ACCESS'");
    regions.call(
        EAST,
        "TagResource",
        "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/songs',"
            + "'Tags':[{'Key':'a','Value':'b'}]}");

    JsonNode west = regions.describe(WEST, "songs");
    assertThat(west.get("DeletionProtectionEnabled").asBoolean()).isFalse();
    assertThat(west.has("TableClassSummary")).isFalse();
    assertThat(
            regions
                .call(
                    WEST,
                    "ListTagsOfResource",
                    "{'ResourceArn':'arn:aws:dynamodb:us-west-2:000000000000:table/songs'}")
                .get("Tags"))
        .isEmpty();
  }

  /** tables.md §7.8: "A v2019 replica can be deleted on its own". */
  @Test
  void goesOnWithoutAReplicaWhoseTableIsDeleted() {
    regions.createGlobal("songs", WEST, OHIO);

    regions.call(WEST, "DeleteTable", "{'TableName':'songs'}");

    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-east-2 ACTIVE");
    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("1");
  }

  @Test
  void takesAReplicaBackAfterItWasDeleted() {
    regions.createGlobal("songs", WEST);
    regions.put(WEST, "songs", "a", "1");
    regions.update(EAST, "songs", deleteReplica(WEST));
    regions.put(EAST, "songs", "a", "2");

    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("2");
  }

  /** control-plane.md §9.9 */
  @Test
  void deletesTheSourceOfAReplicaOnADayLater() {
    regions.createGlobal("songs", WEST);
    regions.advance(Duration.ofHours(24));

    regions.update(WEST, "songs", deleteReplica(EAST));

    assertThat(regions.tables(EAST)).isEmpty();
    assertThat(regions.tables(WEST)).containsExactly("songs");
  }

  @Test
  void addsAReplicaFromAnyRegion() {
    regions.createGlobal("songs", WEST);
    regions.put(EAST, "songs", "a", "1");

    regions.update(WEST, "songs", addReplica(OHIO));

    assertThat(regions.replicas(EAST, "songs"))
        .containsExactly("us-west-2 ACTIVE", "us-east-2 ACTIVE");
    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("1");
  }
}
