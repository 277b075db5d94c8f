package dev.dynamoemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.admin.SampleAdmin;
import dev.dynamoemulator.http.RawConnection.Response;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.FakeOperation;
import dev.dynamoemulator.protocol.SampleDispatcher;
import dev.dynamoemulator.protocol.SampleRequest;
import dev.dynamoemulator.protocol.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

  private static final SampleRequest DESCRIBE = SampleRequest.of("DescribeTable");
  private static final String INPUT = "{\"TableName\":\"täb\"}";
  private static final String ANSWER =
      "{\"Account\":\"000000000000\",\"Region\":\"us-east-1\",\"TableName\":\"tab\"}";
  private static final int LIMIT = WireRequest.MAX_BODY_LENGTH;

  private static HttpServer server;

  @BeforeAll
  static void start() {
    server = HttpServer.start("127.0.0.1", 0, dispatcher(), SampleAdmin.closed());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Dispatcher dispatcher() {
    return SampleDispatcher.of(FakeOperation.describeTable());
  }

  @Test
  void sendsWholeResponsesAsTheServiceDoes() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      Response response = connection.exchange(describe("tab"));

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(response.text()).isEqualTo(ANSWER);
      assertThat(response.headers())
          .containsOnlyKeys(
              "Date", "Server", "x-amzn-RequestId", "Content-Type", "x-amz-crc32", "Content-Length")
          .containsEntry("Server", "Server")
          .containsEntry("Content-Type", "application/x-amz-json-1.0")
          .containsEntry("x-amz-crc32", "912419465")
          .containsEntry("Content-Length", "65");
      assertThat(response.headers().get("Date"))
          .matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }
  }

  @Test
  void sendsErrorsWithTheirStatus() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      Response response = connection.exchange(RawConnection.post(DESCRIBE, INPUT));

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(response.text())
          .isEqualTo(
              "{\"__type\":\"com.amazon.coral.validate#ValidationException\",\"message\":\"1"
                  + " validation error detected: Value 'täb' at 'tableName' failed to satisfy"
                  + " constraint: Member must satisfy regular expression pattern:"
                  + " [a-zA-Z0-9_.-]+\"}");
    }
  }

  @Test
  void keepsConnectionsOpen() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      for (int i = 0; i < 5; i++) {
        assertThat(connection.exchange(describe("t" + i + "a")).text()).contains("\"t" + i + "a\"");
      }
    }
  }

  /** protocol.md §4: the names of parts are compared as they are (dynalite). */
  @Test
  void readsHeadersInTheCaseInWhichTheyAreSent() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.exchange(describe("tab"));
      Response response =
          connection.exchange(describe("tab").replace("Credential=", "credential="));

      assertThat(response.text())
          .contains("Authorization header requires 'Credential' parameter. Authorization=AWS4-");
    }
  }

  @Test
  void answersPipelinedRequestsInOrder() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(describe("one") + describe("two") + describe("three"));

      assertThat(connection.receive().text()).contains("\"one\"");
      assertThat(connection.receive().text()).contains("\"two\"");
      assertThat(connection.receive().text()).contains("\"three\"");
    }
  }

  @Test
  void closesConnectionsWhenAsked() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      String request =
          RawConnection.head("POST /", DESCRIBE, "Connection: close", "Content-Length: 19");

      assertThat(connection.exchange(request + "{\"TableName\":\"tab\"}").text()).isEqualTo(ANSWER);
      assertThat(connection.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/some/path", "/?a=b", "//x", "/%20%2F", "/health"})
  void findsOperationsWhateverThePath(String path) throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      String request = RawConnection.head("POST " + path, DESCRIBE, "Content-Length: 19");

      assertThat(connection.exchange(request + "{\"TableName\":\"tab\"}").text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void readsChunkedBodies() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(RawConnection.head("POST /", DESCRIBE, "Transfer-Encoding: chunked"));
      connection.send("b\r\n{\"TableName\r\n8\r\n\":\"tab\"}\r\n0\r\n\r\n");

      assertThat(connection.receive().text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void readsBodiesThatArriveByteByByte() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      for (byte b : describe("tab").getBytes(StandardCharsets.UTF_8)) {
        connection.send(new byte[] {b});
      }

      assertThat(connection.receive().text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void letsClientsContinueThatWaitForIt() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(
          RawConnection.head("POST /", DESCRIBE, "Content-Length: 19", "Expect: 100-continue"));

      assertThat(connection.receiveHead().statusLine()).isEqualTo("HTTP/1.1 100 Continue");
      connection.send("{\"TableName\":\"tab\"}");
      assertThat(connection.receive().text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void answersBodiesOfTheLargestLength() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(RawConnection.head("POST /", DESCRIBE, "Content-Length: " + LIMIT));
      connection.send("{\"TableName\":\"tab\"}" + " ".repeat(LIMIT - 19));

      assertThat(connection.receive().text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void refusesLongerBodiesAndGoesOn() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(RawConnection.head("POST /", DESCRIBE, "Content-Length: " + (LIMIT + 1)));
      connection.send("x".repeat(LIMIT + 1));

      assertTooLarge(connection.receive());
      assertThat(connection.exchange(describe("tab")).text()).isEqualTo(ANSWER);
    }
  }

  @Test
  void refusesLongerBodiesOfUnknownLength() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send(RawConnection.head("POST /", DESCRIBE, "Transfer-Encoding: chunked"));
      String megabyte = "x".repeat(1 << 20);
      for (int i = 0; i < 17; i++) {
        connection.send("100000\r\n" + megabyte + "\r\n");
      }
      connection.send("0\r\n\r\n");

      assertTooLarge(connection.receive());
    }
  }

  private static void assertTooLarge(Response response) {
    assertThat(response.statusLine()).startsWith("HTTP/1.1 413 ");
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsOnlyKeys("Date", "Server", "Transfer-Encoding")
        .containsEntry("Transfer-Encoding", "chunked");
  }

  @Test
  void answersHealthChecks() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      Response response = connection.exchange("GET / HTTP/1.1\r\nHost: test\r\n\r\n");

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(response.text()).isEqualTo("healthy: dynamodb.us-east-1.amazonaws.com ");
      assertThat(response.headers())
          .containsOnlyKeys("Date", "Server", "x-amzn-RequestId", "x-amz-crc32", "Content-Length")
          .containsEntry("x-amz-crc32", "3128867991")
          .containsEntry("Content-Length", "42");
    }
  }

  @Test
  void answersHeadWithoutBody() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");

      assertThat(connection.receiveHead().statusLine()).isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(connection.exchange(describe("tab")).text()).isEqualTo(ANSWER);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
  void answersOtherMethodsAsNotFound(String method) throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      Response response =
          connection.exchange(method + " / HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n");

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
      assertThat(response.text()).isEqualTo("<UnknownOperationException/>\n");
      assertThat(response.headers())
          .containsOnlyKeys("Date", "Server", "x-amzn-RequestId", "x-amz-crc32", "Content-Length")
          .containsEntry("x-amz-crc32", "3552371480")
          .containsEntry("Content-Length", "29");
    }
  }

  @Test
  void answersPreflights() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      Response response =
          connection.exchange(
              "OPTIONS / HTTP/1.1\r\nHost: t\r\nOrigin: https://a.example\r\n"
                  + "Access-Control-Request-Method: POST\r\n\r\n");

      assertThat(response.statusLine()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(response.headers())
          .containsOnlyKeys(
              "Date",
              "Server",
              "x-amzn-RequestId",
              "Access-Control-Allow-Origin",
              "Access-Control-Max-Age",
              "Access-Control-Allow-Methods",
              "Content-Length")
          .containsEntry("Access-Control-Allow-Origin", "*")
          .containsEntry("Content-Length", "0");
    }
  }

  @Test
  void leavesItsOwnPathsToJavalin() throws IOException {
    try (RawConnection connection = new RawConnection(server.uri())) {
      for (int i = 0; i < 2; i++) {
        Response response = connection.exchange("GET /_none HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(response.statusLine()).isEqualTo("HTTP/1.1 404 Not Found");
        assertThat(response.text()).isEqualTo("{\"error\":\"There is no endpoint /_none\"}");
      }
    }
  }

  @Test
  void answersManyClientsAtOnce() throws Exception {
    int clients = 32;
    ExecutorService executor = Executors.newFixedThreadPool(clients);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        String name = "tab" + client;
        answers.add(executor.submit(() -> describeRepeatedly(name)));
      }

      for (int client = 0; client < clients; client++) {
        assertThat(answers.get(client).get())
            .isEqualTo(ANSWER.replace("\"tab\"", "\"tab" + client + "\"").repeat(20));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static String describeRepeatedly(String table) throws IOException {
    StringBuilder answers = new StringBuilder();
    try (RawConnection connection = new RawConnection(server.uri())) {
      for (int i = 0; i < 20; i++) {
        answers.append(connection.exchange(describe(table)).text());
      }
    }
    return answers.toString();
  }

  @Test
  void saysWhichPortIsInUse() {
    int port = server.uri().getPort();

    assertThatThrownBy(
            () -> HttpServer.start("127.0.0.1", port, dispatcher(), SampleAdmin.closed()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot listen on 127.0.0.1:" + port + ": Address already in use");
  }

  @Test
  void saysWhichHostIsUnknown() {
    assertThatThrownBy(
            () -> HttpServer.start("no-such-host.invalid", 0, dispatcher(), SampleAdmin.closed()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Cannot listen on no-such-host.invalid:0: Unknown host");
  }

  @Test
  void namesTheLocalHostWhenItListensOnAllAddresses() throws IOException {
    try (HttpServer open = HttpServer.start("0.0.0.0", 0, dispatcher(), SampleAdmin.closed());
        RawConnection connection = new RawConnection(open.uri())) {
      assertThat(open.uri().getHost()).isEqualTo("localhost");
      assertThat(connection.exchange(describe("tab")).text()).isEqualTo(ANSWER);
    }
  }

  private static String describe(String table) {
    return RawConnection.post(DESCRIBE, "{\"TableName\":\"" + table + "\"}");
  }
}
