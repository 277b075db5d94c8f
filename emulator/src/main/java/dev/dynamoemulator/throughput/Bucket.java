package dev.dynamoemulator.throughput;

import java.time.Duration;
import java.time.Instant;

/**
 * Capacity that flows in at a rate and is saved up for some time. As on the service, a request is
 * admitted while there is any, and may use more than there is: the debt is paid before the next is
 * admitted. Not thread-safe.
 */
final class Bucket {

  private static final double NANOS = 1e9;

  private double rate;
  private double capacity;
  private double level;
  private Instant filled;

  /** A full one. */
  Bucket(double rate, Duration saved, Instant now) {
    this.filled = now;
    setRate(rate, saved, now);
    this.level = capacity;
  }

  /** Lets capacity flow in at another rate; what was saved stays as far as it fits. */
  void setRate(double next, Duration saved, Instant now) {
    fill(now);
    rate = next;
    capacity = next * saved.toSeconds();
    level = Math.min(level, capacity);
  }

  boolean isEmpty(Instant now) {
    fill(now);
    return level <= 0;
  }

  boolean isFull(Instant now) {
    fill(now);
    return level >= capacity;
  }

  void take(double units, Instant now) {
    fill(now);
    level -= units;
  }

  /** A clock that was set back lets nothing flow in. */
  private void fill(Instant now) {
    if (now.isAfter(filled)) {
      level = Math.min(capacity, level + rate * Duration.between(filled, now).toNanos() / NANOS);
    }
    filled = now;
  }
}
