package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.protocol.FakeOperation;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class EmulatorTest {

  @Test
  void answersSdkClientsOverHttp() {
    try (Emulator emulator = start(EmulatorOptions.builder().build());
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(client.listTables().tableNames()).containsExactly("000000000000", "eu-west-2");
    }
  }

  @Test
  void followsItsOptions() {
    EmulatorOptions options =
        EmulatorOptions.builder().account("111122223333").region("local").sharedDb(true).build();

    try (Emulator emulator = start(options);
        DynamoDbClient client = client(emulator.endpoint())) {
      assertThat(client.listTables().tableNames()).containsExactly("111122223333", "local");
    }
  }

  @Test
  void keepsItsEndpoint() {
    try (Emulator emulator = start(EmulatorOptions.builder().build())) {
      assertThat(emulator.endpoint())
          .isEqualTo(emulator.endpoint())
          .hasScheme("http")
          .hasHost("localhost");
    }
  }

  @Test
  void standsBesideOthers() {
    try (Emulator one = start(EmulatorOptions.builder().build());
        Emulator other = start(EmulatorOptions.builder().build())) {
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
    }
  }

  @Test
  void bindsNoPortBeforeItIsAskedFor() {
    try (Emulator first = start(EmulatorOptions.builder().build())) {
      int port = first.endpoint().getPort();
      EmulatorOptions samePort = EmulatorOptions.builder().port(port).build();

      try (Emulator second = start(samePort)) {
        assertThatThrownBy(second::endpoint)
            .isInstanceOf(UncheckedIOException.class)
            .hasMessage("Cannot listen on localhost:" + port + ": Address already in use");
      }
    }
  }

  @Test
  void canBeClosedTwiceAndHasNoEndpointThen() {
    Emulator emulator = start(EmulatorOptions.builder().build());
    emulator.close();
    emulator.close();

    assertThatThrownBy(emulator::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The emulator is closed");
  }

  private static Emulator start(EmulatorOptions options) {
    Environment environment = Environment.system(Ids.seeded(1));
    return Emulator.start(
        options,
        environment,
        List.of(
            FakeOperation.named(
                "ListTables",
                request ->
                    () ->
                        out ->
                            out.strings(
                                "TableNames",
                                List.of(
                                    request.namespace().account(), request.namespace().region())))),
        new TransactionHold(environment.scheduler()),
        H2Storage.inMemory());
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_2)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
