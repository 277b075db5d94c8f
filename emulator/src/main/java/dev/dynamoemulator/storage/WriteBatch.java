package dev.dynamoemulator.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Changes that a store applies as one. For one thread; the last change of a key counts. */
public final class WriteBatch {

  /**
   * One change.
   *
   * @param value the new value; null removes the entry
   */
  public record Change(String collection, byte[] key, byte[] value) {

    public Change {
      Objects.requireNonNull(collection, "collection");
      Objects.requireNonNull(key, "key");
    }
  }

  private final List<Change> changes = new ArrayList<>();

  public WriteBatch put(String collection, byte[] key, byte[] value) {
    changes.add(new Change(collection, key, value));
    return this;
  }

  /** Removing what is not there is no error. */
  public WriteBatch remove(String collection, byte[] key) {
    changes.add(new Change(collection, key, null));
    return this;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** In the order in which they were added. */
  public List<Change> changes() {
    return Collections.unmodifiableList(changes);
  }
}
