package dev.dynamoemulator.json;

import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.InvalidNumberException;
import dev.dynamoemulator.model.Wording;
import java.util.List;
import java.util.StringJoiner;

/**
 * The faults of attribute values (data-model.md §6) as bare texts: whether and how one is wrapped
 * depends on the parameter that holds the value.
 */
public final class ValueErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private ValueErrors() {}

  public static String empty() {
    return "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
  }

  public static String severalDatatypes() {
    return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
        + " the supported datatypes";
  }

  /**
   * Whether the fault is one of those that an ExclusiveStartKey wraps into a text of its own:
   * data-model.md §6, rows 1, 7, 8, 10 and 14.
   */
  public static boolean isWrappedByStartKey(String fault) {
    return fault.equals(empty())
        || fault.equals(falseNull())
        || fault.equals(emptyStringSet())
        || fault.equals(emptyBinarySet())
        || fault.equals(severalDatatypes());
  }

  /** An {@code N} that is none. */
  public static String number(InvalidNumberException fault, String text) {
    return switch (fault.reason()) {
      case SYNTAX -> text.isEmpty() ? notNumeric() : notNumeric() + ": " + text;
      case OVERFLOW ->
          "Number overflow. Attempting to store a number with magnitude larger than supported"
              + " range";
      case UNDERFLOW ->
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range";
      case PRECISION -> "Attempting to store more than 38 significant digits in a Number";
    };
  }

  /** A member of an {@code NS} that is no number; the newer wording shows an empty one too. */
  static String setNumber(InvalidNumberException fault, String text, Wording wording) {
    return text.isEmpty() ? wording.choose(notNumeric() + ": ", notNumeric()) : number(fault, text);
  }

  private static String notNumeric() {
    return "The parameter cannot be converted to a numeric value";
  }

  static String falseNull() {
    return INVALID + "Null attribute value types must have the value of true";
  }

  static String emptyStringSet() {
    return INVALID + "An string set  may not be empty";
  }

  static String emptyNumberSet() {
    return INVALID + "An number set  may not be empty";
  }

  static String emptyBinarySet() {
    return INVALID + "Binary sets should not be empty";
  }

  static String duplicateStrings(List<String> members, Wording wording) {
    return INVALID + "Input collection " + list(members, wording) + " contains duplicates.";
  }

  static String duplicateNumbers() {
    return "Input collection contains duplicates";
  }

  static String duplicateBinaries(List<Binary> members, Wording wording) {
    return INVALID
        + "Input collection "
        + list(members, wording)
        + "of type BS contains duplicates.";
  }

  private static String list(List<?> members, Wording wording) {
    String quote = wording.choose("\"", "");
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (Object member : members) {
      list.add(quote + member + quote);
    }
    return list.toString();
  }
}
