package dev.dynamoemulator.junit5.bench;

import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DynamoEmulator(tables = @Table(file = "music.json"))
class OverHttp {

  @Test
  void puts(URI endpoint) {
    try (DynamoDbClient client = FirstPut.client(endpoint)) {
      FirstPut.intoTable(client);
    }
  }
}
