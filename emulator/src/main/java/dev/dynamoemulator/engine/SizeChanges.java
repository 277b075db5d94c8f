package dev.dynamoemulator.engine;

import dev.dynamoemulator.item.StoredItem;
import java.util.ArrayList;
import java.util.List;

/** By how many bytes one write grows or shrinks collections. For one thread. */
final class SizeChanges {

  private record Change(String collection, int bytes) {}

  /** Takes the changes once they are committed. */
  @FunctionalInterface
  interface Receiver {
    void add(String collection, int bytes);
  }

  private final List<Change> changes = new ArrayList<>(1);

  /** Notes that an entry replaced another; null stands for none. */
  void replaced(String collection, StoredItem before, StoredItem after) {
    int bytes = size(after) - size(before);
    if (bytes != 0) {
      changes.add(new Change(collection, bytes));
    }
  }

  void forEach(Receiver receiver) {
    for (Change change : changes) {
      receiver.add(change.collection(), change.bytes());
    }
  }

  private static int size(StoredItem item) {
    return item == null ? 0 : item.size();
  }
}
