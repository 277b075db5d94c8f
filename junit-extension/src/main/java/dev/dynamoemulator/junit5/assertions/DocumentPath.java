package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.fixtures.json.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path such as {@code lines[0].product}. A name with a dot in it is not reached by a path. */
record DocumentPath(String text) {

  private static final Pattern STEP = Pattern.compile("\\G\\.?(?:([^.\\[\\]]+)|\\[(\\d+)])");

  /** The typed value at the path; null when there is none. */
  Object in(Map<String, Object> item) {
    if (item.containsKey(text)) {
      return item.get(text);
    }
    Object value = Map.of("M", item);
    Matcher steps = STEP.matcher(text);
    int end = 0;
    while (value != null && steps.find()) {
      value = step(value, steps.group(1), steps.group(2));
      end = steps.end();
    }
    if (value != null && end < text.length()) {
      throw new IllegalArgumentException("No document path: " + text);
    }
    return value;
  }

  private static Object step(Object value, String name, String index) {
    String type = Values.type(value);
    if (name != null) {
      return type.equals("M") ? JsonTree.object(Values.content(value), "M").get(name) : null;
    }
    if (!type.equals("L")) {
      return null;
    }
    List<Object> elements = JsonTree.list(Values.content(value), "L");
    int position = Integer.parseInt(index);
    return position < elements.size() ? elements.get(position) : null;
  }
}
