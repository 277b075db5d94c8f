package dev.dynamoemulator.transfer.format;

import dev.dynamoemulator.json.ValueErrors;
import dev.dynamoemulator.model.AttributeValueErrors;
import dev.dynamoemulator.model.InvalidNumberException;
import java.io.IOException;

/**
 * What the log of an import says of items that cannot be read. Faults of values are those of
 * PutItem; the other texts are inferred.
 */
final class FormatErrors {

  static final String NESTED_TOO_DEEP = AttributeValueErrors.nestedTooDeep();
  static final String NO_ITEM = "The line has no member Item";
  static final String MALFORMED_JSON = "The line is not a JSON object";
  static final String MALFORMED_ITEM = "The member Item is not a map of attribute values";

  private FormatErrors() {}

  static String number(InvalidNumberException fault, String text) {
    return ValueErrors.number(fault, text).text();
  }

  static String ionType(Object type) {
    return "Ion values of type " + type + " have no counterpart in DynamoDB";
  }

  static String setMember(Object type) {
    return "A set has a member of type " + type;
  }

  static String columns(int expected, int actual) {
    return "The line has " + actual + " columns, the header has " + expected;
  }

  static String base64(String column) {
    return "The value of column " + column + " is not Base64";
  }

  static IOException lineTooLong(int limit) {
    return new IOException("A line has more than " + limit + " bytes");
  }

  static IOException malformed(RuntimeException cause) {
    return new IOException("The rest of the object cannot be read: " + cause.getMessage(), cause);
  }
}
