package dev.dynamoemulator.inprocess;

import dev.dynamoemulator.protocol.Dispatcher;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Clients of the AWS SDK that call an emulator in the same JVM, in its account and region. To be
 * closed by the caller.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start();
 *     DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher())) {
 *   client.listTables();
 * }
 * }</pre>
 */
public final class InProcessClients {

  /** Signed for, but never connected to. */
  private static final URI NOWHERE = URI.create("http://localhost");

  /** A key id that is no account stands for the emulator's own. */
  private static final AwsBasicCredentials ANYBODY = AwsBasicCredentials.create("emulator", "none");

  private InProcessClients() {}

  public static DynamoDbClient dynamoDb(Dispatcher dispatcher) {
    return at(dispatcher, DynamoDbClient.builder())
        .httpClient(new InProcessHttpClient(dispatcher))
        .build();
  }

  public static DynamoDbAsyncClient dynamoDbAsync(Dispatcher dispatcher) {
    return at(dispatcher, DynamoDbAsyncClient.builder())
        .httpClient(new InProcessAsyncHttpClient(dispatcher))
        .build();
  }

  public static DynamoDbStreamsClient dynamoDbStreams(Dispatcher dispatcher) {
    return at(dispatcher, DynamoDbStreamsClient.builder())
        .httpClient(new InProcessHttpClient(dispatcher))
        .build();
  }

  public static DynamoDbStreamsAsyncClient dynamoDbStreamsAsync(Dispatcher dispatcher) {
    return at(dispatcher, DynamoDbStreamsAsyncClient.builder())
        .httpClient(new InProcessAsyncHttpClient(dispatcher))
        .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B at(Dispatcher dispatcher, B builder) {
    return builder
        .endpointOverride(NOWHERE)
        .region(Region.of(dispatcher.region()))
        .credentialsProvider(StaticCredentialsProvider.create(ANYBODY));
  }
}
