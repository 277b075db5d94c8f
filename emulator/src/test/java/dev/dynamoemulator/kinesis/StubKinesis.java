package dev.dynamoemulator.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An API that takes records, and refuses as many calls or records as it is told. */
final class StubKinesis implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final BlockingQueue<JsonNode> records = new LinkedBlockingQueue<>();
  final List<String> targets = new CopyOnWriteArrayList<>();
  volatile int callsToRefuse;
  volatile boolean refusesSecondRecord;
  volatile boolean hasNoStreams;
  private final HttpServer server;

  private StubKinesis(HttpServer server) {
    this.server = server;
  }

  static StubKinesis start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    StubKinesis stub = new StubKinesis(server);
    server.createContext("/", stub::answer);
    server.start();
    return stub;
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    targets.add(target);
    if (target.endsWith("DescribeStreamSummary")) {
      reply(exchange, hasNoStreams ? 400 : 200, hasNoStreams ? notFound() : "{}");
    } else if (callsToRefuse > 0) {
      callsToRefuse--;
      reply(exchange, 500, "{}");
    } else {
      reply(exchange, 200, put(body));
    }
  }

  private static String notFound() {
    return "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no\"}";
  }

  private String put(JsonNode body) throws IOException {
    List<String> results = new CopyOnWriteArrayList<>();
    for (JsonNode record : body.get("Records")) {
      if (refusesSecondRecord && results.size() == 1) {
        refusesSecondRecord = false;
        results.add("{\"ErrorCode\":\"ProvisionedThroughputExceededException\"}");
      } else {
        records.add(JSON.readTree(record.get("Data").binaryValue()));
        results.add("{\"SequenceNumber\":\"1\",\"ShardId\":\"shardId-000000000000\"}");
      }
    }
    return "{\"FailedRecordCount\":0,\"Records\":[" + String.join(",", results) + "]}";
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The value of v in the next record that arrives. */
  String nextValue() throws InterruptedException {
    JsonNode record = records.poll(30, TimeUnit.SECONDS);
    return record == null ? null : record.at("/dynamodb/NewImage/v/S").asText();
  }

  List<String> nextValues(int count) throws InterruptedException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(nextValue());
    }
    return values;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
