package dev.dynamoemulator.model;

/**
 * What is wrong with an attribute name (data-model.md §3), as a bare text: whether and how it is
 * wrapped depends on the parameter that holds the name.
 */
public final class AttributeNameErrors {

  private static final int MOST_BYTES = 65_535;

  private AttributeNameErrors() {}

  /** The fault of the name; null when it has none. */
  public static String faultOf(String name) {
    if (name.isEmpty()) {
      return empty();
    }
    // A character takes three bytes at most; a surrogate pair takes four.
    boolean isShort = name.length() <= MOST_BYTES / 3;
    return isShort || Utf8.length(name) <= MOST_BYTES ? null : tooLong();
  }

  /** Inferred, as DynamoDB Local words it. */
  private static String empty() {
    return "Empty attribute name";
  }

  private static String tooLong() {
    return "Attribute name is too large, must be less than 65536 bytes";
  }
}
