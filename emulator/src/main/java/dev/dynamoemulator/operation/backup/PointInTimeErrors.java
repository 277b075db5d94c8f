package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.model.DynamoDbException;

/** What is wrong with a request to restore to a point in time. All texts are inferred. */
final class PointInTimeErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private PointInTimeErrors() {}

  static DynamoDbException noSource() {
    return invalid("One of SourceTableName or SourceTableArn must be specified");
  }

  static DynamoDbException twoSources() {
    return invalid("Only one of SourceTableName or SourceTableArn can be specified");
  }

  static DynamoDbException noMoment() {
    return invalid("One of RestoreDateTime or UseLatestRestorableTime must be specified");
  }

  static DynamoDbException twoMoments() {
    return invalid("RestoreDateTime cannot be specified when UseLatestRestorableTime is true");
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation(INVALID + fault);
  }
}
