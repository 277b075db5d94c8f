package dev.dynamoemulator.json;

import dev.dynamoemulator.json.ValueFault.Kind;
import dev.dynamoemulator.model.AttributeNameErrors;
import dev.dynamoemulator.model.AttributeValueErrors;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.InvalidNumberException;
import dev.dynamoemulator.model.InvalidNumberException.Reason;
import dev.dynamoemulator.model.Wording;
import java.util.List;
import java.util.StringJoiner;

/** The faults of attribute values (data-model.md §3, §6). */
public final class ValueErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private ValueErrors() {}

  static ValueFault empty() {
    return new ValueFault(
        Kind.NO_DATATYPE,
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }

  static ValueFault severalDatatypes() {
    return new ValueFault(
        Kind.SEVERAL_DATATYPES,
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
  }

  /** An {@code N} that is none. */
  public static ValueFault number(InvalidNumberException fault, String text) {
    boolean isShown = fault.reason() == Reason.SYNTAX && !text.isEmpty();
    return invalidNumber(AttributeValueErrors.number(fault) + (isShown ? ": " + text : ""));
  }

  /** A member of an {@code NS} that is no number; the newer wording shows an empty one too. */
  public static ValueFault setNumber(InvalidNumberException fault, String text, Wording wording) {
    return text.isEmpty()
        ? invalidNumber(AttributeValueErrors.number(fault) + wording.choose(": ", ""))
        : number(fault, text);
  }

  private static ValueFault invalidNumber(String text) {
    return new ValueFault(Kind.INVALID_NUMBER, text);
  }

  static ValueFault falseNull() {
    return new ValueFault(
        Kind.FALSE_NULL, INVALID + "Null attribute value types must have the value of true");
  }

  public static ValueFault emptyStringSet() {
    return new ValueFault(Kind.EMPTY_STRING_SET, INVALID + "An string set  may not be empty");
  }

  public static ValueFault emptyNumberSet() {
    return new ValueFault(Kind.EMPTY_NUMBER_SET, INVALID + "An number set  may not be empty");
  }

  public static ValueFault emptyBinarySet() {
    return new ValueFault(Kind.EMPTY_BINARY_SET, INVALID + "Binary sets should not be empty");
  }

  public static ValueFault duplicateStrings(List<String> members, Wording wording) {
    return duplicates(
        INVALID + "Input collection " + list(members, wording) + " contains duplicates.");
  }

  public static ValueFault duplicateNumbers() {
    return duplicates("Input collection contains duplicates");
  }

  public static ValueFault duplicateBinaries(List<Binary> members, Wording wording) {
    return duplicates(
        INVALID + "Input collection " + list(members, wording) + "of type BS contains duplicates.");
  }

  private static ValueFault duplicates(String text) {
    return new ValueFault(Kind.DUPLICATE_MEMBERS, text);
  }

  /** What is wrong with a name in a map of values; null when nothing is. */
  public static ValueFault attributeName(String name) {
    String fault = AttributeNameErrors.faultOf(name);
    return fault == null ? null : new ValueFault(Kind.INVALID_ATTRIBUTE_NAME, fault);
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
