package dev.dynamoemulator.shape;

import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.List;
import java.util.Map;

/** What a member must satisfy when the request has it. Immutable and thread-safe. */
@FunctionalInterface
interface Rule {

  /** Satisfied by every value. */
  Rule NONE = (value, path, failures) -> {};

  /** Adds a failure for each constraint that the value does not satisfy. */
  void check(Object value, Path path, Failures failures);

  /** The rule that the model gives. */
  static Rule of(Shape shape) {
    if (shape instanceof Shape.Text text) {
      return Reporting.rule(text);
    } else if (shape instanceof Shape.Whole whole) {
      return range(whole.range());
    } else if (shape instanceof Shape.LongWhole whole) {
      return range(whole.range());
    } else if (shape instanceof Shape.Structure structure) {
      return structure.rule();
    } else if (shape instanceof Shape.Listing list) {
      return list(list, list.length());
    } else if (shape instanceof Shape.Mapping map) {
      return map(map);
    }
    return NONE;
  }

  /** The rule of a list whose length is bounded in another way than the model says. */
  static Rule list(Shape.Listing list, Bounds length) {
    Rule element = of(list.element());
    return element == NONE && length.isNone()
        ? NONE
        : (value, path, failures) -> {
          List<?> elements = (List<?>) value;
          failures.addLength(elements.size(), length, value, path);
          checkElements(elements, element, path, failures);
        };
  }

  private static void checkElements(List<?> elements, Rule rule, Path path, Failures failures) {
    for (int i = 0; rule != NONE && i < elements.size() && !failures.isFull(); i++) {
      rule.check(elements.get(i), path.element(i), failures);
    }
  }

  private static Rule map(Shape.Mapping map) {
    Bounds length = map.length();
    Rule entry = of(map.value());
    return entry == NONE && length.isNone()
        ? NONE
        : (value, path, failures) -> {
          Map<?, ?> entries = (Map<?, ?>) value;
          failures.addLength(entries.size(), length, value, path);
          checkEntries(entries, entry, path, failures);
        };
  }

  /** Applies a rule to each value of a map. */
  static void checkEntries(Map<?, ?> entries, Rule rule, Path path, Failures failures) {
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      if (rule != NONE && !failures.isFull()) {
        rule.check(entry.getValue(), path.entry((String) entry.getKey()), failures);
      }
    }
  }

  private static Rule range(Bounds range) {
    return range.isNone()
        ? NONE
        : (value, path, failures) -> {
          long number = ((Number) value).longValue();
          if (number < range.min()) {
            failures.add(value, path, ShapeErrors.valueAtLeast(range.min()));
          } else if (number > range.max()) {
            failures.add(value, path, ShapeErrors.valueAtMost(range.max()));
          }
        };
  }
}
