package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/**
 * What the operations on global tables refuse (control-plane.md §9.12, §10). Of all texts but those
 * of the constraints only the code is known.
 */
final class GlobalTableErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private GlobalTableErrors() {}

  static DynamoDbException globalTableNotFound(String name) {
    return DynamoDbException.of(
        ErrorCode.GLOBAL_TABLE_NOT_FOUND, "Global table with name: '" + name + "' does not exist.");
  }

  static DynamoDbException globalTableAlreadyExists(String name) {
    return DynamoDbException.of(
        ErrorCode.GLOBAL_TABLE_ALREADY_EXISTS,
        "Global table with name: '" + name + "' already exists.");
  }

  static DynamoDbException tableNotFound(String name) {
    return DynamoDbException.of(ErrorCode.TABLE_NOT_FOUND, "Table not found: " + name);
  }

  static DynamoDbException replicaNotFound() {
    return DynamoDbException.of(
        ErrorCode.REPLICA_NOT_FOUND,
        "Update global table operation failed because one or more replicas were not part of the"
            + " global table.");
  }

  static DynamoDbException replicaAlreadyExists() {
    return DynamoDbException.of(
        ErrorCode.REPLICA_ALREADY_EXISTS,
        "Update global table operation failed because one or more replicas are already part of the"
            + " global table.");
  }

  static DynamoDbException indexNotFound(String index) {
    return DynamoDbException.of(
        ErrorCode.INDEX_NOT_FOUND, "The table does not have the specified index: " + index);
  }

  /** A limit of this emulator, not of the service. */
  static DynamoDbException noRegions() {
    return DynamoDbException.validation(
        "Global tables are not supported by this emulator while all regions share one database");
  }

  static DynamoDbException noReplicas() {
    return invalid("ReplicationGroup must name at least one region");
  }

  static DynamoDbException regionNamedTwice(String region) {
    return invalid("Region is named more than once: " + region);
  }

  static DynamoDbException missingRegion() {
    return invalid("RegionName must not be null");
  }

  static DynamoDbException unknownRegion(String region) {
    return invalid("Region " + region + " is not a valid region for a replica");
  }

  static DynamoDbException notOneReplicaAction() {
    return invalid("One of ReplicaUpdate.Create, ReplicaUpdate.Delete must not be null");
  }

  static DynamoDbException noReplicaUpdates() {
    return invalid("ReplicaUpdates must contain at least one update");
  }

  static DynamoDbException tableNotEmpty(String region) {
    return invalid("The table must be empty in region " + region);
  }

  static DynamoDbException tableNotActive(String region) {
    return invalid("The table must be active in region " + region);
  }

  static DynamoDbException streamWithoutBothImages(String region) {
    return invalid(
        "The table must have a stream with StreamViewType NEW_AND_OLD_IMAGES in region " + region);
  }

  static DynamoDbException tablesDiffer(String what, String region) {
    return invalid("The table must have the same " + what + " in region " + region);
  }

  static DynamoDbException tableIsReplica(String region) {
    return invalid("The table is already part of a global table in region " + region);
  }

  static DynamoDbException nothingToChange() {
    return DynamoDbException.validation("At least one setting to update is required");
  }

  static DynamoDbException unitsOfOnDemand() {
    return invalid(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
            + " PAY_PER_REQUEST");
  }

  static DynamoDbException scalingOfUnknownReplica() {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: the table has no replica in a region of the request");
  }

  static DynamoDbException scalingOfUnknownIndex(String index) {
    return DynamoDbException.of(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: the table does not have the specified index: " + index);
  }

  static DynamoDbException scalingBoundsReversed() {
    return invalid("MinimumUnits must not be greater than MaximumUnits");
  }

  /** By Application Auto Scaling (control-plane.md §10). */
  static DynamoDbException targetOutOfBounds() {
    return invalid("TargetValue must be between 20 and 90");
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation(INVALID + fault);
  }
}
