package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.ArrayList;
import java.util.List;

/** The wording of constraint failures (protocol.md §6). */
public final class ShapeErrors {

  private ShapeErrors() {}

  /** All failures of one request in a single exception. */
  static DynamoDbException failures(List<String> failures) {
    return DynamoDbException.validation(
        failures.size()
            + (failures.size() == 1
                ? " validation error detected: "
                : " validation errors detected: ")
            + String.join("; ", failures));
  }

  /**
   * A required member that is missing, where an operation's own checks come first.
   *
   * @param path as it is to be shown, such as {@code tags}
   */
  public static DynamoDbException missingMember(String path) {
    return failures(List.of(failure("null", path, notNull())));
  }

  static DynamoDbException missingTableName() {
    return DynamoDbException.validation(
        "The parameter 'TableName' is required but was not present in the request");
  }

  /**
   * A failure that is reported alone and shows no value.
   *
   * @param path in the case of the wire, such as {@code Limit}
   */
  static DynamoDbException soleFailure(String path, String constraint) {
    return failures(List.of("Value at '" + path + "' failed to satisfy constraint: " + constraint));
  }

  /**
   * @param value as shown, with its quotes
   */
  static String failure(String value, String path, String constraint) {
    return "Value " + value + " at '" + path + "' failed to satisfy constraint: " + constraint;
  }

  static String notNull() {
    return "Member must not be null";
  }

  static String lengthAtLeast(long length) {
    return "Member must have length greater than or equal to " + length;
  }

  static String lengthAtMost(long length) {
    return "Member must have length less than or equal to " + length;
  }

  static String valueAtLeast(long value) {
    return "Member must have value greater than or equal to " + value;
  }

  static String valueAtMost(long value) {
    return "Member must have value less than or equal to " + value;
  }

  static String pattern(String pattern) {
    return "Member must satisfy regular expression pattern: " + pattern;
  }

  static String oneOf(List<String> values) {
    return "Member must satisfy enum value set: " + values;
  }

  static String mapKeys(Bounds length, String pattern) {
    List<String> constraints = lengths(length);
    constraints.add(pattern(pattern));
    return "Map keys must satisfy constraint: " + constraints;
  }

  static String mapValues(Bounds length) {
    return "Map value must satisfy constraint: " + lengths(length);
  }

  private static List<String> lengths(Bounds length) {
    List<String> constraints = new ArrayList<>();
    constraints.add(lengthAtMost(length.max()));
    constraints.add(lengthAtLeast(length.min()));
    return constraints;
  }
}
