package dev.dynamoemulator.model;

/**
 * What is wrong with attribute values (data-model.md §5, §6), as bare texts: whether and how they
 * are wrapped depends on where the value stands.
 */
public final class AttributeValueErrors {

  private AttributeValueErrors() {}

  /** A text or the result of a calculation that is no number. */
  public static String number(InvalidNumberException fault) {
    return switch (fault.reason()) {
      case SYNTAX -> "The parameter cannot be converted to a numeric value";
      case OVERFLOW ->
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range";
      case UNDERFLOW ->
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range";
      case PRECISION -> "Attempting to store more than 38 significant digits in a Number";
    };
  }

  /** An item with more than 32 levels. */
  public static String nestedTooDeep() {
    return "Nesting Levels have exceeded supported limits: "
        + "Attributes in the item have nested levels beyond supported limit";
  }
}
