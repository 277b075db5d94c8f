package dev.dynamoemulator.policy;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What the operations on policies refuse (control-plane.md §7). Texts marked as inferred have only
 * their code from the service; they are worded as IAM words the same fault.
 */
public final class PolicyErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String INVALID_DOCUMENT = INVALID + "Invalid policy document: ";

  private PolicyErrors() {}

  /** Nothing attached. What follows the colon is inferred. */
  public static DynamoDbException notFound(String arn) {
    return notFoundBecause(arn);
  }

  /** The text is that of moto. */
  static DynamoDbException unexpectedPolicy(String tableName, String revisionId) {
    return notFoundBecause(
        "Requested policy update expecting none to be present for table "
            + tableName
            + ", but a policy exists with revision id "
            + revisionId
            + ".");
  }

  /** The text is that of moto. */
  static DynamoDbException otherRevision(String expected, String tableName, String revisionId) {
    return notFoundBecause(
        "Requested update for policy with revision id "
            + expected
            + ", but the policy associated to target table "
            + tableName
            + " has revision id "
            + revisionId
            + ".");
  }

  private static DynamoDbException notFoundBecause(String reason) {
    return DynamoDbException.of(
        ErrorCode.POLICY_NOT_FOUND,
        "Resource-based policy not found for the provided ResourceArn: " + reason);
  }

  /** Inferred. */
  public static DynamoDbException pendingUpdate(String arn) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_IN_USE,
        "Attempt to change a resource which is still in use: There is a pending previous"
            + " resource-based policy update for the resource: "
            + arn);
  }

  /** As for tags, whose operations name their resource in the same way. */
  public static DynamoDbException invalidArn(String arn) {
    return DynamoDbException.validation(
        "Invalid TableArn: Invalid ResourceArn provided as input " + arn);
  }

  /** Inferred. */
  static DynamoDbException tooLarge(int limit) {
    return DynamoDbException.validation(
        INVALID + "Resource-based policy document exceeds the maximum size of " + limit + " bytes");
  }

  /** Inferred. */
  static DynamoDbException malformedJson() {
    return invalidDocument("This policy contains invalid Json");
  }

  /** Inferred. */
  static DynamoDbException syntaxError() {
    return invalidDocument("Syntax errors in policy.");
  }

  /** Inferred. */
  static DynamoDbException unknownVersion() {
    return invalidDocument("The policy document version is not supported.");
  }

  /** Inferred. */
  static DynamoDbException missingField(String field) {
    return invalidDocument("Missing required field " + field);
  }

  /** Inferred. */
  static DynamoDbException invalidEffect(Object effect) {
    return invalidDocument("Invalid effect: " + effect);
  }

  /** Inferred. */
  static DynamoDbException duplicateSid(String sid) {
    return invalidDocument("Statement IDs (SID) in a single policy must be unique: " + sid);
  }

  static DynamoDbException invalidPrincipal() {
    return DynamoDbException.validation(INVALID + "Invalid principal in policy document.");
  }

  static DynamoDbException invalidActions(Collection<String> actions) {
    return invalidDocument(
        "The following action names are invalid: "
            + actions.stream().map(action -> '"' + action + '"').collect(Collectors.joining(", ")));
  }

  /** Inferred from the text for actions. */
  static DynamoDbException invalidResources(Collection<String> resources) {
    return invalidDocument(
        "The following resources are invalid: "
            + resources.stream()
                .map(resource -> '"' + resource + '"')
                .collect(Collectors.joining(", ")));
  }

  /** Inferred. */
  static DynamoDbException locksCallerOut() {
    return DynamoDbException.validation(
        INVALID
            + "The new resource-based policy will not allow you to update the resource-based policy"
            + " in the future.");
  }

  private static DynamoDbException invalidDocument(String fault) {
    return DynamoDbException.validation(INVALID_DOCUMENT + fault);
  }
}
