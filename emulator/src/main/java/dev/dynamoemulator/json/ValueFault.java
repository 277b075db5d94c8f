package dev.dynamoemulator.json;

/**
 * What is wrong with an attribute value by itself (data-model.md §3, §6).
 *
 * @param text as the service words it; whether and how it is wrapped depends on the parameter that
 *     holds the value
 */
public record ValueFault(Kind kind, String text) {

  /** The rules that a value can break. */
  public enum Kind {
    NO_DATATYPE,
    INVALID_NUMBER,
    FALSE_NULL,
    EMPTY_STRING_SET,
    EMPTY_NUMBER_SET,
    EMPTY_BINARY_SET,
    DUPLICATE_MEMBERS,
    SEVERAL_DATATYPES,
    INVALID_ATTRIBUTE_NAME
  }
}
