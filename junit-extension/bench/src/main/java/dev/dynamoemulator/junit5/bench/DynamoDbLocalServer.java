package dev.dynamoemulator.junit5.bench;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbLocalServer {

  private static int port;
  private static DynamoDBProxyServer server;

  @BeforeAll
  static void start() throws Exception {
    port = freePort();
    String[] arguments = {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)};
    server = ServerRunner.createServerFromCommandLineArgs(arguments);
    server.safeStart();
  }

  /** It takes no port 0 for any. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void puts() {
    try (DynamoDbClient client = FirstPut.client(URI.create("http://localhost:" + port))) {
      FirstPut.intoNewTable(client);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }
}
