package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The endpoints over sockets, where a request has an address. */
class AdminHttpTest {

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void answersOnTheLoopbackAddress() throws Exception {
    try (Emulator emulator = Emulator.start()) {
      HttpResponse<String> answer =
          send(
              emulator.endpoint(),
              "PUT",
              "/_emulator/clock",
              "{\"instant\":\"2026-01-01T00:00:00Z\"}");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(emulator.clock().instant()).isEqualTo("2026-01-01T00:00:00Z");
    }
  }

  @Test
  void makesForksThatListenUntilTheyAreDeleted() throws Exception {
    try (Emulator emulator = Emulator.start();
        DynamoDbClient client = emulator.dynamoDbClient()) {
      client.createTable(TestTable.named("things"));
      HttpResponse<String> answer = send(emulator.endpoint(), "POST", "/_emulator/forks", "");
      URI endpoint = endpointOf(answer.body());
      client.deleteTable(table -> table.tableName("things"));

      try (DynamoDbClient forked = client(endpoint)) {
        assertThat(forked.listTables().tableNames()).containsExactly("things");
      }
      assertThat(send(emulator.endpoint(), "GET", "/_emulator/forks", "").body())
          .contains("\"name\":\"fork-1\"", "\"endpoint\":\"" + endpoint + "\"");

      send(emulator.endpoint(), "DELETE", "/_emulator/forks/fork-1", "");
      assertThat(send(emulator.endpoint(), "GET", "/_emulator/forks", "").body())
          .isEqualTo("{\"forks\":[]}");
      assertThatThrownBy(() -> send(endpoint, "GET", "/", "")).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void closesForksWithTheEmulatorThatTheyWereMadeOf() throws Exception {
    URI endpoint;
    try (Emulator emulator = Emulator.start()) {
      endpoint = endpointOf(send(emulator.endpoint(), "POST", "/_emulator/forks", "").body());
      assertThat(send(endpoint, "GET", "/", "").statusCode()).isEqualTo(200);
    }

    assertThatThrownBy(() -> send(endpoint, "GET", "/", "")).isInstanceOf(ConnectException.class);
  }

  private static URI endpointOf(String answer) throws IOException {
    return URI.create(new ObjectMapper().readTree(answer).path("endpoint").asText());
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .build();
  }

  @Test
  void answersUnknownPathsInJson() throws Exception {
    try (Emulator emulator = Emulator.start()) {
      HttpResponse<String> answer = send(emulator.endpoint(), "GET", "/_nothing?a=b", "");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"There is no endpoint /_nothing\"}");
    }
  }

  @Test
  void refusesOtherAddressesUnlessToldOtherwise() throws Exception {
    Optional<InetAddress> address = addressOfThisMachine();
    assumeThat(address).as("an address besides the loopback one").isPresent();

    assertThat(statusFrom(address.get(), false)).isEqualTo(403);
    assertThat(statusFrom(address.get(), true)).isEqualTo(200);
  }

  private int statusFrom(InetAddress address, boolean isAdmin) throws Exception {
    EmulatorOptions options = EmulatorOptions.builder().host("0.0.0.0").admin(isAdmin).build();
    try (Emulator emulator = Emulator.start(options)) {
      URI other =
          URI.create("http://" + address.getHostAddress() + ":" + emulator.endpoint().getPort());
      return send(other, "GET", "/_emulator/clock", "").statusCode();
    }
  }

  private static Optional<InetAddress> addressOfThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .findFirst();
  }

  private HttpResponse<String> send(URI endpoint, String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(endpoint.resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
