package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A store of which one commit can be held until it is let go. Thread-safe. */
final class HeldCommits implements Storage {

  private final Storage storage;
  private final AtomicReference<Hold> next = new AtomicReference<>();

  HeldCommits(Storage storage) {
    this.storage = storage;
  }

  /** A commit on its way. */
  static final class Hold {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void awaitArrival() throws InterruptedException {
      arrived.await();
    }

    void release() {
      released.countDown();
    }
  }

  /** Holds the next commit. */
  Hold holdNext() {
    Hold hold = new Hold();
    next.set(hold);
    return hold;
  }

  @Override
  public void commit(WriteBatch batch) {
    Hold hold = next.getAndSet(null);
    if (hold != null) {
      hold.arrived.countDown();
      try {
        hold.released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    storage.commit(batch);
  }

  @Override
  public boolean commitsAtOnce() {
    return false;
  }

  @Override
  public byte[] get(String collection, byte[] key) {
    return storage.get(collection, key);
  }

  @Override
  public Snapshot snapshot() {
    return storage.snapshot();
  }

  @Override
  public void drop(String collection) {
    storage.drop(collection);
  }

  @Override
  public long count(String collection) {
    return storage.count(collection);
  }

  @Override
  public Set<String> collections() {
    return storage.collections();
  }

  @Override
  public void close() {
    storage.close();
  }
}
