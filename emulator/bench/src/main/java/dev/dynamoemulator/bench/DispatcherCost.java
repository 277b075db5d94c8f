package dev.dynamoemulator.bench;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a request costs our dispatcher, from body to answer, without the server: bytes allocated and
 * processor time, on one thread. The bytes hardly change from run to run, so that a growth says
 * something; they are held against the resource {@code allocation.properties}.
 */
final class DispatcherCost {

  private static final double TOLERANCE = 1.1;

  private final Properties known = new Properties();
  private final List<String> grown = new ArrayList<>();

  DispatcherCost() {
    try (InputStream in = DispatcherCost.class.getResourceAsStream("allocation.properties")) {
      known.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a line for each row; the lines fit into the resource. */
  void measure(BenchOptions options) {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().port(0).build());
        Client client = new Client(emulator.endpoint().getPort())) {
      Tables.fill(client, options.items());
      for (Row row : new Rows(options.items()).all()) {
        if (row instanceof RequestRow requests
            && requests.repeats()
            && options.hasRow(row)
            && client.knows(row.operation())) {
          report(row.name(), cost(emulator, requests.preparation().prepare(client, 1)));
        }
      }
    }
  }

  /** The rows that allocate over a tenth more than is known of them. */
  List<String> grown() {
    return grown;
  }

  private void report(String row, ThreadCost cost) {
    String key = row.replace(' ', '-');
    String before = known.getProperty(key);
    boolean isGrown = before != null && cost.bytes() > Long.parseLong(before) * TOLERANCE;
    if (isGrown) {
      grown.add(row);
    }
    System.out.printf(Locale.ROOT, "# %.1f us%s%n", cost.micros(), isGrown ? ", grown:" : "");
    System.out.printf(Locale.ROOT, "%s=%.0f%n", key, cost.bytes());
  }

  private static ThreadCost cost(Emulator emulator, List<Request> requests) {
    List<WireRequest> wired = requests.stream().map(DispatcherCost::wired).toList();
    return ThreadCost.of(count -> dispatch(emulator, wired.get(count % wired.size())));
  }

  private static int dispatch(Emulator emulator, WireRequest request) {
    try (WireResponse answer = emulator.dispatcher().dispatch(request)) {
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.bodyText());
      }
      return answer.bodyLength();
    }
  }

  private static WireRequest wired(Request request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", Request.CONTENT_TYPE);
    headers.put("X-Amz-Target", request.target());
    headers.put("X-Amz-Date", Request.DATE);
    headers.put("Authorization", Request.AUTHORIZATION);
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    return new WireRequest("POST", "/", null, headers::get, body);
  }
}
