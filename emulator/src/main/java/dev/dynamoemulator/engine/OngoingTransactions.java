package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items of transactions that are held between prepare and commit. Empty while none is held: a
 * transaction is over then before anybody can look. Thread-safe; who asks before a write, or
 * enters, has the item's lock.
 */
final class OngoingTransactions {

  private final Set<ItemReference> items = ConcurrentHashMap.newKeySet();

  void enter(Collection<ItemReference> prepared) {
    items.addAll(prepared);
  }

  void leave(Collection<ItemReference> finished) {
    finished.forEach(items::remove);
  }

  boolean contains(ItemReference item) {
    return !items.isEmpty() && items.contains(item);
  }
}
