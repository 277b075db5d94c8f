package dev.dynamoemulator.shape;

import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The constraints of a string. */
final class TextRule implements Rule {

  private final Bounds length;
  private final Predicate<String> matcher;
  private final String shownPattern;

  private TextRule(Bounds length, Predicate<String> matcher, String shownPattern) {
    this.length = length;
    this.matcher = matcher;
    this.shownPattern = shownPattern;
  }

  /**
   * @param pattern a regular expression between anchors, which the messages do not show; or null
   */
  static Rule of(Bounds length, String pattern) {
    if (pattern == null) {
      return length.isNone() ? NONE : new TextRule(length, text -> true, "");
    }
    String shown = pattern.substring(1, pattern.length() - 1);
    return new TextRule(length, matcher(shown, length.max()), shown);
  }

  /**
   * A text that is too long counts as matching a regular expression, which it could keep busy for
   * ever.
   */
  private static Predicate<String> matcher(String pattern, long longest) {
    if (pattern.equals(ResourceName.PATTERN)) {
      return ResourceName::matches;
    }
    Predicate<String> matcher = Pattern.compile(pattern).asMatchPredicate();
    return text -> text.length() > longest || matcher.test(text);
  }

  static Rule oneOf(List<String> values) {
    return (value, path, failures) -> {
      if (!values.contains(value)) {
        failures.add(value, path, ShapeErrors.oneOf(values));
      }
    };
  }

  /** The pattern is reported before the length (tables.md §7.11). */
  @Override
  public void check(Object value, Path path, Failures failures) {
    String text = (String) value;
    if (!matcher.test(text)) {
      failures.add(value, path, ShapeErrors.pattern(shownPattern));
    }
    failures.addLength(text.length(), length, value, path);
  }
}
