package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Utf8;

/** The questions that conditions ask of values (expressions.md §5.1, §5.2; legacy.md §6). */
public final class AttributeValues {

  /** What {@link #size} answers for values that have none. */
  public static final int NO_SIZE = -1;

  /** The levels that an attribute's value may have, a scalar counting as one. */
  static final int LEVELS = 32;

  private AttributeValues() {}

  /** Whether both exist, are of the same type and of one that has an order: S, N or B. */
  public static boolean areComparable(AttributeValue one, AttributeValue other) {
    return one != null && other != null && one.type() == other.type() && one.type().isKeyType();
  }

  /**
   * Orders two strings by their UTF-8 bytes, two numbers by value or two binaries by unsigned bytes
   * (data-model.md §4.2). Only to be called for values that {@link #areComparable}.
   */
  public static int compare(AttributeValue one, AttributeValue other) {
    if (one instanceof AttributeValue.S string) {
      return Utf8.compare(string.value(), ((AttributeValue.S) other).value());
    }
    if (one instanceof AttributeValue.N number) {
      return number.value().compareTo(((AttributeValue.N) other).value());
    }
    return ((AttributeValue.B) one).value().compareTo(((AttributeValue.B) other).value());
  }

  /** Whether both exist and are equal (data-model.md §7). */
  public static boolean areEqual(AttributeValue one, AttributeValue other) {
    return one != null && one.equals(other);
  }

  /** Whether both are strings or both binary and the one starts with the other. */
  public static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    if (value instanceof AttributeValue.S string) {
      return prefix instanceof AttributeValue.S start && string.value().startsWith(start.value());
    }
    return value instanceof AttributeValue.B binary
        && prefix instanceof AttributeValue.B start
        && binary.value().startsWith(start.value());
  }

  /**
   * Whether a string or binary holds the part, a set the member or a list an equal element. False
   * for other types and when either is null.
   */
  public static boolean contains(AttributeValue value, AttributeValue part) {
    if (value == null || part == null) {
      return false;
    }
    return switch (value.type()) {
      case S ->
          part instanceof AttributeValue.S string
              && ((AttributeValue.S) value).value().contains(string.value());
      case B ->
          part instanceof AttributeValue.B binary
              && ((AttributeValue.B) value).value().contains(binary.value());
      case SS ->
          part instanceof AttributeValue.S string
              && ((AttributeValue.SS) value).members().contains(string.value());
      case NS ->
          part instanceof AttributeValue.N number
              && ((AttributeValue.NS) value).members().contains(number.value());
      case BS ->
          part instanceof AttributeValue.B binary
              && ((AttributeValue.BS) value).members().contains(binary.value());
      case L -> ((AttributeValue.L) value).elements().contains(part);
      case N, BOOL, NULL, M -> false;
    };
  }

  /**
   * What the function {@code size} gives: UTF-16 units of a string, bytes of a binary, members of a
   * set, elements of a list, entries of a map; {@link #NO_SIZE} for other types and for null.
   */
  public static int size(AttributeValue value) {
    if (value == null) {
      return NO_SIZE;
    }
    return switch (value.type()) {
      case S -> ((AttributeValue.S) value).value().length();
      case B -> ((AttributeValue.B) value).value().length();
      case SS -> ((AttributeValue.SS) value).members().size();
      case NS -> ((AttributeValue.NS) value).members().size();
      case BS -> ((AttributeValue.BS) value).members().size();
      case L -> ((AttributeValue.L) value).elements().size();
      case M -> ((AttributeValue.M) value).entries().size();
      case N, BOOL, NULL -> NO_SIZE;
    };
  }

  /**
   * Checks a value that a request brings along by itself (data-model.md §5).
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when it has more than 32 levels
   */
  public static void checkNesting(AttributeValue value) {
    if (isDeeperThan(LEVELS, value)) {
      throw EvaluationErrors.nestingTooDeep();
    }
  }

  /** Whether the value has more levels than given, a scalar having one. */
  static boolean isDeeperThan(int levels, AttributeValue value) {
    if (levels < 1) {
      return true;
    }
    if (value instanceof AttributeValue.L list) {
      return anyIsDeeperThan(levels - 1, list.elements());
    }
    return value instanceof AttributeValue.M map
        && anyIsDeeperThan(levels - 1, map.entries().values());
  }

  private static boolean anyIsDeeperThan(int levels, Iterable<AttributeValue> values) {
    for (AttributeValue value : values) {
      if (isDeeperThan(levels, value)) {
        return true;
      }
    }
    return false;
  }

  /** The value as the BETWEEN messages show it, such as {@code {S:a}}. */
  static String describe(AttributeValue value) {
    Object content =
        value instanceof AttributeValue.S string
            ? string.value()
            : value instanceof AttributeValue.N number
                ? number.value()
                : ((AttributeValue.B) value).value();
    return "{" + value.type() + ":" + content + "}";
  }
}
