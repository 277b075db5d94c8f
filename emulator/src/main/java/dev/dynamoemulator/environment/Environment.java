package dev.dynamoemulator.environment;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock, the source of ids and the scheduler of one emulator. Everything that depends on time
 * or chance asks here, so that a test can set the one and repeat the other. Thread-safe.
 */
public final class Environment implements AutoCloseable {

  private final InstantSource clock;
  private final Ids ids;
  private final Scheduler scheduler;

  private Environment(InstantSource clock, Ids ids, Scheduler scheduler) {
    this.clock = clock;
    this.ids = ids;
    this.scheduler = scheduler;
  }

  /** The machine's own time; scheduled tasks run on a daemon thread. */
  public static Environment system(Ids ids) {
    return new Environment(InstantSource.system(), ids, new SystemScheduler());
  }

  /** A time that stands still until the clock is advanced; tasks run on the advancing thread. */
  public static Environment manual(ManualClock clock, Ids ids) {
    return new Environment(clock, ids, clock.scheduler());
  }

  public InstantSource clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public Ids ids() {
    return ids;
  }

  public Scheduler scheduler() {
    return scheduler;
  }

  /** Drops the tasks that are not due yet and waits for a running one. */
  @Override
  public void close() {
    scheduler.close();
  }
}
