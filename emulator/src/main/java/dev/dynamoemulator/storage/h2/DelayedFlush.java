package dev.dynamoemulator.storage.h2;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Flushes a fixed time after the first change since the last flush, in a thread of its own and in
 * real time: a clock that a test sets by hand does not delay what a crash would lose.
 */
final class DelayedFlush {

  private final Duration delay;
  private final Runnable flush;
  private final ReentrantLock commitLock;
  private final Condition changed;
  private final Consumer<Throwable> onFailure;
  private boolean requested;
  private boolean stopped;

  DelayedFlush(
      Duration delay, Runnable flush, ReentrantLock commitLock, Consumer<Throwable> onFailure) {
    this.delay = delay;
    this.flush = flush;
    this.commitLock = commitLock;
    this.changed = commitLock.newCondition();
    this.onFailure = onFailure;
  }

  void start() {
    Thread thread = new Thread(this::run, "dynamo-emulator storage");
    thread.setDaemon(true);
    thread.start();
  }

  /** Called with the commit lock held. */
  void request() {
    if (!requested) {
      requested = true;
      changed.signal();
    }
  }

  /** Called with the commit lock held. */
  void stop() {
    stopped = true;
    changed.signal();
  }

  private void run() {
    commitLock.lock();
    try {
      while (!stopped) {
        awaitRequest();
        if (!stopped) {
          requested = false;
          flush.run();
        }
      }
    } catch (RuntimeException | Error e) {
      onFailure.accept(e);
    } finally {
      commitLock.unlock();
    }
  }

  private void awaitRequest() {
    while (!requested && !stopped) {
      changed.awaitUninterruptibly();
    }
    try {
      long remaining = delay.toNanos();
      while (remaining > 0 && !stopped) {
        remaining = changed.awaitNanos(remaining);
      }
    } catch (InterruptedException e) {
      // Flushing early does no harm.
    }
  }
}
