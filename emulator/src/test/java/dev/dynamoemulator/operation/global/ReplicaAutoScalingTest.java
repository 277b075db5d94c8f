package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DescribeTableReplicaAutoScaling and UpdateTableReplicaAutoScaling (control-plane.md §10). */
class ReplicaAutoScalingTest {

  private static final String ROLE =
      "arn:aws:iam::000000000000:role/aws-service-role/"
          + "dynamodb.application-autoscaling.amazonaws.com/"
          + "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable";

  private final GlobalFixture regions = GlobalFixture.create();

  @BeforeEach
  void createTable() {
    regions.call(
        EAST,
        "CreateTable",
        """
        {'TableName':'songs',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'v','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
         'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5},
         'GlobalSecondaryIndexes':[{'IndexName':'byV','Projection':{'ProjectionType':'ALL'},
           'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5},
           'KeySchema':[{'AttributeName':'v','KeyType':'HASH'}]}]}
        """);
  }

  @AfterEach
  void close() {
    regions.close();
  }

  private JsonNode update(String members) {
    return regions
        .call(EAST, "UpdateTableReplicaAutoScaling", "{'TableName':'songs'," + members + "}")
        .get("TableAutoScalingDescription");
  }

  private JsonNode describe(String region) {
    return regions
        .call(region, "DescribeTableReplicaAutoScaling", "{'TableName':'songs'}")
        .get("TableAutoScalingDescription");
  }

  /** The shape of a table without replicas is inferred. */
  @Test
  void describesThatNothingIsScaled() {
    assertThat(describe(EAST))
        .isEqualTo(
            json(
                """
                {'TableName':'songs','TableStatus':'ACTIVE','Replicas':[
                  {'RegionName':'us-east-1',
                   'GlobalSecondaryIndexes':[{'IndexName':'byV','IndexStatus':'ACTIVE',
                     'ProvisionedReadCapacityAutoScalingSettings':{'AutoScalingDisabled':true},
                     'ProvisionedWriteCapacityAutoScalingSettings':{'AutoScalingDisabled':true}}],
                   'ReplicaProvisionedReadCapacityAutoScalingSettings':
                     {'AutoScalingDisabled':true},
                   'ReplicaProvisionedWriteCapacityAutoScalingSettings':
                     {'AutoScalingDisabled':true},
                   'ReplicaStatus':'ACTIVE'}]}
                """));
  }

  @Test
  void returnsSettingsAsTheyWereGiven() {
    JsonNode updating =
        update(
            """
            'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':5,'MaximumUnits':500,
              'AutoScalingDisabled':false,'AutoScalingRoleArn':'arn:aws:iam::1:role/mine',
              'ScalingPolicyUpdate':{'PolicyName':'mine','TargetTrackingScalingPolicyConfiguration':
                {'DisableScaleIn':true,'ScaleInCooldown':60,'ScaleOutCooldown':30,
                 'TargetValue':70.5}}},
            'GlobalSecondaryIndexUpdates':[{'IndexName':'byV',
              'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':6,'MaximumUnits':600}}],
            'ReplicaUpdates':[{'RegionName':'us-east-1',
              'ReplicaProvisionedReadCapacityAutoScalingUpdate':
                {'MinimumUnits':7,'MaximumUnits':700,'ScalingPolicyUpdate':
                  {'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50}}},
              'ReplicaGlobalSecondaryIndexUpdates':[{'IndexName':'byV',
                'ProvisionedReadCapacityAutoScalingUpdate':{'AutoScalingDisabled':true}}]}]
            """);

    assertThat(updating.get("TableStatus").asText()).isEqualTo("UPDATING");
    JsonNode replica = describe(EAST).at("/Replicas/0");
    assertThat(replica.get("ReplicaProvisionedWriteCapacityAutoScalingSettings"))
        .isEqualTo(
            json(
                """
                {'MinimumUnits':5,'MaximumUnits':500,'AutoScalingDisabled':false,
                 'AutoScalingRoleArn':'arn:aws:iam::1:role/mine',
                 'ScalingPolicies':[{'PolicyName':'mine',
                   'TargetTrackingScalingPolicyConfiguration':{'DisableScaleIn':true,
                     'ScaleInCooldown':60,'ScaleOutCooldown':30,'TargetValue':70.5}}]}
                """));
    assertThat(replica.get("ReplicaProvisionedReadCapacityAutoScalingSettings"))
        .isEqualTo(
            json(
                """
                {'MinimumUnits':7,'MaximumUnits':700,'AutoScalingRoleArn':'%s',
                 'ScalingPolicies':[{'PolicyName':'DynamoDBReadCapacityUtilization:table/songs',
                   'TargetTrackingScalingPolicyConfiguration':{'TargetValue':50.0}}]}
                """
                    .formatted(ROLE)));
    JsonNode index = replica.at("/GlobalSecondaryIndexes/0");
    assertThat(index.at("/ProvisionedWriteCapacityAutoScalingSettings/MaximumUnits").asInt())
        .isEqualTo(600);
    assertThat(index.get("ProvisionedReadCapacityAutoScalingSettings"))
        .isEqualTo(json("{'AutoScalingDisabled':true}"));
  }

