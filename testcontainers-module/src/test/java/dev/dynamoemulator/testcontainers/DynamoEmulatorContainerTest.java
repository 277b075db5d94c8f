package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.EmulatorOption;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testcontainers.utility.DockerImageName;

/** What can be said of the container without one. */
class DynamoEmulatorContainerTest {

  private static final String IMAGE = "dynamo-emulator:test";

  @Test
  void setsOnlyOptionsThatExist() {
    DynamoEmulatorContainer container =
        configured(
            new DynamoEmulatorContainer(IMAGE)
                .withSeed("../fixtures/tables")
                .withSharedDb()
                .withPersistence()
                .withClock(Instant.EPOCH));

    assertThat(container.getEnvMap())
        .containsOnlyKeys(
            "DYNAMO_EMULATOR_ADMIN",
            "DYNAMO_EMULATOR_REGION",
            "DYNAMO_EMULATOR_SEED",
            "DYNAMO_EMULATOR_SHARED_DB",
            "DYNAMO_EMULATOR_DB_PATH",
            "DYNAMO_EMULATOR_CLOCK");
    assertThat(variables()).containsAll(container.getEnvMap().keySet());
  }

  @ParameterizedTest
  @EnumSource(EmulatorOption.class)
  void setsEveryOptionByItsName(EmulatorOption option) {
    DynamoEmulatorContainer container =
        new DynamoEmulatorContainer(IMAGE)
            .withOptions(Map.of(option.localName().substring(1), "value"));

    assertThat(configured(container).getEnvMap())
        .containsEntry(option.environmentVariable(), "value");
  }

  @Test
  void standsInTheRegionItIsToldTo() {
    assertThat(new DynamoEmulatorContainer(IMAGE).getRegion()).isEqualTo("us-east-1");
    assertThat(
            new DynamoEmulatorContainer(IMAGE)
                .withOptions(Map.of("region", "eu-west-2"))
                .getRegion())
        .isEqualTo("eu-west-2");
  }

  @Test
  void refusesOtherImages() {
    assertThatThrownBy(() -> new DynamoEmulatorContainer("amazon/dynamodb-local:3.0.0"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'amazon/dynamodb-local:3.0.0'");
  }

  @Test
  void acceptsDeclaredSubstitutes() {
    DockerImageName mirror =
        DockerImageName.parse("mirror.example/dynamo:1")
            .asCompatibleSubstituteFor("dynamo-emulator");

    assertThat(new DynamoEmulatorContainer(mirror).getExposedPorts()).containsExactly(8000);
  }

  /** Each handle has a client of HTTP with threads of its own. */
  @Test
  void givesTheSameHandleUntilItIsStartedAnew() {
    int[] port = {8001};
    DynamoEmulatorContainer container =
        new DynamoEmulatorContainer(IMAGE) {
          @Override
          public URI getEndpoint() {
            return URI.create("http://localhost:" + port[0]);
          }
        };
    Admin first = container.getAdmin();
    assertThat(container.getAdmin()).isSameAs(first);

    port[0] = 8002;

    assertThat(container.getAdmin()).isNotSameAs(first);
  }

  private static DynamoEmulatorContainer configured(DynamoEmulatorContainer container) {
    container.configure();
    return container;
  }

  private static Set<String> variables() {
    return Arrays.stream(EmulatorOption.values())
        .map(EmulatorOption::environmentVariable)
        .collect(Collectors.toSet());
  }
}
