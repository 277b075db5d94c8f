package dev.dynamoemulator.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One lock for every item, shared by those whose keys hash alike. Several are taken in one order,
 * so that writers never wait for each other in a circle. Thread-safe.
 */
final class ItemLocks {

  private static final int STRIPES = 1 << 10;

  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  ItemLocks() {
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  /** Locks taken together; closing gives them back. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held lock(ItemReference item) {
    ReentrantLock lock = stripes[stripe(item)];
    lock.lock();
    return lock::unlock;
  }

  /** Names an item among those of all tables. */
  record ItemReference(String collection, byte[] itemKey) {
    @Override
    public boolean equals(Object other) {
      return other instanceof ItemReference item
          && collection.equals(item.collection)
          && Arrays.equals(itemKey, item.itemKey);
    }

    @Override
    public int hashCode() {
      return 31 * collection.hashCode() + Arrays.hashCode(itemKey);
    }
  }

  Held lockAll(Collection<ItemReference> items) {
    int[] wanted = new int[items.size()];
    int count = 0;
    for (ItemReference item : items) {
      wanted[count++] = stripe(item);
    }
    Arrays.sort(wanted);
    // An item that shares its stripe with another enters the lock once more, and leaves it so.
    for (int stripe : wanted) {
      stripes[stripe].lock();
    }
    return () -> {
      for (int stripe : wanted) {
        stripes[stripe].unlock();
      }
    };
  }

  private static int stripe(ItemReference item) {
    int hash = item.hashCode();
    return (hash ^ hash >>> 16) & STRIPES - 1;
  }
}
