package dev.dynamoemulator.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock that moves only when told to. While it moves it stops at the time of every scheduled task
 * and runs it, so that a task finds the time for which it was scheduled, and what it schedules in
 * turn runs too when it falls due before the end. Thread-safe.
 */
public final class ManualClock implements InstantSource {

  private record Task(Instant due, long number, Runnable work) {}

  private final PriorityQueue<Task> waiting =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
  private final Scheduler scheduler = new ManualScheduler();
  private volatile Instant now;
  private long scheduledTasks;

  public ManualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves the time forward; returns when everything that fell due has run. */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Time can only move forward: " + duration);
    }
    Instant end = now.plus(duration);
    for (Task next = takeDue(end); next != null; next = takeDue(end)) {
      now = next.due().isAfter(now) ? next.due() : now;
      SystemScheduler.runLogged(next.work());
    }
    now = end.isAfter(now) ? end : now;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  private Task takeDue(Instant end) {
    synchronized (waiting) {
      Task next = waiting.peek();
      return next == null || next.due().isAfter(end) ? null : waiting.poll();
    }
  }

  private final class ManualScheduler implements Scheduler {

    @Override
    public Scheduled schedule(Duration delay, Runnable work) {
      if (delay.isZero()) {
        SystemScheduler.runLogged(work);
        return () -> {};
      }
      synchronized (waiting) {
        Task task = new Task(now.plus(delay), scheduledTasks++, work);
        waiting.add(task);
        return () -> cancel(task);
      }
    }

    private void cancel(Task task) {
      synchronized (waiting) {
        waiting.remove(task);
      }
    }

    @Override
    public void close() {
      synchronized (waiting) {
        waiting.clear();
      }
    }
  }
}
