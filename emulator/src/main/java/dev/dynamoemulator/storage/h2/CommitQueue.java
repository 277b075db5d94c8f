package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Forms groups of batches. A thread that finds no leader leads: it commits all batches that wait,
 * its own among them, while the batches of the next group gather. The others sleep until theirs is
 * settled, or they are to lead.
 *
 * <p>Thread-safe.
 */
final class CommitQueue {

  private final Queue<PendingCommit> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean hasLeader = new AtomicBoolean();
  private final Consumer<List<WriteBatch>> commit;

  /**
   * @param commit commits all batches of a group or none; called by one thread at a time
   */
  CommitQueue(Consumer<List<WriteBatch>> commit) {
    this.commit = commit;
  }

  /** Returns when the batch has been committed, and throws when its group could not be. */
  void commit(WriteBatch batch) {
    PendingCommit own = new PendingCommit(batch, Thread.currentThread());
    waiting.add(own);
    boolean interrupted = false;
    while (!own.isSettled()) {
      if (hasLeader.compareAndSet(false, true)) {
        lead();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    own.throwIfFailed();
  }

  private void lead() {
    try {
      commitWaiting();
    } finally {
      hasLeader.set(false);
      PendingCommit next = waiting.peek();
      if (next != null) {
        next.wake();
      }
    }
  }

  private void commitWaiting() {
    List<PendingCommit> group = new ArrayList<>();
    List<WriteBatch> batches = new ArrayList<>();
    for (PendingCommit next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      batches.add(next.batch());
    }
    StorageException failure = null;
    try {
      commit.accept(batches);
    } catch (StorageException e) {
      failure = e;
    } catch (RuntimeException | Error e) {
      failure = StorageErrors.notCommitted(e);
    }
    for (PendingCommit pending : group) {
      pending.settle(failure);
    }
  }
}
