package dev.dynamoemulator.kinesis;

import java.util.concurrent.atomic.AtomicLong;

/** What waits in all outboxes together. Thread-safe. */
final class Backlog {

  private final AtomicLong bytes = new AtomicLong();
  private final long limit;

  /**
   * @param limit the bytes from which on the oldest records are dropped before their time
   */
  Backlog(long limit) {
    this.limit = limit;
  }

  boolean isBounded() {
    return limit != Long.MAX_VALUE;
  }

  void add(long count) {
    bytes.addAndGet(count);
  }

  boolean isExceeded() {
    return bytes.get() > limit;
  }
}
