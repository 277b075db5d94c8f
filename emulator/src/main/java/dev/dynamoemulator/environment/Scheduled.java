package dev.dynamoemulator.environment;

/** A task that waits for its time. */
@FunctionalInterface
public interface Scheduled {

  /** Keeps the task from running; no effect when it has begun. */
  void cancel();
}
