package dev.dynamoemulator.storage.h2;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.RootReference;

/**
 * All collections at one moment. Immutable: a commit makes the next state, which shares all pages
 * that the commit left alone.
 */
final class State {

  /** Where a collection's root stands, and the tree that its pages belong to. */
  record Slot(int index, Tree tree) {}

  private final Map<String, Slot> slots;
  private final RootReference<byte[], byte[]>[] roots;
  private final Pin pin;

  @SuppressWarnings({"unchecked", "rawtypes"})
  static RootReference<byte[], byte[]>[] newRoots(int length) {
    return new RootReference[length];
  }

  /** Map and array are handed over. */
  State(Map<String, Slot> slots, RootReference<byte[], byte[]>[] roots, Pin pin) {
    this.slots = slots;
    this.roots = roots;
    this.pin = pin;
  }

  Map<String, Slot> slots() {
    return slots;
  }

  RootReference<byte[], byte[]>[] roots() {
    return roots;
  }

  Pin pin() {
    return pin;
  }

  byte[] get(String collection, byte[] key) {
    Slot slot = slots.get(collection);
    return slot == null ? null : slot.tree().get(roots[slot.index()].root, key);
  }

  /** Null when there is no such collection. */
  RootReference<byte[], byte[]> root(String collection) {
    Slot slot = slots.get(collection);
    return slot == null ? null : roots[slot.index()];
  }

  long count(String collection) {
    Slot slot = slots.get(collection);
    return slot == null ? 0 : roots[slot.index()].getTotalCount();
  }

  Set<String> collections() {
    Set<String> names = new HashSet<>();
    slots.forEach(
        (name, slot) -> {
          if (roots[slot.index()].getTotalCount() > 0) {
            names.add(name);
          }
        });
    return names;
  }
}
