package dev.dynamoemulator.junit5.bench;

import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DynamoEmulator(tables = @Table(file = "music.json"))
class InProcess {

  @Test
  void puts(DynamoDbClient client) {
    FirstPut.intoTable(client);
  }
}
