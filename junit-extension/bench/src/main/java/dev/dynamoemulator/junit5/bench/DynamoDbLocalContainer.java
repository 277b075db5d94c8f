package dev.dynamoemulator.junit5.bench;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rnorth.ducttape.ratelimits.RateLimiterBuilder;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Waits as our own container does: by HTTP, twenty times a second. */
@Testcontainers
class DynamoDbLocalContainer {

  private static final int PORT = 8000;
  private static final int BAD_REQUEST = 400;

  @Container
  private static final GenericContainer<?> LOCAL =
      new GenericContainer<>(Containers.DYNAMODB_LOCAL)
          .withExposedPorts(PORT)
          .waitingFor(
              Wait.forHttp("/")
                  .forStatusCode(BAD_REQUEST)
                  .withRateLimiter(
                      RateLimiterBuilder.newBuilder()
                          .withRate(20, TimeUnit.SECONDS)
                          .withConstantThroughput()
                          .build()));

  @Test
  void puts() {
    URI endpoint = URI.create("http://" + LOCAL.getHost() + ":" + LOCAL.getMappedPort(PORT));
    try (DynamoDbClient client = FirstPut.client(endpoint)) {
      FirstPut.intoNewTable(client);
    }
  }
}
