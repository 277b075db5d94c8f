package dev.dynamoemulator.environment;

import java.time.Duration;

/**
 * Runs tasks later. Tasks run one at a time, in the order in which they fall due; one that fails is
 * logged and does not keep the next from running. Thread-safe.
 */
public interface Scheduler extends AutoCloseable {

  /**
   * Runs the task once, after the delay. A task without delay runs as soon as possible: with the
   * system clock on the scheduler's thread, with a manual clock before this method returns.
   *
   * @param delay not negative
   */
  Scheduled schedule(Duration delay, Runnable task);

  /**
   * Drops the tasks that are not due yet and waits for a running one. Closing twice is harmless.
   */
  @Override
  void close();
}
