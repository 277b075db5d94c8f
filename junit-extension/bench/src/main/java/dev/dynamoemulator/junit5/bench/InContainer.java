package dev.dynamoemulator.junit5.bench;

import dev.dynamoemulator.testcontainers.DynamoEmulatorContainer;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Testcontainers
class InContainer {

  @Container
  private static final DynamoEmulatorContainer EMULATOR =
      new DynamoEmulatorContainer(Containers.EMULATOR);

  @Test
  void puts() {
    try (DynamoDbClient client = FirstPut.client(EMULATOR.getEndpoint())) {
      FirstPut.intoNewTable(client);
    }
  }
}
