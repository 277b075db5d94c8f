package dev.dynamoemulator.environment;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock, a source of ids and a scheduler. Everything that depends on time or chance asks here, so
 * that a test can set the one and repeat the other. Thread-safe.
 */
public final class Environment implements AutoCloseable {

  private final InstantSource clock;
  private final Ids ids;
  private final Scheduler scheduler;

  /** Clock and ids are shared with others; the scheduler is new, and runs by that clock. */
  public Environment(AdjustableClock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
    this.scheduler = clock.newScheduler();
  }

  public InstantSource clock() {
    return clock;
  }

  /** The time outside the emulator, for what is checked there. */
  public static InstantSource systemClock() {
    return InstantSource.system();
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
