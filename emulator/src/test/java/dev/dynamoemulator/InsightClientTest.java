package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.inprocess.InProcessClients;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ApproximateCreationDateTimePrecision;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsStatus;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** Policies, insights, destinations and throttling as the AWS SDK sees them. */
class InsightClientTest {

  private static final String TABLE_ARN = EmulatorFixture.TABLE_ARN + "things";
  private static final String STREAM_ARN =
      "arn:aws:kinesis:us-east-1:000000000000:stream/music-of-the-spheres";
  private static final String LOCK_OUT =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*",
       "Action":"dynamodb:*","Resource":"%s"}}
      """
          .formatted(TABLE_ARN);

  private static DynamoDbClient client(Emulator emulator, boolean isInProcess) {
    return isInProcess
        ? InProcessClients.dynamoDb(emulator.dispatcher())
        : overHttp(emulator.endpoint());
  }

  private static DynamoDbClient overHttp(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void keepsPolicies(boolean isInProcess) {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator, isInProcess)) {
      client.createTable(TestTable.named("things"));

      String revisionId =
          client
              .putResourcePolicy(
                  put ->
                      put.resourceArn(TABLE_ARN)
                          .policy(LOCK_OUT)
                          .confirmRemoveSelfResourceAccess(true))
              .revisionId();

      assertThat(client.getResourcePolicy(get -> get.resourceArn(TABLE_ARN)).policy())
          .isEqualTo(LOCK_OUT);
      assertThat(
              client
                  .deleteResourcePolicy(
                      delete -> delete.resourceArn(TABLE_ARN).expectedRevisionId(revisionId))
                  .revisionId())
          .isEqualTo(revisionId);
      assertThatThrownBy(() -> client.getResourcePolicy(get -> get.resourceArn(TABLE_ARN)))
          .isInstanceOf(PolicyNotFoundException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void switchesInsights(boolean isInProcess) {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator, isInProcess)) {
      client.createTable(TestTable.named("things"));
      client.updateContributorInsights(
          update ->
              update
                  .tableName("things")
                  .contributorInsightsAction(ContributorInsightsAction.ENABLE));

      assertThat(client.describeContributorInsights(describe -> describe.tableName("things")))
          .satisfies(
              insights -> {
                assertThat(insights.contributorInsightsStatus())
                    .isEqualTo(ContributorInsightsStatus.ENABLED);
                assertThat(insights.contributorInsightsRuleList()).isNotEmpty();
                assertThat(insights.lastUpdateDateTime()).isNotNull();
              });
      assertThat(
              client.listContributorInsightsPaginator(list -> list.maxResults(1)).stream()
                  .flatMap(page -> page.contributorInsightsSummaries().stream()))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sendsChangesToKinesis(boolean isInProcess) {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator, isInProcess)) {
      client.createTable(TestTable.named("things"));
      client.enableKinesisStreamingDestination(
          enable ->
              enable
                  .tableName("things")
                  .streamArn(STREAM_ARN)
                  .enableKinesisStreamingConfiguration(
                      configuration ->
                          configuration.approximateCreationDateTimePrecision(
                              ApproximateCreationDateTimePrecision.MICROSECOND)));
      client.putItem(put -> put.tableName("things").item(TestTable.item("a")));

      assertThat(destination(client).destinationStatus()).isEqualTo(DestinationStatus.ACTIVE);
      List<String> records = List.of();
      while (records.isEmpty()) {
        records = emulator.kinesisRecords(STREAM_ARN);
      }
      assertThat(records.get(0)).contains("\"eventName\":\"INSERT\"");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void changesAndDisablesADestination(boolean isInProcess) {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = client(emulator, isInProcess)) {
      client.createTable(TestTable.named("things"));
      client.enableKinesisStreamingDestination(
          enable -> enable.tableName("things").streamArn(STREAM_ARN));

      assertThat(
              client
                  .updateKinesisStreamingDestination(
                      update ->
                          update
                              .tableName("things")
                              .streamArn(STREAM_ARN)
                              .updateKinesisStreamingConfiguration(
                                  configuration ->
                                      configuration.approximateCreationDateTimePrecision(
                                          ApproximateCreationDateTimePrecision.MICROSECOND)))
                  .destinationStatus())
          .isEqualTo(DestinationStatus.UPDATING);
      assertThat(destination(client).approximateCreationDateTimePrecision())
          .isEqualTo(ApproximateCreationDateTimePrecision.MICROSECOND);

      assertThat(
              client
                  .disableKinesisStreamingDestination(
                      disable -> disable.tableName("things").streamArn(STREAM_ARN))
                  .destinationStatus())
          .isEqualTo(DestinationStatus.DISABLING);
      assertThat(destination(client).destinationStatus()).isEqualTo(DestinationStatus.DISABLED);
    }
  }

  private static KinesisDataStreamDestination destination(DynamoDbClient client) {
    return client
        .describeKinesisStreamingDestination(describe -> describe.tableName("things"))
        .kinesisDataStreamDestinations()
        .get(0);
  }

  @Test
  void saysWhyItThrottles() {
    EmulatorOptions options = EmulatorOptions.builder().enforceThroughput(true).build();
    try (Emulator emulator = Emulator.start(options);
        DynamoDbClient client = overHttp(emulator.endpoint())) {
      emulator.clock().fix(EmulatorFixture.START);
      client.createTable(
          TestTable.named("things").toBuilder()
              .billingMode(BillingMode.PROVISIONED)
              .provisionedThroughput(units -> units.readCapacityUnits(1L).writeCapacityUnits(1L))
              .build());

      assertThatThrownBy(
              () ->
                  Stream.generate(() -> "a")
                      .limit(301)
                      .forEach(
                          key ->
                              client.putItem(
                                  put -> put.tableName("things").item(TestTable.item(key)))))
          .isInstanceOfSatisfying(
              ProvisionedThroughputExceededException.class,
              throttled ->
                  assertThat(throttled.throttlingReasons())
                      .containsExactly(
                          ThrottlingReason.builder()
                              .reason("TableWriteProvisionedThroughputExceeded")
                              .resource(TABLE_ARN)
                              .build()));
    }
  }
}
