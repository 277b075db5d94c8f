package dev.dynamoemulator.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Many vectors of 256 dimensions in a heap of 2 GB, and a search that looks at all of them.
 *
 * @param fillSeconds to put all
 * @param searchMillis the median of some searches
 * @param resident bytes, afterwards
 */
record VectorSearch(
    Target target, int vectors, double fillSeconds, double searchMillis, long resident) {

  private static final String HEAP = "-Xmx2g";
  private static final int DIMENSIONS = 256;
  private static final int SEARCHES = 9;
  private static final double MEGABYTE = 1 << 20;

  private static final String[] ELEMENTS =
      new Random(1)
          .doubles(1 << 16)
          .mapToObj(element -> "{\"N\":\"" + (float) (2 * element - 1) + "\"}")
          .toArray(String[]::new);

  private static final String TABLE =
      """
      {"TableName":"vectors","BillingMode":"PAY_PER_REQUEST",
       "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
       "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
       "VectorIndexes":[{"IndexName":"nearest","VectorAttribute":{"AttributeName":"embedding"},
        "Dimensions":256,"DistanceFunction":"COSINE","Projection":{"ProjectionType":"ALL"}}]}
      """;

  static VectorSearch measure(Target unlimited, int vectors) {
    Target target = unlimited.with(HEAP);
    try (RunningTarget running = RunningTarget.start(target);
        Client client = running.connect()) {
      client.succeed("CreateTable", TABLE);
      Fill.awaitActive(client, "vectors");
      long start = System.nanoTime();
      Fill.put(client, "vectors", vectors, VectorSearch::item);
      double fillSeconds = (System.nanoTime() - start) / 1e9;
      double[] millis = new double[SEARCHES];
      for (int i = 0; i < SEARCHES; i++) {
        millis[i] = search(client, vectors / SEARCHES * i);
      }
      Arrays.sort(millis);
      return new VectorSearch(
          target, vectors, fillSeconds, millis[SEARCHES / 2], running.residentBytes());
    }
  }

  private static String item(int number) {
    return "{\"pk\":{\"S\":\"item-" + number + "\"},\"embedding\":{\"L\":" + vector(number) + "}}";
  }

  /** Elements are drawn from a lot that is printed once, so that the server is what is measured. */
  private static String vector(int number) {
    Random random = new Random(number);
    StringBuilder vector = new StringBuilder();
    for (int i = 0; i < DIMENSIONS; i++) {
      vector.append(i == 0 ? '[' : ',').append(ELEMENTS[random.nextInt(ELEMENTS.length)]);
    }
    return vector.append(']').toString();
  }

  /** Searches for a vector that is there. */
  private static double search(Client client, int number) {
    String request =
        "{\"TableName\":\"vectors\",\"IndexName\":\"nearest\",\"TopK\":10,\"SearchVector\":"
            + vector(number)
            + "}";
    long start = System.nanoTime();
    String found = client.succeed("SearchVectors", request);
    long nanos = System.nanoTime() - start;
    if (!found.contains("\"item-" + number + "\"")) {
      throw new IllegalStateException("Vector " + number + " was not found: " + found);
    }
    return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "vector    %-24s %,d vectors put in %.0f s, searched in %.0f ms, %.0f MB resident with %s",
        target.name(),
        vectors,
        fillSeconds,
        searchMillis,
        resident / MEGABYTE,
        HEAP);
  }
}
