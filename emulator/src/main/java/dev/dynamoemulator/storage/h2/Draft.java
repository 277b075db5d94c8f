package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.WriteBatch.Change;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.RootReference;

/** The next state in the making; nobody sees it before it is sealed. For one thread. */
final class Draft {

  private final Medium medium;
  private final RootReference<byte[], byte[]>[] oldRoots;
  private Map<String, State.Slot> slots;
  private boolean ownsSlots;
  private RootReference<byte[], byte[]>[] roots;

  Draft(State state, Medium medium) {
    this.medium = medium;
    slots = state.slots();
    oldRoots = state.roots();
    roots = oldRoots;
  }

  void apply(WriteBatch batch) {
    for (Change change : batch.changes()) {
      State.Slot slot = slots.get(change.collection());
      if (slot == null) {
        if (change.value() == null) {
          continue;
        }
        slot = add(change.collection());
      }
      apply(change, slot);
    }
  }

  private void apply(Change change, State.Slot slot) {
    Tree tree = slot.tree();
    tree.moveTo(roots[slot.index()]);
    if (change.value() == null) {
      tree.remove(change.key());
    } else {
      tree.put(change.key(), change.value());
    }
    ownRoots(roots.length);
    roots[slot.index()] = tree.getRoot();
  }

  void drop(String collection) {
    State.Slot slot = slots.get(collection);
    if (slot != null) {
      medium.dropTree(slot.tree());
      ownSlots();
      slots.remove(collection);
      ownRoots(roots.length);
      roots[slot.index()] = null;
    }
  }

  /** Takes over what the medium did to the trees by itself. */
  void refresh() {
    ownRoots(roots.length);
    slots.values().forEach(slot -> roots[slot.index()] = slot.tree().getRoot());
  }

  State seal(Pin pin) {
    return new State(slots, roots, pin);
  }

  private State.Slot add(String collection) {
    int index = freeIndex();
    Tree tree = medium.openTree(collection);
    State.Slot slot = new State.Slot(index, tree);
    ownSlots();
    slots.put(collection, slot);
    roots[index] = tree.emptied();
    return slot;
  }

  /** An index left by a dropped collection, or a new one. */
  private int freeIndex() {
    int index = 0;
    while (index < roots.length && roots[index] != null) {
      index++;
    }
    ownRoots(Math.max(roots.length, index + 1));
    return index;
  }

  private void ownSlots() {
    if (!ownsSlots) {
      slots = new HashMap<>(slots);
      ownsSlots = true;
    }
  }

  private void ownRoots(int length) {
    if (roots == oldRoots || roots.length < length) {
      roots = Arrays.copyOf(roots, length);
    }
  }
}
