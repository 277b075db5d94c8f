package dev.dynamoemulator.replication;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Scheduled;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way of changes into one table: takes them out of its {@link Outbox} when their lag is over,
 * and repeats them there. Delivering a change twice does no harm. Thread-safe.
 */
final class Link {

  /** How long a change waits that met a transaction. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final Table destination;
  private final Outbox outbox;
  private final ReplicationControl control;
  private final Environment environment;
  private final ReentrantLock delivering = new ReentrantLock();
  private final AtomicLong recorded = new AtomicLong();
  private volatile long delivered;
  private volatile boolean isClosed;
  private volatile Engine engine;

  /** When deliveries begin by themselves; null when there is nothing to wait for. */
  private Instant nextDelivery;

  private Scheduled scheduled = () -> {};

  Link(Table destination, Outbox outbox, ReplicationControl control, Environment environment) {
    this.destination = destination;
    this.outbox = outbox;
    this.control = control;
    this.environment = environment;
  }

  Outbox outbox() {
    return outbox;
  }

  /** Delivers from now on. */
  void start(Engine writer) {
    engine = writer;
  }

  /** A change has been committed. The caller may hold locks. */
  void committed() {
    recorded.incrementAndGet();
    Duration lag = control.lag();
    if (!lag.isZero()) {
      schedule(lag);
    }
  }

  private synchronized void schedule(Duration delay) {
    Instant time = environment.now().plus(delay);
    if (nextDelivery == null || time.isBefore(nextDelivery)) {
      scheduled.cancel();
      nextDelivery = time;
      scheduled = environment.scheduler().schedule(delay, this::deliverScheduled);
    }
  }

  private void deliverScheduled() {
    synchronized (this) {
      nextDelivery = null;
    }
    deliver();
  }

  /** Delivers what was committed before, when changes do not lag. The caller holds no locks. */
  void deliverAtOnce() {
    if (control.lag().isZero() && delivered < recorded.get()) {
      deliver();
    }
  }

  /** Delivers what is due, and comes back for the rest. */
  void deliver() {
    delivering.lock();
    try {
      long covered = recorded.get();
      if (engine != null && !isClosed && !control.isPaused() && drain()) {
        delivered = covered;
      }
    } finally {
      delivering.unlock();
    }
  }

  /** Whether nothing was interrupted. */
  private boolean drain() {
    long last = Versions.UNKNOWN;
    boolean isRefused = false;
    Outbox.Portion portion = next(last);
    while (!portion.changes().isEmpty()) {
      if (control.isPaused()) {
        return false;
      }
      try {
        isRefused |= !engine.replicate(destination, portion.changes()).isEmpty();
      } catch (DynamoDbException gone) {
        close();
        return true;
      }
      last = portion.lastVersion();
      portion = next(last);
    }
    if (isRefused) {
      schedule(RETRY);
    } else if (portion.due() != null) {
      schedule(Duration.between(environment.now(), portion.due().plus(control.lag())));
    }
    return true;
  }

  private Outbox.Portion next(long last) {
    Instant now = environment.now();
    return outbox.after(last, now.minus(control.lag()), now);
  }

  /** Delivers nothing any more, and forgets what waits. */
  void close() {
    isClosed = true;
    outbox.drop();
  }
}
