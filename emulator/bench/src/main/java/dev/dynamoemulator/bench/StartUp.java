package dev.dynamoemulator.bench;

import java.util.Locale;

/** How long targets take from the start of the process to the first good answer. */
final class StartUp {

  private static final int RUNS = 10;

  private StartUp() {}

  /** Milliseconds, the median of several starts. */
  static double measure(Target target) {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      try (RunningTarget running = RunningTarget.start(target)) {
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return Median.of(millis);
  }

  static String line(Target target, double millis) {
    return String.format(Locale.ROOT, "start-up  %-24s %8.0f ms", target.name(), millis);
  }
}
