package dev.dynamoemulator.transfer.bucket;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An S3 API with the one bucket {@code bucket}, whose lists have two objects a page. */
public final class StubS3 implements AutoCloseable {

  private static final int PAGE = 2;

  public final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** What requests say besides, of owners and encryption. */
  final List<Map<String, String>> settings = new CopyOnWriteArrayList<>();

  final AtomicInteger requestsToFail = new AtomicInteger();
  volatile boolean isForbidden;

  /** Counted down when a data file is asked for or sent, which then gets no further; or null. */
  public volatile CountDownLatch stalled;

  private final HttpServer server;

  private StubS3(HttpServer server) {
    this.server = server;
  }

  public static StubS3 start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(StubS3::daemon));
    StubS3 stub = new StubS3(server);
    server.createContext("/", stub::answer);
    server.start();
    return stub;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stub-s3");
    thread.setDaemon(true);
    return thread;
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    settings.add(settingsOf(exchange));
    String path = exchange.getRequestURI().getPath();
    if (requestsToFail.getAndDecrement() > 0) {
      reply(exchange, 503, error("SlowDown", "Please reduce your request rate."));
    } else if (isForbidden) {
      reply(exchange, 403, error("AccessDenied", "Access Denied"));
    } else if (!path.equals("/bucket") && !path.startsWith("/bucket/")) {
      reply(exchange, 404, error("NoSuchBucket", "The specified bucket does not exist"));
    } else if (stalled != null && path.contains("/data/")) {
      stall(exchange, objects.get(path.substring("/bucket/".length())));
    } else if (exchange.getRequestMethod().equals("PUT")) {
      byte[] content = exchange.getRequestBody().readAllBytes();
      objects.put(path.substring("/bucket/".length()), content);
      exchange.getResponseHeaders().set("ETag", '"' + Digests.md5Hex(content) + '"');
      reply(exchange, 200, new byte[0]);
    } else if (exchange.getRequestURI().getRawQuery() != null) {
      reply(exchange, 200, list(query(exchange)));
    } else {
      byte[] content = objects.get(path.substring("/bucket/".length()));
      if (content == null) {
        reply(exchange, 404, error("NoSuchKey", "The specified key does not exist."));
      } else {
        reply(exchange, 200, content);
      }
    }
  }

  private static Map<String, String> settingsOf(HttpExchange exchange) {
    Map<String, String> settings = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (name.matches("X-amz-(expected|server).*")) {
                settings.put(name, values.get(0));
              }
            });
    return settings;
  }

  /** Sends half of an object, or nothing at all, and leaves the connection open. */
  private void stall(HttpExchange exchange, byte[] content) throws IOException {
    if (content != null) {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length / 2);
      exchange.getResponseBody().flush();
    }
    stalled.countDown();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private byte[] list(Map<String, String> query) {
    List<String> keys =
        objects.keySet().stream()
            .filter(key -> key.startsWith(query.get("prefix")))
            .filter(key -> key.compareTo(query.getOrDefault("continuation-token", "")) > 0)
            .toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult xmlns=\"http://s3/\">");
    List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
    page.forEach(
        key ->
            xml.append("<Contents><Key>" + key.replace("&", "&amp;") + "</Key><Size>")
                .append(objects.get(key).length)
                .append("</Size></Contents>"));
    if (page.size() < keys.size()) {
      xml.append("<NextContinuationToken>" + page.get(PAGE - 1).replace("&", "&amp;"))
          .append("</NextContinuationToken>");
    }
    return bytes(xml.append("</ListBucketResult>").toString());
  }

  private static byte[] error(String code, String message) {
    return bytes(
        "<?xml version=\"1.0\"?><Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
