package dev.dynamoemulator.suite;

import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients that reach the emulator in one way. */
record WayIn(String name, DynamoDbClient client, DynamoDbAsyncClient asyncClient)
    implements AutoCloseable {

  @Override
  public void close() {
    client.close();
    asyncClient.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
