package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.fixtures.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How two items differ, a line for each path: what is missing with -, what is too much with +. */
final class ItemDifference {

  private final List<String> lines = new ArrayList<>();

  private ItemDifference() {}

  static String between(Map<String, Object> expected, Map<String, Object> actual) {
    ItemDifference difference = new ItemDifference();
    difference.compareMembers("", expected, actual);
    return String.join("\n", difference.lines);
  }

  private void compareMembers(
      String prefix, Map<String, Object> expected, Map<String, Object> actual) {
    Set<String> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(actual.keySet());
    for (String name : names) {
      compare(prefix + name, expected.get(name), actual.get(name));
    }
  }

  private void compare(String path, Object expected, Object actual) {
    if (Values.areEqual(expected, actual)) {
      return;
    }
    if (areBoth("M", expected, actual)) {
      compareMembers(
          path + ".",
          JsonTree.object(Values.content(expected), path),
          JsonTree.object(Values.content(actual), path));
    } else if (areBoth("L", expected, actual)) {
      compareElements(
          path,
          JsonTree.list(Values.content(expected), path),
          JsonTree.list(Values.content(actual), path));
    } else {
      add("- ", path, expected);
      add("+ ", path, actual);
    }
  }

  private void compareElements(String path, List<Object> expected, List<Object> actual) {
    for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
      compare(
          path + "[" + i + "]",
          i < expected.size() ? expected.get(i) : null,
          i < actual.size() ? actual.get(i) : null);
    }
  }

  private static boolean areBoth(String type, Object expected, Object actual) {
    return expected != null
        && actual != null
        && Values.type(expected).equals(type)
        && Values.type(actual).equals(type);
  }

  private void add(String sign, String path, Object value) {
    if (value != null) {
      lines.add(sign + path + ": " + Values.json(value));
    }
  }
}
