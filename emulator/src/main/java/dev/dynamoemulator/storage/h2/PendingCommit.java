package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.WriteBatch;

/** A batch that waits to be committed together with others. Guarded by the commit lock. */
final class PendingCommit {

  private final WriteBatch batch;
  private boolean settled;
  private Throwable failure;

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

  void fail(Throwable cause) {
    settled = true;
    failure = cause;
  }

  /** Null when the batch was committed. */
  Throwable failure() {
    return failure;
  }
}
