package dev.dynamoemulator.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a piece of work costs the thread that does it, once.
 *
 * @param bytes allocated
 * @param micros of processor time
 */
record ThreadCost(double bytes, double micros) {

  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final long COUNTED_NANOS = 300_000_000L;
  private static final int ROUNDS = 5;

  /** So many times in a row, since looking at the clock costs something itself. */
  private static final int REPEATS = 16;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Where results go, lest the compiler leave out the work. */
  @SuppressWarnings("unused")
  private static volatile Object result;

  /** The medians over several rounds. */
  static ThreadCost of(IntFunction<?> work) {
    round(work, WARM_UP_NANOS);
    List<ThreadCost> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(round(work, COUNTED_NANOS));
    }
    return new ThreadCost(
        Median.of(rounds, ThreadCost::bytes), Median.of(rounds, ThreadCost::micros));
  }

  private static ThreadCost round(IntFunction<?> work, long nanos) {
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long cpuBefore = THREADS.getCurrentThreadCpuTime();
    int count = 0;
    long cpu = 0;
    while (cpu < nanos) {
      for (int i = 0; i < REPEATS; i++) {
        result = work.apply(count++);
      }
      cpu = THREADS.getCurrentThreadCpuTime() - cpuBefore;
    }
    double bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    return new ThreadCost(bytes / count, cpu / 1e3 / count);
  }
}
