package dev.dynamoemulator.bench;

import com.sun.management.ThreadMXBean;
import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What a request costs our dispatcher, from body to answer, without the server: bytes allocated and
 * processor time, on one thread. The bytes hardly change from run to run, so that a growth says
 * something; they are held against the resource {@code allocation.properties}.
 */
final class DispatcherCost {

  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long COUNTED_NANOS = 300_000_000L;
  private static final int ROUNDS = 5;
  private static final double TOLERANCE = 1.1;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

  /** Of one request. */
  private record Cost(long bytes, double micros) {}

  /** The rows that allocate over a tenth more than is known of them. */
  List<String> grown() {
    return grown;
  }

  private void report(String row, Cost cost) {
    String key = row.replace(' ', '-');
    String before = known.getProperty(key);
    boolean isGrown = before != null && cost.bytes() > Long.parseLong(before) * TOLERANCE;
    if (isGrown) {
      grown.add(row);
    }
    System.out.printf(Locale.ROOT, "# %.1f us%s%n", cost.micros(), isGrown ? ", grown:" : "");
    System.out.printf(Locale.ROOT, "%s=%d%n", key, cost.bytes());
  }

  private static Cost cost(Emulator emulator, List<Request> requests) {
    List<WireRequest> wired = requests.stream().map(DispatcherCost::wired).toList();
    run(emulator, wired, WARM_UP_NANOS);
    List<Cost> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(run(emulator, wired, COUNTED_NANOS));
    }
    return new Cost((long) Median.of(rounds, Cost::bytes), Median.of(rounds, Cost::micros));
  }

  private static Cost run(Emulator emulator, List<WireRequest> requests, long nanos) {
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    int count = 0;
    long cpu = 0;
    while (cpu < nanos) {
      for (int i = 0; i < 16; i++) {
        dispatch(emulator, requests.get(count++ % requests.size()));
      }
      cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
    }
    return new Cost(
        (THREADS.getCurrentThreadAllocatedBytes() - bytesBefore) / count, cpu / 1e3 / count);
  }

  private static void dispatch(Emulator emulator, WireRequest request) {
    try (WireResponse answer = emulator.dispatcher().dispatch(request)) {
      if (answer.status() != 200) {
        throw new IllegalStateException(answer.bodyText());
      }
    }
  }

  private static WireRequest wired(Request request) {
    byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
    return new WireRequest("POST", "/", null, name -> header(name, request), body);
  }

  private static String header(String name, Request request) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "content-type" -> Request.CONTENT_TYPE;
      case "x-amz-target" -> request.target();
      case "x-amz-date" -> Request.DATE;
      case "authorization" -> Request.AUTHORIZATION;
      default -> null;
    };
  }
}
