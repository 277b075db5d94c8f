package dev.dynamoemulator.environment;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Work that is done in steps, each a scheduled task, so that other tasks get their turn in between.
 * A step may schedule the next one: while the clock stands still, one begins when the other has
 * ended, however many there are. Thread-safe; one step is taken at a time.
 */
public final class Steps {

  private final Scheduler scheduler;
  private final Consumer<Steps> step;
  private final AtomicInteger due = new AtomicInteger();

  /**
   * @param step is given these steps, to schedule the next one
   */
  public Steps(Scheduler scheduler, Consumer<Steps> step) {
    this.scheduler = scheduler;
    this.step = step;
  }

  /** Has one more step taken, after the delay. */
  public void schedule(Duration delay) {
    scheduler.schedule(delay, this::take);
  }

  /** A step that falls due while another is taken is left to who takes that one. */
  private void take() {
    if (due.getAndIncrement() == 0) {
      do {
        TaskQueue.runLogged(() -> step.accept(this));
      } while (due.decrementAndGet() > 0);
    }
  }
}
