package dev.dynamoemulator.suite;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.inprocess.InProcessAsyncHttpClient;
import dev.dynamoemulator.inprocess.InProcessHttpClient;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Over HTTP and in process, to one emulator for the whole run, which JUnit closes at its end. */
final class WaysIn implements ArgumentsProvider {

  private static final URI NOWHERE = URI.create("http://localhost");

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Opened opened =
        context
            .getRoot()
            .getStore(Namespace.create(WaysIn.class))
            .getOrComputeIfAbsent(Opened.class, type -> Opened.open(), Opened.class);
    return Stream.of(Arguments.of(opened.overHttp), Arguments.of(opened.inProcess));
  }

  private record Opened(Emulator emulator, WayIn overHttp, WayIn inProcess)
      implements AutoCloseable {

    static Opened open() {
      Emulator emulator = Emulator.start(EmulatorOptions.builder().build());
      return new Opened(emulator, overHttp(emulator.endpoint()), inProcess(emulator));
    }

    private static WayIn overHttp(URI endpoint) {
      return new WayIn(
          "HTTP",
          configured(DynamoDbClient.builder(), endpoint).build(),
          configured(DynamoDbAsyncClient.builder(), endpoint).build());
    }

    private static WayIn inProcess(Emulator emulator) {
      return new WayIn(
          "in process",
          configured(DynamoDbClient.builder(), NOWHERE)
              .httpClient(new InProcessHttpClient(emulator.dispatcher()))
              .build(),
          configured(DynamoDbAsyncClient.builder(), NOWHERE)
              .httpClient(new InProcessAsyncHttpClient(emulator.dispatcher()))
              .build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, URI endpoint) {
      return builder
          .endpointOverride(endpoint)
          .region(Region.US_EAST_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("suite", "secret")));
    }

    @Override
    public void close() {
      overHttp.close();
      inProcess.close();
      emulator.close();
    }
  }
}
