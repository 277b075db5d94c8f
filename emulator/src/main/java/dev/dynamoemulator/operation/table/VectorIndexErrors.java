package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * What is wrong with the definition of a vector index (vector-search.md §1.8). Inferred texts
 * follow those of secondary indexes.
 */
final class VectorIndexErrors {

  private VectorIndexErrors() {}

  static DynamoDbException onDemandRequired() {
    return invalid("Vector indexes are only supported for PAY_PER_REQUEST tables");
  }

  static DynamoDbException undefinedSearchAttribute() {
    return invalid("One element in SearchSchema is not defined in attribute definitions");
  }

  static DynamoDbException dimensionsOutOfRange(int maximum) {
    return invalid("Number of dimensions must be between 1 and " + maximum + " inclusive.");
  }

  static DynamoDbException tooManyIndexes(int limit) {
    return invalid("VectorIndex count exceeds the per-table limit of " + limit);
  }

  static DynamoDbException conflictingDimensions(String attribute) {
    return invalid(
        "Conflicting attribute definition for '"
            + attribute
            + "'. All VectorIndexes on the same vector attribute must use the same dimensions.");
  }

  /** Inferred: a vector attribute has no scalar type. */
  static DynamoDbException vectorAttributeDefined(String attribute) {
    return invalid(
        "Conflicting attribute definition for '"
            + attribute
            + "'. A vector attribute must not be defined in AttributeDefinitions.");
  }

  /** Inferred. */
  static DynamoDbException repeatedSearchAttribute() {
    return invalid("Two elements in SearchSchema have the same name");
  }

  /** Inferred. */
  static DynamoDbException noVectorIndexes() {
    return invalid("List of VectorIndexes is empty");
  }

  /** Inferred. */
  static DynamoDbException updateWithoutAction() {
    return invalid("One of VectorIndexUpdate.Create, VectorIndexUpdate.Delete must not be null");
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation("One or more parameter values were invalid: " + fault);
  }
}
