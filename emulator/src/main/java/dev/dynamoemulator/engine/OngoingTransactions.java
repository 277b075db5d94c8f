package dev.dynamoemulator.engine;

import dev.dynamoemulator.engine.ItemLocks.ItemReference;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items that are between prepare and commit of a transaction. Filled only while transactions
 * are held on purpose; otherwise a transaction is over before anybody can look. Thread-safe;
 * entering and asking happen under the item's lock.
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
