package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.Arn;
import dev.dynamoemulator.shape.Shape.Bounds;

/** The names of tables, indexes and backups, and the ARNs that may stand for a table's name. */
public final class ResourceName {

  static final String PATTERN = "[a-zA-Z0-9_.-]+";

  /** A reference to a table may be shorter than a table's name (protocol.md §6.4). */
  static final Bounds REFERENCE_LENGTH = new Bounds(1, 255);

  private static final Bounds NEW_TABLE_LENGTH = new Bounds(3, 255);
  private static final Bounds ARN_LENGTH = new Bounds(1, 1024);

  private static final String TABLE = "table/";

  private ResourceName() {}

  private static boolean isTableName(String name) {
    return NEW_TABLE_LENGTH.contain(name.length()) && matches(name);
  }

  static boolean matches(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNameCharacter(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }

  /**
   * Whether a {@code TableName} is {@code arn:<partition>:dynamodb:<region>:<account>:table/} and
   * the name of a table. The ARN of an index is none.
   */
  public static boolean isTableArn(String tableName) {
    Arn arn = Arn.parse(tableName);
    return arn != null
        && arn.isOfDynamoDb(TABLE)
        && isTableName(arn.resource().substring(TABLE.length()));
  }

  /** Whether the text can be sent where a table is referred to. */
  static boolean isTableReference(String text) {
    return isTableArn(text)
        ? text.length() <= ARN_LENGTH.max()
        : text.length() <= REFERENCE_LENGTH.max() && matches(text);
  }

  /** The rule of a reference to a table: at most one failure (protocol.md §6.5, §6.6). */
  static void checkReference(Object value, Path path, Failures failures) {
    String text = (String) value;
    if (checkReferenceLength(text, path, failures) && !isTableArn(text)) {
      checkPattern(text, path, failures);
    }
  }

  /** Whether it is in order. */
  static boolean checkReferenceLength(String text, Path path, Failures failures) {
    return hasLength(text, isTableArn(text) ? ARN_LENGTH : REFERENCE_LENGTH, path, failures);
  }

  /** A new table may be named by its ARN, too (the API model of CreateTable). */
  static void checkNewTableLength(Object value, Path path, Failures failures) {
    if (!isTableArn((String) value)) {
      hasLength((String) value, NEW_TABLE_LENGTH, path, failures);
    }
  }

  static void checkNewTablePattern(Object value, Path path, Failures failures) {
    if (!isTableArn((String) value)) {
      checkPattern(value, path, failures);
    }
  }

  private static void checkPattern(Object value, Path path, Failures failures) {
    if (!matches((String) value)) {
      failures.add(value, path, ShapeErrors.pattern(PATTERN));
    }
  }

  private static boolean hasLength(String text, Bounds length, Path path, Failures failures) {
    int before = failures.count();
    failures.addLength(text.length(), length, text, path);
    return failures.count() == before;
  }
}
