package dev.dynamoemulator.environment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The requests that are held at the moment for a test's sake, and a place to wait for them. The
 * time of the waiting is real time. Thread-safe.
 */
public final class HeldRequests {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int count;

  /** How many are held. */
  public int count() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Holds the calling thread until the release, or until it is interrupted; it stays interrupted
   * then. A thread of a fork-join pool is replaced while it waits, so that the asynchronous clients
   * on the common pool go on.
   */
  public void holdUntil(CompletableFuture<Void> release) {
    change(1);
    try {
      release.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      change(-1);
    }
  }

  private void change(int difference) {
    lock.lock();
    try {
      count += difference;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until at least so many are held at once.
   *
   * @return false when the time has run out before
   */
  public boolean await(int requests, Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      while (count < requests) {
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
