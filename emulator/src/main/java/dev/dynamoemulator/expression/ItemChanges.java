package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * New values and removals by path, made to one item all at once, so that every list position means
 * the list as it was. No path may lead through another one's target, and the parents of all of them
 * exist in the item.
 */
final class ItemChanges {

  /** What happens to one place: a new value, a removal (null), or changes below it. */
  private static final class Change {
    private AttributeValue value;
    private Map<String, Change> entries;
    private TreeMap<Integer, Change> elements;

    boolean isBelow() {
      return entries != null || elements != null;
    }

    Change below(PathElement element) {
      if (element instanceof PathElement.Name entry) {
        if (entries == null) {
          entries = new LinkedHashMap<>();
        }
        return entries.computeIfAbsent(entry.name(), name -> new Change());
      }
      if (elements == null) {
        elements = new TreeMap<>();
      }
      int index = ((PathElement.Index) element).index();
      return elements.computeIfAbsent(index, position -> new Change());
    }

    AttributeValue applyTo(AttributeValue old) {
      if (!isBelow()) {
        return value;
      }
      return entries != null
          ? new AttributeValue.M(withChanges(((AttributeValue.M) old).entries(), entries))
          : new AttributeValue.L(withChanges(((AttributeValue.L) old).elements(), elements));
    }
  }

  private final Map<String, Change> attributes = new LinkedHashMap<>();

  /** Gives the path a new value; null removes what is there. */
  void put(Path path, AttributeValue value) {
    Change change = attributes.computeIfAbsent(path.attribute(), name -> new Change());
    for (PathElement element : path.rest()) {
      change = change.below(element);
    }
    change.value = value;
  }

  Item applyTo(Item item) {
    return Item.of(withChanges(item.attributes(), attributes));
  }

  private static Map<String, AttributeValue> withChanges(
      Map<String, AttributeValue> old, Map<String, Change> changes) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(old);
    changes.forEach(
        (name, change) -> {
          AttributeValue value = change.applyTo(old.get(name));
          if (value == null) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    return changed;
  }

  /** Positions past the end are appended in ascending order, without gaps. */
  private static List<AttributeValue> withChanges(
      List<AttributeValue> old, TreeMap<Integer, Change> changes) {
    List<AttributeValue> changed = new ArrayList<>(old.size() + changes.size());
    for (int i = 0; i < old.size(); i++) {
      Change change = changes.get(i);
      AttributeValue value = change == null ? old.get(i) : change.applyTo(old.get(i));
      if (value != null) {
        changed.add(value);
      }
    }
    for (Change change : changes.tailMap(old.size()).values()) {
      if (change.value != null) {
        changed.add(change.value);
      }
    }
    return changed;
  }
}