  @Test
  void keepsWhatAnUpdateDoesNotMention() {
    update("'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':5,'MaximumUnits':500}");
    update("'ProvisionedWriteCapacityAutoScalingUpdate':{'MaximumUnits':900}");

    JsonNode settings =
        describe(EAST).at("/Replicas/0/ReplicaProvisionedWriteCapacityAutoScalingSettings");
    assertThat(settings.get("MinimumUnits").asInt()).isEqualTo(5);
    assertThat(settings.get("MaximumUnits").asInt()).isEqualTo(900);
  }

  /** tables.md §9.2: the write capacity of a table with replicas is on-demand or scaled. */
  @Test
  void letsAProvisionedTableHaveReplicasWhenItsWritesAreScaled() {
    update("'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':5,'MaximumUnits':500}");

    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(
            regions.describe(WEST, "songs").at("/ProvisionedThroughput/ReadCapacityUnits").asInt())
        .isEqualTo(5);
  }

  @Test
  void scalesTheWritesOfAllReplicasAlike() {
    update("'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':5,'MaximumUnits':500}");
    regions.update(EAST, "songs", addReplica(WEST));
    update(
        """
        'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':6,'MaximumUnits':600},
        'ReplicaUpdates':[{'RegionName':'us-west-2',
          'ReplicaProvisionedReadCapacityAutoScalingUpdate':{'MinimumUnits':7,'MaximumUnits':70}}]
        """);

    JsonNode replicas = describe(WEST).get("Replicas");
    assertThat(replicas)
        .extracting(replica -> replica.get("RegionName").asText())
        .containsExactly("us-east-1", "us-west-2");
    String write = "/ReplicaProvisionedWriteCapacityAutoScalingSettings/MaximumUnits";
    String read = "/ReplicaProvisionedReadCapacityAutoScalingSettings";
    assertThat(replicas.get(0).at(write).asInt()).isEqualTo(600);
    assertThat(replicas.get(1).at(write).asInt()).isEqualTo(600);
    assertThat(replicas.get(0).at(read)).isEqualTo(json("{'AutoScalingDisabled':true}"));
    assertThat(replicas.get(1).at(read + "/MaximumUnits").asInt()).isEqualTo(70);
  }

  @Test
  void forgetsTheSettingsWithTheTable() {
    update("'ProvisionedWriteCapacityAutoScalingUpdate':{'MinimumUnits':5,'MaximumUnits':500}");
    regions.call(EAST, "DeleteTable", "{'TableName':'songs'}");
    createTable();

    assertThat(describe(EAST).at("/Replicas/0/ReplicaProvisionedWriteCapacityAutoScalingSettings"))
        .isEqualTo(json("{'AutoScalingDisabled':true}"));
  }

  static Stream<Arguments> faults() {
    String invalid = "ValidationException One or more parameter values were invalid: ";
    String notFound = "ResourceNotFoundException Requested resource not found: ";
    return Stream.of(
        arguments(
            "{'TableName':'songs'}",
            "ValidationException At least one setting to update is" + " required"),
        arguments(
            "{'TableName':'songs','GlobalSecondaryIndexUpdates':[]}",
            "ValidationException 1 validation error detected: Value '[]' at"
                + " 'globalSecondaryIndexUpdates' failed to satisfy constraint: Member must have"
                + " length greater than or equal to 1"),
        arguments(
            "{'TableName':'missing','ProvisionedWriteCapacityAutoScalingUpdate':{}}",
            notFound + "Table: missing not found"),
        arguments(
            "{'TableName':'songs','ProvisionedWriteCapacityAutoScalingUpdate':"
                + "{'MinimumUnits':2,'MaximumUnits':1}}",
            invalid + "MinimumUnits must not be greater than MaximumUnits"),
        arguments(
            "{'TableName':'songs','ProvisionedWriteCapacityAutoScalingUpdate':"
                + "{'MinimumUnits':0}}",
            "ValidationException 1 validation error detected: Value '0' at"
                + " 'provisionedWriteCapacityAutoScalingUpdate.minimumUnits' failed to satisfy"
                + " constraint: Member must have value greater than or equal to 1"),
        arguments(
            "{'TableName':'songs','ProvisionedWriteCapacityAutoScalingUpdate':"
                + "{'ScalingPolicyUpdate':{'TargetTrackingScalingPolicyConfiguration':"
                + "{'TargetValue':19.9}}}}",
            invalid + "TargetValue must be between 20 and 90"),
        arguments(
            "{'TableName':'songs','ProvisionedWriteCapacityAutoScalingUpdate':"
                + "{'ScalingPolicyUpdate':{'TargetTrackingScalingPolicyConfiguration':"
                + "{'TargetValue':90.1}}}}",
            invalid + "TargetValue must be between 20 and 90"),
        arguments(
            "{'TableName':'songs','ReplicaUpdates':[{'RegionName':'us-west-2'}]}",
            notFound + "the table has no replica in a region of the request"),
        arguments(
            "{'TableName':'songs','GlobalSecondaryIndexUpdates':[{'IndexName':'none'}]}",
            notFound + "the table does not have the specified index: none"));
  }

  /** Codes of the API model; texts but those of constraints and the missing table are inferred. */
  @ParameterizedTest
  @MethodSource("faults")
  void refuses(String input, String message) {
    assertThat(regions.error(EAST, "UpdateTableReplicaAutoScaling", input)).isEqualTo(message);
  }

  @Test
  void describesNoMissingTable() {
    assertThat(regions.error(EAST, "DescribeTableReplicaAutoScaling", "{'TableName':'missing'}"))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: missing not found");
  }
}
