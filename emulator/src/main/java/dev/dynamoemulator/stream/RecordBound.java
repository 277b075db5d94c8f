package dev.dynamoemulator.stream;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the records of all streams below a number of bytes: beyond it the largest stream loses its
 * oldest ones. Thread-safe.
 */
final class RecordBound {

  /** The part of the bound that is freed at once, so that trimming is rare. */
  private static final int SLACK = 64;

  private final long bytes;
  private final Collection<StreamLog> logs;
  private final AtomicLong retained = new AtomicLong();
  private final ReentrantLock trimming = new ReentrantLock();

  /**
   * @param bytes Long.MAX_VALUE for no bound
   * @param logs a live view of all streams
   */
  RecordBound(long bytes, Collection<StreamLog> logs) {
    this.bytes = bytes;
    this.logs = logs;
  }

  boolean isNone() {
    return bytes == Long.MAX_VALUE;
  }

  void shrink(long freed) {
    retained.addAndGet(-freed);
  }

  void grow(long added) {
    if (retained.addAndGet(added) > bytes && trimming.tryLock()) {
      try {
        trim();
      } finally {
        trimming.unlock();
      }
    }
  }

  private void trim() {
    long target = bytes - bytes / SLACK;
    long freed = 1;
    while (retained.get() > target && freed > 0) {
      StreamLog largest = Collections.max(logs, Comparator.comparingLong(StreamLog::size));
      freed = largest.trim(retained.get() - target);
      shrink(freed);
    }
  }
}
