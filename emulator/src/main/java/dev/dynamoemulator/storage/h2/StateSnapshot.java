package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.EntryCursor;
import dev.dynamoemulator.storage.Snapshot;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;

/** A pinned state. Thread-safe. */
final class StateSnapshot implements Snapshot {

  private final State state;
  private final Medium medium;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** The caller has retained the state's pin; closing releases it. */
  StateSnapshot(State state, Medium medium) {
    this.state = state;
    this.medium = medium;
  }

  @Override
  public byte[] get(String collection, byte[] key) {
    try {
      return state.get(collection, key);
    } catch (MVStoreException e) {
      throw medium.unreadable(e);
    }
  }

  @Override
  public EntryCursor range(String collection, byte[] from, byte[] to, boolean descending) {
    RootReference<byte[], byte[]> root = state.root(collection);
    if (root == null) {
      return EmptyCursor.INSTANCE;
    }
    try {
      return new RangeCursor(root, from, to, descending, medium);
    } catch (MVStoreException e) {
      throw medium.unreadable(e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      state.pin().release();
    }
  }
}
