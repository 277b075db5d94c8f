package dev.dynamoemulator.kcl;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsSchedulerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.polling.DynamoDBStreamsPollingConfig;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.StreamTracker;

/**
 * An application of the Kinesis Client Library on a stream of the emulator. Its leases are in the
 * emulator too; its metrics go nowhere. Only its pauses are shorter than by default.
 */
final class Consumer implements AutoCloseable {

  private static final Region REGION = Region.US_EAST_1;
  private static final long PAUSE_MILLIS = 100;
  private static final long FAILOVER_MILLIS = 1_000;
  private static final long LONGEST_SHUTDOWN_SECONDS = 60;

  private final URI endpoint;
  private final Scheduler scheduler;
  private final Thread thread;

  private Consumer(URI endpoint, String application, String streamArn, Received received) {
    this.endpoint = endpoint;
    this.scheduler = scheduler(application, streamArn, received);
    this.thread = new Thread(scheduler, application);
  }

  static Consumer start(URI endpoint, String application, String streamArn, Received received) {
    Consumer consumer = new Consumer(endpoint, application, streamArn, received);
    consumer.thread.start();
    return consumer;
  }

  /** Lets the records that are being processed be checkpointed, and gives up the leases. */
  @Override
  public void close() throws InterruptedException, ExecutionException, TimeoutException {
    scheduler.startGracefulShutdown().get(LONGEST_SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    thread.join();
  }

  private Scheduler scheduler(String application, String streamArn, Received received) {
    var streams =
        new AmazonDynamoDBStreamsAdapterClient(
            toEmulator(DynamoDbStreamsClient.builder()).build(), REGION);
    StreamTracker tracker =
        StreamsSchedulerFactory.createSingleStreamTracker(
            streamArn,
            InitialPositionInStreamExtended.newInitialPosition(
                InitialPositionInStream.TRIM_HORIZON));
    var configs =
        new ConfigsBuilder(
            tracker,
            application,
            streams,
            toEmulator(DynamoDbAsyncClient.builder()).build(),
            toEmulator(CloudWatchAsyncClient.builder()).build(),
            application + "-worker",
            () -> new Processor(received));
    return StreamsSchedulerFactory.createScheduler(
        configs.checkpointConfig(),
        configs
            .coordinatorConfig()
            .parentShardPollIntervalMillis(PAUSE_MILLIS)
            .shardConsumerDispatchPollIntervalMillis(PAUSE_MILLIS),
        configs
            .leaseManagementConfig()
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .failoverTimeMillis(FAILOVER_MILLIS),
        configs.lifecycleConfig(),
        configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
        configs.processorConfig(),
        configs
            .retrievalConfig()
            .retrievalSpecificConfig(
                new DynamoDBStreamsPollingConfig(streams)
                    .idleTimeBetweenReadsInMillis(PAUSE_MILLIS)),
        streams);
  }

  private <B extends AwsClientBuilder<B, ?>> B toEmulator(B client) {
    return client
        .endpointOverride(endpoint)
        .region(REGION)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")));
  }
}
