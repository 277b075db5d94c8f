package dev.dynamoemulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, which ends when the peer is closed. */
final class Peer implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();
  private static final Duration START = Duration.ofSeconds(60);

  /** Neither of the two checks signatures, but both look at the form. */
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=comparison/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI uri;

  private Peer(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** The emulator, in the wording that DynamoDB Local has too. */
  static Peer emulator(Path jar) throws IOException, InterruptedException {
    int port = freePort();
    return start(port, List.of("-jar", jar.toString(), "-port", "" + port, "-wording", "older"));
  }

  static Peer dynamoDbLocal(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    return start(
        port,
        List.of(
            "-Djava.library.path=" + folder,
            "-cp",
            folder + "/*",
            "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
            "-inMemory",
            "-disableTelemetry",
            "-port",
            "" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Peer start(int port, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Peer peer = new Peer(process, URI.create("http://localhost:" + port + "/"));
    peer.awaitStart();
    return peer;
  }

  private void awaitStart() throws InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroy();
        throw new IllegalStateException("Nothing answers at " + uri);
      }
      Thread.sleep(100);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return call("ListTables", "{}").isSuccess();
    } catch (IOException e) {
      return false;
    }
  }

  Answer call(String operation, String input) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("X-Amz-Date", "20260101T000000Z")
            .header("Authorization", AUTHORIZATION)
            .POST(BodyPublishers.ofString(input))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    JsonNode body = JSON.readTree(response.body());
    return new Answer(response.statusCode(), body);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
