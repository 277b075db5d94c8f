package dev.dynamoemulator.storage.h2;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;

/**
 * Keeps MVStore from overwriting the chunks of versions that are still read. Thread-safe, but that
 * only the committing thread pins.
 */
final class VersionPins {

  private final MVStore store;
  private final Set<VersionPin> held = ConcurrentHashMap.newKeySet();

  VersionPins(MVStore store) {
    this.store = store;
  }

  Pin pinNewest() {
    VersionPin pin = new VersionPin(store.registerVersionUsage());
    held.add(pin);
    return pin;
  }

  /** Of snapshots as well that are still open, for MVStore to close. */
  void releaseAll() {
    held.forEach(this::unpin);
  }

  private void unpin(VersionPin pin) {
    if (held.remove(pin)) {
      store.deregisterVersionUsage(pin.version);
    }
  }

  private final class VersionPin implements Pin {

    private final TxCounter version;
    private final AtomicInteger holders = new AtomicInteger(1);

    VersionPin(TxCounter version) {
      this.version = version;
    }

    @Override
    public boolean retain() {
      int count = holders.get();
      while (count > 0 && !holders.compareAndSet(count, count + 1)) {
        count = holders.get();
      }
      return count > 0;
    }

    @Override
    public void release() {
      if (holders.decrementAndGet() == 0) {
        unpin(this);
      }
    }
  }
}
