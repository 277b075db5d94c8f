package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.util.concurrent.locks.LockSupport;

/** A batch that waits to be committed together with others. */
final class PendingCommit {

  private final WriteBatch batch;
  private final Thread owner;
  private StorageException failure;
  private volatile boolean settled;

  PendingCommit(WriteBatch batch, Thread owner) {
    this.batch = batch;
    this.owner = owner;
  }

  WriteBatch batch() {
    return batch;
  }

  boolean isSettled() {
    return settled;
  }

  /**
   * @param cause null when the batch was committed
   */
  void settle(StorageException cause) {
    failure = cause;
    settled = true;
    wake();
  }

  void wake() {
    LockSupport.unpark(owner);
  }

  /** Several threads may have to report the same failure, each with its own stack. */
  void throwIfFailed() {
    if (failure != null) {
      throw new StorageException(failure.getMessage(), failure);
    }
  }
}
