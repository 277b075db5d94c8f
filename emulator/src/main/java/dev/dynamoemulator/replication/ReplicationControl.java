package dev.dynamoemulator.replication;

import dev.dynamoemulator.environment.HeldRequests;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * How fast writes get from one region to the others, and whether they do at all. Thread-safe.
 *
 * <p>While replication is paused, changes of tables with eventual consistency wait; they are
 * replicated before {@link #resume()} returns, unless their lag is not over. A write of a table
 * with strong consistency waits for the end of the pause; another region's write of the same item
 * meets a {@code ReplicatedWriteConflictException} meanwhile.
 *
 * <pre>{@code
 * emulator.replication().pause();
 * virginia.putItem(...);
 * // ireland does not see the item
 * emulator.replication().resume();
 * // now it does
 * }</pre>
 */
public final class ReplicationControl {

  private final HeldRequests held = new HeldRequests();
  private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
  private volatile Duration lag = Duration.ZERO;

  /** The end of the last pause. */
  private volatile CompletableFuture<Void> end = CompletableFuture.completedFuture(null);

  /** Replicates nothing until {@link #resume()}. Pausing twice is harmless. */
  public synchronized void pause() {
    if (!isPaused()) {
      end = new CompletableFuture<>();
    }
  }

  /** Replicates again, and what has waited at once. Resuming twice is harmless. */
  public void resume() {
    end.complete(null);
    followers.forEach(Runnable::run);
  }

  public boolean isPaused() {
    return !end.isDone();
  }

  /** How many writes of strongly consistent tables wait for the end of a pause. */
  public int held() {
    return held.count();
  }

  /** The time that a change takes to get to the other regions. */
  public Duration lag() {
    return lag;
  }

  /**
   * Changes the lag, also for changes that are on their way.
   *
   * @param time zero, the default, has every change replicated when its write is answered
   */
  public void lagBy(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("Replication cannot lag by " + time);
    }
    lag = time;
    followers.forEach(Runnable::run);
  }

  /**
   * Waits in real time until at least so many writes of strongly consistent tables wait for the end
   * of a pause.
   *
   * @return false when the time has run out before
   */
  public boolean awaitHeld(int writes, Duration timeout) throws InterruptedException {
    return held.await(writes, timeout);
  }

  /** Has the follower called after every change, until it is closed. */
  void follow(Runnable follower) {
    followers.add(follower);
  }

  void unfollow(Runnable follower) {
    followers.remove(follower);
  }

  /**
   * Returns when replication is not paused, or when the thread is interrupted; it stays interrupted
   * then.
   */
  void awaitResumed() {
    CompletableFuture<Void> present = end;
    if (present.isDone()) {
      return;
    }
    held.holdUntil(present);
  }
}
