package dev.dynamoemulator.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds write transactions between prepare and commit, so that what happens only now and then on
 * the service happens in a test: conflicts, and tokens in flight. Off until asked for. Thread-safe.
 */
public final class TransactionHold {

  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition released = lock.newCondition();
  private Duration duration = Duration.ZERO;
  private long releases;

  /** From now on transactions are held for that time; zero switches holding off. */
  public void holdFor(Duration time) {
    lock.lock();
    try {
      duration = time;
      releases++;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** From now on transactions are held until {@link #release()}. */
  public void holdUntilReleased() {
    holdFor(FOREVER);
  }

  /** Lets the transactions that are held at the moment commit. */
  public void release() {
    lock.lock();
    try {
      releases++;
      released.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isOn() {
    lock.lock();
    try {
      return !duration.isZero();
    } finally {
      lock.unlock();
    }
  }

  void await() {
    lock.lock();
    try {
      long seen = releases;
      long left = duration.toNanos();
      while (left > 0 && releases == seen) {
        left = released.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
