package dev.dynamoemulator.environment;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks on one daemon thread as real time passes. Thread-safe. */
final class SystemScheduler implements Scheduler {

  private static final Logger LOG = System.getLogger(SystemScheduler.class.getName());
  private static final long CLOSING_SECONDS = 10;

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, SystemScheduler::daemon);

  SystemScheduler() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.setRejectedExecutionHandler((task, closed) -> {});
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable task) {
    Future<?> waiting =
        executor.schedule(() -> runLogged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> waiting.cancel(false);
  }

  static void runLogged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "A scheduled task failed", failure);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "dynamo-emulator-scheduler");
    thread.setDaemon(true);
    return thread;
  }
}
