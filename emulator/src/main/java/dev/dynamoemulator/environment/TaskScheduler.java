package dev.dynamoemulator.environment;

import java.time.Duration;

/** The tasks of one user of a clock, in the one queue of that clock. Thread-safe. */
final class TaskScheduler implements Scheduler {

  private final AdjustableClock clock;
  private final TaskQueue tasks;

  TaskScheduler(AdjustableClock clock, TaskQueue tasks) {
    this.clock = clock;
    this.tasks = tasks;
    tasks.enter(this);
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    if (delay.isZero() && clock.isFixed()) {
      TaskQueue.runLogged(task);
      return () -> {};
    }
    return tasks.add(this, delay, null, task);
  }

  @Override
  public void repeat(Duration interval, Runnable task) {
    tasks.add(this, interval, interval, task);
  }

  @Override
  public void stop() {
    tasks.leave(this);
  }

  @Override
  public void close() {
    stop();
    tasks.awaitEnd();
  }
}
