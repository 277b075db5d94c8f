package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.util.Map;
import org.h2.mvstore.MVStore;

/** One tree for all collections. Pages live as long as someone holds a state of them. */
final class Memory implements Medium {

  private final Tree tree;

  Memory() {
    MVStore store = new MVStore.Builder().open();
    store.setVersionsToKeep(0);
    tree = store.openMap("tree", Tree.builder());
  }

  static State empty() {
    return new State(Map.of(), State.newRoots(0), Pin.NONE);
  }

  @Override
  public Tree openTree(String collection) {
    return tree;
  }

  @Override
  public void dropTree(Tree dropped) {}

  @Override
  public void keep(Draft draft) {}

  @Override
  public Pin pin() {
    return Pin.NONE;
  }

  /** Roots that were not published are garbage. */
  @Override
  public boolean outlivesFailure() {
    return true;
  }

  @Override
  public StorageException notKept(Throwable cause) {
    return StorageErrors.notCommitted(cause);
  }

  @Override
  public StorageException unreadable(Throwable cause) {
    throw new IllegalStateException(cause);
  }

  @Override
  public void close() {}

  @Override
  public void abandon() {}
}
