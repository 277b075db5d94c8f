package dev.dynamoemulator.storage.h2;

import java.util.Map;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;

/** Trees that live as long as someone holds a state of them. */
final class Memory implements Medium {

  private final Tree tree;

  Memory() {
    MVStore store = new MVStore.Builder().open();
    store.setVersionsToKeep(0);
    tree = store.openMap("tree", Tree.builder());
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public State open() {
    return new State(Map.of(), new RootReference[0], Pin.NONE);
  }

  @Override
  public Tree openTree(String collection) {
    return tree;
  }

  @Override
  public void dropTree(Tree dropped) {}

  @Override
  public void flush() {}

  @Override
  public Pin pin() {
    return Pin.NONE;
  }

  @Override
  public void close() {}
}
