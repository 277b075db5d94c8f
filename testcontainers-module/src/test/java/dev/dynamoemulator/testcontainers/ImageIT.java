package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ContainerConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the image promises to those who use it without the container class. */
@NeedsImage
class ImageIT {

  private static final String[] HEALTHCHECK = {
    "/opt/java/bin/java", "-jar", "/opt/emulator/dynamo-emulator.jar", "healthcheck"
  };

  @Test
  void namesItsUserPortAndHealthCheck() {
    ContainerConfig config =
        DockerClientFactory.instance()
            .client()
            .inspectImageCmd(Images.name().asCanonicalNameString())
            .exec()
            .getConfig();

    assertThat(config.getUser()).isEqualTo("65532:65532");
    assertThat(config.getExposedPorts()).hasSize(1);
    assertThat(config.getHealthcheck().getTest()).startsWith("CMD").endsWith(HEALTHCHECK);
  }

  @Test
  void takesTheCommandOfDynamoDbLocalAndAnyUser() throws Exception {
    try (DynamoEmulatorContainer emulator =
        Images.container()
            .withCreateContainerCmdModifier(create -> create.withUser("1234:1234"))
            .withCommand("-jar", "DynamoDBLocal.jar", "-sharedDb", "-dbPath", "./data")) {
      emulator.start();
      try (DynamoDbClient client = Clients.of(emulator);
          DynamoDbClient elsewhere = Clients.of(emulator, "eu-west-2")) {
        Clients.createTable(client, "things");

        assertThat(elsewhere.listTables().tableNames()).containsExactly("things");
      }

      ExecResult check = emulator.execInContainer(HEALTHCHECK);
      assertThat(check.getExitCode()).as(check.getStderr()).isZero();
    }
  }

  @Test
  void endsOnSigtermByItself() {
    try (DynamoEmulatorContainer emulator = Images.container()) {
      emulator.start();

      emulator
          .getDockerClient()
          .stopContainerCmd(emulator.getContainerId())
          .withTimeout((int) Duration.ofSeconds(30).toSeconds())
          .exec();

      ContainerState state = emulator.getCurrentContainerInfo().getState();
      // 137 would say that it was killed when the time was over.
      assertThat(state.getExitCodeLong()).isZero();
    }
  }

  @Test
  void livesInLittleMemory() {
    try (DynamoEmulatorContainer emulator =
        Images.container()
            .withCreateContainerCmdModifier(
                create -> create.getHostConfig().withMemory(160L * 1024 * 1024))) {
      emulator.start();
      try (DynamoDbClient client = Clients.of(emulator)) {
        Clients.createTable(client, "things");
      }
    }
  }
}
