package dev.dynamoemulator.environment;

import java.time.Duration;

/**
 * Runs tasks later. Tasks run one at a time, in the order in which they fall due; one that fails is
 * logged and does not keep the next from running. Thread-safe.
 */
public interface Scheduler extends AutoCloseable {

  /**
   * Runs the task once, after the delay. A task without delay runs as soon as possible: on the
   * scheduler's thread while time passes, before this method returns while it stands still.
   *
   * @param delay not negative
   */
  Scheduled schedule(Duration delay, Runnable task);

  /**
   * Runs the task again and again, each time so long after the end of the last. When the clock is
   * moved over several of its times, it runs once, at the last of them.
   *
   * @param interval positive
   */
  void repeat(Duration interval, Runnable task);

  /** Drops the tasks that have not begun, and all that are scheduled from now on. */
  void stop();

  /** Stops, and waits for a task that is running. Closing twice is harmless. */
  @Override
  void close();
}
