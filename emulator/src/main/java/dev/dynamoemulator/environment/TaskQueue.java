package dev.dynamoemulator.environment;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The tasks that wait for the time of an {@link AdjustableClock}. They run on a daemon thread as
 * time passes, and on the thread that moves the clock. Thread-safe.
 */
final class TaskQueue {

  private static final Logger LOG = System.getLogger(TaskQueue.class.getName());
  private static final long CLOSING_SECONDS = 10;

  /** How long the thread stays without a task, so that frequent short tasks share one. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * @param interval null when the task is done after one run
   */
  private record Task(
      TaskScheduler owner, Instant due, long number, Duration interval, Runnable work) {

    Task dueAt(Instant time) {
      return new Task(owner, time, number, interval, work);
    }

    /** The same at the last of its times up to that one, if there is any. */
    Task lastBefore(Instant end) {
      long skipped = Duration.between(due, end).dividedBy(interval);
      return skipped > 0 ? dueAt(due.plus(interval.multipliedBy(skipped))) : this;
    }
  }

  private final AdjustableClock clock;

  /** Held while a task is taken and run, so that whoever gets it knows that none is running. */
  private final ReentrantLock running = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Task> waiting =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
  private final Set<TaskScheduler> owners = new HashSet<>();
  private long scheduledTasks;
  private Thread worker;

  TaskQueue(AdjustableClock clock) {
    this.clock = clock;
  }

  /** Takes tasks of that owner from now on. */
  void enter(TaskScheduler owner) {
    lock.lock();
    try {
      owners.add(owner);
    } finally {
      lock.unlock();
    }
  }

  /** Drops the owner's tasks, and takes no more. */
  void leave(TaskScheduler owner) {
    lock.lock();
    try {
      owners.remove(owner);
      waiting.removeIf(task -> task.owner() == owner);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param interval null for a task that is to run once
   */
  Scheduled add(TaskScheduler owner, Duration delay, Duration interval, Runnable work) {
    lock.lock();
    try {
      long number = scheduledTasks++;
      add(new Task(owner, clock.instant().plus(delay), number, interval, work));
      return () -> cancel(number);
    } finally {
      lock.unlock();
    }
  }

  private void add(Task task) {
    if (owners.contains(task.owner())) {
      waiting.add(task);
      startWorker();
      changed.signalAll();
    }
  }

  private void cancel(long number) {
    lock.lock();
    try {
      waiting.removeIf(task -> task.number() == number);
    } finally {
      lock.unlock();
    }
  }

  private void startWorker() {
    if (worker == null) {
      worker = new Thread(this::work, "dynamo-emulator-scheduler");
      worker.setDaemon(true);
      worker.start();
    }
  }

  private void work() {
    while (awaitDue()) {
      runNext(clock.instant());
    }
  }

  /** Returns when a task is due; false when the thread is to end. */
  private boolean awaitDue() {
    lock.lock();
    try {
      long idle = IDLE_NANOS;
      while (idle > 0) {
        Task next = waiting.peek();
        if (next == null) {
          idle = owners.isEmpty() ? 0 : changed.awaitNanos(idle);
        } else if (awaitOnce(next.due())) {
          return true;
        } else {
          idle = IDLE_NANOS;
        }
      }
      worker = null;
      return false;
    } catch (InterruptedException interrupted) {
      worker = null;
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for that time or for a change; whether the time has come. */
  private boolean awaitOnce(Instant due) throws InterruptedException {
    Optional<Duration> delay = clock.until(due);
    if (delay.isEmpty()) {
      changed.await();
      return false;
    }
    long nanos = TimeUnit.NANOSECONDS.convert(delay.get());
    if (nanos > 0) {
      changed.awaitNanos(nanos);
    }
    return nanos <= 0;
  }

  /** When the next task falls due; null when there is none. */
  Instant nextDue() {
    lock.lock();
    try {
      Task next = waiting.peek();
      return next == null ? null : next.due();
    } finally {
      lock.unlock();
    }
  }

  /** Runs the next task if it is due by then, after one that is running. */
  void runNext(Instant end) {
    running.lock();
    try {
      Task next = takeDue(end);
      if (next != null) {
        runLogged(next.work());
        repeat(next);
      }
    } finally {
      running.unlock();
    }
  }

  private void repeat(Task done) {
    if (done.interval() != null) {
      lock.lock();
      try {
        add(done.dueAt(clock.instant().plus(done.interval())));
      } finally {
        lock.unlock();
      }
    }
  }

  private Task takeDue(Instant end) {
    lock.lock();
    try {
      Task next = waiting.peek();
      return next == null || next.due().isAfter(end) ? null : waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when no task is running. */
  void awaitRunning() {
    running.lock();
    running.unlock();
  }

  void clockMoved() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Has every task fall due so much later, or earlier. */
  void shift(Duration jump) {
    replaceAll(task -> task.dueAt(task.due().plus(jump)));
  }

  /** Has repeated tasks skip all of their times up to that one but the last. */
  void skipRepeats(Instant end) {
    replaceAll(task -> task.interval() == null ? task : task.lastBefore(end));
  }

  private void replaceAll(UnaryOperator<Task> change) {
    lock.lock();
    try {
      List<Task> changedTasks = waiting.stream().map(change).toList();
      waiting.clear();
      waiting.addAll(changedTasks);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a running task, and for the end of the thread when nobody is left to use it. */
  void awaitEnd() {
    try {
      if (running.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        running.unlock();
      }
      Thread last = lastWorker();
      if (last != null && last != Thread.currentThread()) {
        last.join(TimeUnit.SECONDS.toMillis(CLOSING_SECONDS));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread lastWorker() {
    lock.lock();
    try {
      return owners.isEmpty() ? worker : null;
    } finally {
      lock.unlock();
    }
  }

  static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(Level.ERROR, "A scheduled task failed", failure);
    }
  }
}
