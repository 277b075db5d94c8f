package dev.dynamoemulator.stream;

import java.util.TreeSet;

/**
 * Gives the records of a stream their rising counters, and knows up to where they can be read.
 *
 * <p>Writers commit side by side, so a record may become visible before one with a lower counter.
 * It is not read until then: readers stop at the {@link #horizon()}. Thread-safe.
 */
final class Counters {

  private final TreeSet<Long> unsettled = new TreeSet<>();
  private long next = 1;

  /** A counter for something that is no record. */
  synchronized long take() {
    return next++;
  }

  /** A counter for a record, to be settled when the record is committed or given up. */
  synchronized long takeUnsettled() {
    unsettled.add(next);
    return next++;
  }

  synchronized void settle(long counter) {
    unsettled.remove(counter);
  }

  /** All records with lower counters are visible in snapshots taken from now on. */
  synchronized long horizon() {
    return unsettled.isEmpty() ? next : unsettled.first();
  }

  /** The lowest counter that was never given. */
  synchronized long next() {
    return next;
  }

  /** Leaves out the counters up to this one. */
  synchronized void skip(long used) {
    next = Math.max(next, used + 1);
  }
}
