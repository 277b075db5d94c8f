package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.model.DynamoDbException;

/** Faults of requests on items that are told by no other catalogue (items.md §2, §6, §8). */
final class ItemErrors {

  private ItemErrors() {}

  /** A value that breaks a rule of its own (data-model.md §6). */
  static DynamoDbException invalidValue(String fault) {
    return DynamoDbException.validation(fault);
  }

  static DynamoDbException onlyOldOrNoReturnValues() {
    return DynamoDbException.validation("ReturnValues can only be ALL_OLD or NONE");
  }

  static DynamoDbException noRequestItems(String operation) {
    return DynamoDbException.validation("The requestItems parameter is required for " + operation);
  }

  static DynamoDbException tooManyItems(String operation) {
    return DynamoDbException.validation("Too many items requested for the " + operation + " call");
  }

  static DynamoDbException duplicateKeys() {
    return DynamoDbException.validation("Provided list of item keys contains duplicates");
  }

  /** A write request that puts and deletes, or does neither. */
  static DynamoDbException notExactlyOneWrite() {
    return DynamoDbException.validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
  }

  /**
   * @param parameter ProjectionExpression or AttributesToGet
   * @param choice what Select chooses, as the message words it
   */
  static DynamoDbException projectionWithSelect(String parameter, String choice) {
    return DynamoDbException.validation(
        "Cannot specify the " + parameter + " when choosing to get " + choice);
  }

  static DynamoDbException projectedAttributesWithoutIndex() {
    return DynamoDbException.validation(
        "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  }

  static DynamoDbException noSpecificAttributes() {
    return DynamoDbException.validation(NO_SPECIFIC_ATTRIBUTES);
  }

  /** Query words it with the prefix of constraint failures in every region (protocol.md §8). */
  static DynamoDbException noSpecificAttributesInQuery() {
    return DynamoDbException.validation("1 validation error detected: " + NO_SPECIFIC_ATTRIBUTES);
  }

  private static final String NO_SPECIFIC_ATTRIBUTES =
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
          + " SPECIFIC_ATTRIBUTES";

  static DynamoDbException allAttributesOfPartialIndex(String index) {
    return DynamoDbException.validation(
        "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported"
            + " for global secondary index "
            + index
            + " because its projection type is not ALL");
  }

  static DynamoDbException noTotalSegments() {
    return DynamoDbException.validation(
        "The TotalSegments parameter is required but was not present in the request when Segment"
            + " parameter is present");
  }

  static DynamoDbException noSegment() {
    return DynamoDbException.validation(
        "The Segment parameter is required but was not present in the request when parameter"
            + " TotalSegments is present");
  }

  static DynamoDbException segmentOutOfRange(int segment, int totalSegments) {
    return DynamoDbException.validation(
        "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
            + " Segment: "
            + segment
            + " is not less than TotalSegments: "
            + totalSegments);
  }
}
