package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;

/** A batch that waits to be committed together with others. Guarded by the commit lock. */
final class PendingCommit {

  private final WriteBatch batch;
  private boolean settled;
  private StorageException failure;

  PendingCommit(WriteBatch batch) {
    this.batch = batch;
  }

  WriteBatch batch() {
    return batch;
  }

  boolean isSettled() {
    return settled;
  }

  void succeed() {
    settled = true;
  }

  void fail(StorageException cause) {
    settled = true;
    failure = cause;
  }

  /** Several threads may have to report the same failure, each with its own stack. */
  void throwIfFailed() {
    if (failure != null) {
      throw new StorageException(failure.getMessage(), failure);
    }
  }
}
