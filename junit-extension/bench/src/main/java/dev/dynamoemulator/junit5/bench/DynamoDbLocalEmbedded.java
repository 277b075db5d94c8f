package dev.dynamoemulator.junit5.bench;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DynamoDbLocalEmbedded {

  private static AmazonDynamoDBLocal local;

  @BeforeAll
  static void start() {
    local = DynamoDBEmbedded.create();
  }

  @Test
  void puts() {
    FirstPut.intoNewTable(local.dynamoDbClient());
  }

  @AfterAll
  static void stop() {
    local.shutdownNow();
  }
}
