package dev.dynamoemulator.engine;

import dev.dynamoemulator.environment.HeldRequests;
import dev.dynamoemulator.environment.Scheduled;
import dev.dynamoemulator.environment.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds write transactions between prepare and commit, so that what happens only now and then on
 * the service happens in a test: conflicts, and tokens in flight. Off until asked for. Thread-safe.
 *
 * <pre>{@code
 * hold.holdUntilReleased();
 * Future<?> transaction = executor.submit(() -> client.transactWriteItems(...));
 * hold.awaitHeld(1, Duration.ofSeconds(10));
 * // every other write of its items meets a conflict now
 * hold.release();
 * transaction.get();
 * }</pre>
 */
public final class TransactionHold {

  private static final Duration UNTIL_RELEASED = Duration.ofSeconds(Long.MAX_VALUE);

  private final Scheduler scheduler;
  private final HeldRequests held = new HeldRequests();
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Ticket> unreleased = new HashSet<>();
  private volatile Duration duration = Duration.ZERO;

  /**
   * @param scheduler ends holds that last a given time, by its own clock
   */
  public TransactionHold(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * From now on transactions are held for that time, or until released.
   *
   * @param time zero switches holding off
   */
  public void holdFor(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("A transaction cannot be held for " + time);
    }
    lock.lock();
    try {
      duration = time;
    } finally {
      lock.unlock();
    }
  }

  /** Whether transactions are held from now on. */
  public boolean isHolding() {
    return !duration.isZero();
  }

  /** How many transactions are held at the moment. */
  public int held() {
    return held.count();
  }

  /** From now on transactions are held until {@link #release()}. */
  public void holdUntilReleased() {
    holdFor(UNTIL_RELEASED);
  }

  /** Holds no more transactions, and releases those that are held. */
  public void switchOff() {
    holdFor(Duration.ZERO);
    release();
  }

  /** Lets the transactions that are held at the moment commit. Later ones are held as before. */
  public void release() {
    lock.lock();
    try {
      unreleased.forEach(ticket -> ticket.released.complete(null));
      unreleased.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits in real time until at least so many transactions are held at once. From then on others
   * meet them.
   *
   * @return false when the time has run out before
   */
  public boolean awaitHeld(int transactions, Duration timeout) throws InterruptedException {
    return held.await(transactions, timeout);
  }

  /** What a transaction needs to be held; null while holding is off. */
  Ticket ticket() {
    return duration.isZero() ? null : newTicket();
  }

  /** Looks again under the lock, so that nothing is held for good after switching off. */
  private Ticket newTicket() {
    lock.lock();
    try {
      if (duration.isZero()) {
        return null;
      }
      Ticket ticket = new Ticket(duration);
      unreleased.add(ticket);
      return ticket;
    } finally {
      lock.unlock();
    }
  }

  /**
   * One transaction's leave to be held. Taken before others can meet the transaction: a release
   * from then on counts, even if it comes before the waiting begins.
   */
  final class Ticket {

    private final Duration time;
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    private Ticket(Duration time) {
      this.time = time;
    }

    /**
     * Returns when the time is over, on a release, or when the thread is interrupted; it stays
     * interrupted then.
     */
    void await() {
      Scheduled end =
          time.equals(UNTIL_RELEASED)
              ? () -> {}
              : scheduler.schedule(time, () -> released.complete(null));
      try {
        held.holdUntil(released);
      } finally {
        forget(this);
        end.cancel();
      }
    }
  }

  private void forget(Ticket ticket) {
    lock.lock();
    try {
      unreleased.remove(ticket);
    } finally {
      lock.unlock();
    }
  }
}
