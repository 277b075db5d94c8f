package dev.dynamoemulator.bench;

import java.util.Arrays;

/** How long requests took, in nanoseconds. For one thread. */
final class Latencies {

  private long[] nanos = new long[1 << 16];
  private int count;

  void add(long latency) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = latency;
  }

  int count() {
    return count;
  }

  /** The latency that the given share of requests does not exceed; 0 when there was none. */
  long percentile(double share) {
    if (count == 0) {
      return 0;
    }
    Arrays.sort(nanos, 0, count);
    return nanos[(int) Math.min(count - 1L, (long) (count * share))];
  }
}
