package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The user's own server is of another generation; the module oldest has such a class path. */
@DynamoEmulator
@EnabledIfSystemProperty(named = "dynamo.emulator.jetty", matches = "foreign")
class ForeignServerTest {

  @Test
  void saysWhyThereIsNoEndpoint(Emulator emulator, DynamoDbClient client) {
    assertThatThrownBy(emulator::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "The server needs Jetty 12, but finds jar:file:.*/jetty-server-11[^/]*\\.jar!/.*\\. Let"
                + " the build choose Jetty 12, or do without the endpoint: in-process clients need"
                + " no server");

    client.listTables();
  }
}
