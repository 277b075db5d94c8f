package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.shape.ShapeErrors;

/** What is wrong with tags or with the resource they belong to (tables.md §10). */
final class TagErrors {

  private TagErrors() {}

  static DynamoDbException missingArn() {
    return DynamoDbException.validation("Invalid TableArn");
  }

  static DynamoDbException invalidArn(String arn) {
    return DynamoDbException.validation(
        "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
  }

  /** The service keeps its misspelling. */
  static DynamoDbException resourceNotFound(String arn) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: ResourcArn: " + arn + " not found");
  }

  static DynamoDbException notAuthorized(String account, String operation, String arn) {
    return DynamoDbException.of(
        ErrorCode.ACCESS_DENIED,
        "User: arn:aws:iam::"
            + account
            + ":root is not authorized to perform: dynamodb:"
            + operation
            + " on resource: "
            + arn);
  }

  /**
   * @param list the wire name of the member
   */
  static DynamoDbException missingList(String list) {
    return ShapeErrors.missingMember(Character.toLowerCase(list.charAt(0)) + list.substring(1));
  }

  static DynamoDbException noTags() {
    return DynamoDbException.validation("Atleast one Tag needs to be provided as Input.");
  }

  static DynamoDbException noTagKeys() {
    return DynamoDbException.validation("Atleast one Tag Key needs to be provided as Input.");
  }

  /** Inferred. */
  static DynamoDbException reservedKey(String key) {
    return invalid("Tag keys with the prefix aws: are reserved: " + key);
  }

  /** Inferred. */
  static DynamoDbException duplicateKey(String key) {
    return invalid("Duplicate tag key: " + key);
  }

  /** The text of ScyllaDB Alternator, which follows the service's. */
  static DynamoDbException invalidKey() {
    return DynamoDbException.validation("The Tag Key provided is invalid string");
  }

  /** Likewise. */
  static DynamoDbException invalidValue() {
    return DynamoDbException.validation("The Tag Value provided is invalid string");
  }

  /** Likewise. */
  static DynamoDbException tooManyTags() {
    return DynamoDbException.validation(
        "Number of Tags exceed the current limit for the provided ResourceArn");
  }

  /** Inferred. */
  static DynamoDbException invalidToken() {
    return invalid("Invalid NextToken");
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation("One or more parameter values were invalid: " + fault);
  }
}
