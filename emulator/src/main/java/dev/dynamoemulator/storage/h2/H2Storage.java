package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.Snapshot;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;

/**
 * The default store, on the copy-on-write B-trees of H2's MVStore.
 *
 * <p>Readers take the newest {@link State} and never wait. Writers gather in a {@link CommitQueue};
 * a group of batches is applied, made as durable as was asked for, and only then published as the
 * next state, so that readers see all of a batch at once.
 *
 * <p>Thread-safe.
 */
public final class H2Storage implements Storage {

  private final Medium medium;
  private final ReentrantLock commitLock;
  private final CommitQueue queue = new CommitQueue(this::commitGroup);

  /** Null when closed or failed. */
  private volatile State state;

  private volatile StorageException failure;

  private H2Storage(Medium medium, ReentrantLock commitLock, State state) {
    this.medium = medium;
    this.commitLock = commitLock;
    this.state = state;
  }

  /** An empty store that is gone when it is closed. */
  public static H2Storage inMemory() {
    return new H2Storage(new Memory(), new ReentrantLock(), Memory.empty());
  }

  /**
   * The store that is kept in the file, or an empty one when the file is empty or missing.
   *
   * @param file in an existing directory; no other store may have it open
   * @throws StorageException when the file cannot be opened, or is not one that this release can
   *     read; it is left as it is then
   */
  public static H2Storage file(Path file, Durability durability) {
    Objects.requireNonNull(durability, "durability");
    ReentrantLock commitLock = new ReentrantLock();
    FileMedium medium = FileMedium.open(file.toAbsolutePath());
    H2Storage storage = new H2Storage(medium, commitLock, medium.state());
    medium.start(durability, commitLock, storage::fail);
    return storage;
  }

  @Override
  public byte[] get(String collection, byte[] key) {
    State seen = current();
    while (true) {
      try {
        return seen.get(collection, key);
      } catch (MVStoreException e) {
        // Reading takes no pin, so that commits may have overwritten the pages of this state.
        State newer = current();
        if (newer == seen) {
          throw medium.unreadable(e);
        }
        seen = newer;
      }
    }
  }

  @Override
  public Snapshot snapshot() {
    State pinned = current();
    while (!pinned.pin().retain()) {
      pinned = current();
    }
    return new StateSnapshot(pinned, medium);
  }

  @Override
  public void commit(WriteBatch batch) {
    queue.commit(batch);
  }

  @Override
  public boolean commitsAtOnce() {
    return isInMemory();
  }

  private boolean isInMemory() {
    return medium instanceof Memory;
  }

  private void commitGroup(List<WriteBatch> batches) {
    commitLock.lock();
    try {
      change(draft -> batches.forEach(draft::apply));
    } finally {
      commitLock.unlock();
    }
  }

  @Override
  public void drop(String collection) {
    commitLock.lock();
    try {
      change(draft -> draft.drop(collection));
    } finally {
      commitLock.unlock();
    }
  }

  private void change(Consumer<Draft> changes) {
    State before = current();
    Draft draft = new Draft(before, medium);
    try {
      changes.accept(draft);
      medium.keep(draft);
    } catch (RuntimeException | Error e) {
      if (!medium.outlivesFailure()) {
        fail(e);
      }
      throw medium.notKept(e);
    }
    state = draft.seal(medium.pin());
    before.pin().release();
  }

  /** Called with the commit lock held. */
  private void fail(Throwable cause) {
    failure = medium.notKept(cause);
    state = null;
    medium.abandon();
  }

  /**
   * The content as it is now, in constant time.
   *
   * @throws UnsupportedOperationException when the store is in a file
   */
  public Savepoint save() {
    requireMemory();
    return new Savepoint(medium, current());
  }

  /**
   * Goes back to a saved content, in constant time.
   *
   * @param savepoint made by this store, or by one that it was forked from or to
   * @throws UnsupportedOperationException when the store is in a file
   */
  public void restore(Savepoint savepoint) {
    requireMemory();
    if (!savepoint.isOf(medium)) {
      throw new IllegalArgumentException("The savepoint belongs to another storage");
    }
    commitLock.lock();
    try {
      current();
      state = savepoint.state();
    } finally {
      commitLock.unlock();
    }
  }

  /**
   * Another store with the same content, in constant time. Changes of either are not seen by the
   * other; they share what neither has changed, and take turns in writing.
   *
   * @throws UnsupportedOperationException when the store is in a file
   */
  public H2Storage fork() {
    requireMemory();
    return new H2Storage(medium, commitLock, current());
  }

  private void requireMemory() {
    if (!isInMemory()) {
      throw new UnsupportedOperationException("Only a storage in memory can be saved and forked");
    }
  }

  @Override
  public long count(String collection) {
    return current().count(collection);
  }

  @Override
  public Set<String> collections() {
    return current().collections();
  }

  @Override
  public void close() {
    commitLock.lock();
    try {
      if (state != null) {
        state = null;
        medium.close();
      }
    } finally {
      commitLock.unlock();
    }
  }

  private State current() {
    State current = state;
    if (current == null) {
      throw failure == null ? StorageErrors.closed() : StorageErrors.stopped(failure);
    }
    return current;
  }
}
