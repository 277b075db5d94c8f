package dev.dynamoemulator.fault;

import dev.dynamoemulator.environment.Ids;
import java.util.concurrent.atomic.AtomicLong;

/** A rule at work. Thread-safe. */
public final class InjectedFault {

  /** The number of doubles between 0 and 1 that are equally far apart. */
  private static final double STEPS = 1L << 53;

  private static final int UNUSED_BITS = 11;

  private final long id;
  private final FaultRule rule;
  private final AtomicLong hits = new AtomicLong();

  InjectedFault(long id, FaultRule rule) {
    this.id = id;
    this.rule = rule;
  }

  /** Tells it from all others of the same emulator. */
  public long id() {
    return id;
  }

  public FaultRule rule() {
    return rule;
  }

  /** How often it has hit so far. */
  public long hits() {
    return hits.get();
  }

  boolean isUsedUp() {
    return rule.times() > 0 && hits.get() >= rule.times();
  }

  /** Whether it hits this time. */
  boolean hit(Ids ids) {
    if (rule.probability() < 1 && (ids.number() >>> UNUSED_BITS) / STEPS >= rule.probability()) {
      return false;
    }
    if (rule.times() == 0) {
      hits.incrementAndGet();
      return true;
    }
    return hits.getAndUpdate(count -> Math.min(count + 1, rule.times())) < rule.times();
  }
}
