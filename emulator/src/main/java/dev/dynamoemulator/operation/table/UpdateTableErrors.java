package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.TableErrors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What UpdateTable refuses (tables.md §6.1, §9). Of inferred texts only the code is known. */
final class UpdateTableErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  /** As in {@code Tuesday, January 16, 2018 6:41:09 PM UTC}. */
  private static final DateTimeFormatter LONG_DATE = utc("EEEE, MMMM d, yyyy h:mm:ss a 'UTC'");

  /** As in {@code Tue Mar 12 11:48:05 UTC 2019}. */
  private static final DateTimeFormatter SHORT_DATE = utc("EEE MMM dd HH:mm:ss 'UTC' yyyy");

  private UpdateTableErrors() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }

  static DynamoDbException nothingToChange() {
    return DynamoDbException.validation(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
            + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
  }

  static DynamoDbException unitsRequired() {
    return invalid("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
  }

  static DynamoDbException indexUpdateWithoutAction() {
    return invalid(
        "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
            + " GlobalSecondaryIndexUpdate.Delete must not be null");
  }

  static DynamoDbException indexNamedTwice(String index) {
    return invalid(
        "Only one global secondary index update per index is allowed simultaneously. Index: "
            + index);
  }

  static DynamoDbException tooManyOnlineIndexes() {
    return TableErrors.limitExceeded(
        "Only 1 online index can be created or deleted simultaneously per table");
  }

  /** An update of an index that names nothing to change; found by DynamoDB Local's answer. */
  static DynamoDbException indexUnitsMissing() {
    return DynamoDbException.validation(
        "No provisioned throughput specified for the global secondary index");
  }

  static DynamoDbException indexUnitsOutOfBounds() {
    return DynamoDbException.validation(
        "This operation cannot be performed with given input values. Please contact DynamoDB"
            + " service team for more info: Action Blocked: IndexUpdate");
  }

  static DynamoDbException indexUnitsRequired(List<String> indexes) {
    return invalid(
        "ProvisionedThroughput must be specified for index: " + String.join(",", indexes));
  }

  static DynamoDbException unitsUnchanged(CapacityUnits units) {
    return unitsUnchanged("table", "table", units);
  }

  /** Inferred from the text for the table. */
  static DynamoDbException indexUnitsUnchanged(String index, CapacityUnits units) {
    return unitsUnchanged("index " + index, "index", units);
  }

  private static DynamoDbException unitsUnchanged(
      String resource, String kind, CapacityUnits units) {
    return DynamoDbException.validation(
        "The provisioned throughput for the "
            + resource
            + " will not change. The requested value equals the current value."
            + unitsComparison("ReadCapacityUnits", kind, units.read())
            + unitsComparison("WriteCapacityUnits", kind, units.write())
            + " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request"
            + " higher limits.");
  }

  private static String unitsComparison(String member, String kind, long units) {
    return " Current "
        + member
        + " provisioned for the "
        + kind
        + ": "
        + units
        + ". Requested "
        + member
        + ": "
        + units
        + ".";
  }

  static DynamoDbException streamAlreadyEnabled(String tableName) {
    return DynamoDbException.validation(
        "Table already has an enabled stream: TableName: " + tableName);
  }

  static DynamoDbException noStreamToDisable(String tableName) {
    return DynamoDbException.validation("Table has no stream to disable: TableName: " + tableName);
  }

  /** Inferred. */
  static DynamoDbException indexAlreadyExists() {
    return DynamoDbException.validation("Attempting to create an index which already exists");
  }

  static DynamoDbException tooManyGlobalIndexes(int limit) {
    return TableErrors.limitExceeded(
        "Number of global secondary indexes exceeds per-table limit of " + limit);
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException tooManyDecreases(int today, Instant last, Instant next) {
    return TableErrors.limitExceeded(
        "Provisioned throughput decreases are limited within a given UTC day. After the first 4"
            + " decreases, each subsequent decrease in the same UTC day can be performed at most"
            + " once every 3600 seconds. Number of decreases today: "
            + today
            + ". Last decrease at "
            + LONG_DATE.format(last)
            + ". Next decrease can be made at "
            + LONG_DATE.format(next));
  }

  /** Seen in reports of users of the service, of the time when the limit was one. */
  static DynamoDbException tooManySwitchesToOnDemand(int limit, Instant last, Instant next) {
    return tooManyUpdates("PayPerRequest mode", limit, "1 day(s)", last, next);
  }

  /** Inferred from that. */
  static DynamoDbException tooManyClassChanges(int limit, Instant last, Instant next) {
    return tooManyUpdates("TableClass", limit, "30 day(s)", last, next);
  }

  private static DynamoDbException tooManyUpdates(
      String setting, int limit, String window, Instant last, Instant next) {
    return TableErrors.limitExceeded(
        "Update to "
            + setting
            + " are limited to "
            + limit
            + " times in "
            + window
            + ". Last update at "
            + SHORT_DATE.format(last)
            + ". Next update can be made at "
            + SHORT_DATE.format(next));
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException alreadyEncryptedByKey() {
    return invalid("Table is already encrypted by given KMSMasterKeyId");
  }

  /** Likewise. */
  static DynamoDbException alreadyEncryptedByDefault() {
    return invalid("Table is already encrypted by default");
  }

  /** Inferred. */
  static DynamoDbException deletionProtectionChangedRecently() {
    return DynamoDbException.of(
        ErrorCode.THROTTLING,
        "Deletion protection of the table was changed recently. Try again later.");
  }

  static DynamoDbException localRegionInReplicaUpdates() {
    return DynamoDbException.validation(
        "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable,"
            + " DeleteTable, or UpdateTable as required.");
  }

  static DynamoDbException writeCapacityNotScalable() {
    return DynamoDbException.validation(
        "Table write capacity should either be Pay-Per-Request or AutoScaled.");
  }

  /** Inferred from the text for indexes. */
  static DynamoDbException notOneReplicaAction() {
    return invalid(
        "One of ReplicationGroupUpdate.Create, ReplicationGroupUpdate.Update,"
            + " ReplicationGroupUpdate.Delete must not be null");
  }

  /** Inferred likewise. */
  static DynamoDbException notOneWitnessAction() {
    return invalid(
        "One of GlobalTableWitnessGroupUpdate.Create, GlobalTableWitnessGroupUpdate.Delete must not"
            + " be null");
  }

  /** Inferred from the text for indexes. */
  static DynamoDbException regionNamedTwice(String region) {
    return invalid(
        "Only one replica update per region is allowed simultaneously. Region: " + region);
  }

  /** Inferred. */
  static DynamoDbException unknownRegion(String region) {
    return invalid("Region " + region + " is not a valid region for a replica");
  }

  /** A limit of this emulator, not of the service. */
  static DynamoDbException noRegions() {
    return DynamoDbException.validation(
        "Replicas are not supported by this emulator while all regions share one database");
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException replicaNotFound() {
    return DynamoDbException.validation(
        "Replica specified in the Replica Update or Replica Delete action of the request was not"
            + " found.");
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException replicaAlreadyExists(String tableName) {
    return DynamoDbException.validation(
        "Failed to create a the new replica of table with name: \u2018"
            + tableName
            + "\u2019 because one or more replicas already existed as tables.");
  }

  /** Seen in reports of users of the service. */
  static DynamoDbException replicaWasSource() {
    return DynamoDbException.validation(
        "Replica cannot be deleted because it has acted as a source region for new replica(s) being"
            + " added to the table in the last 24 hours.");
  }

  /** Inferred. */
  static DynamoDbException streamNeededByReplicas() {
    return invalid("The stream of a table with replicas cannot be disabled");
  }

  /** Inferred. */
  static DynamoDbException streamWithoutBothImages() {
    return invalid("A table with replicas needs a stream with StreamViewType NEW_AND_OLD_IMAGES");
  }

  /** Inferred. */
  static DynamoDbException legacyGlobalTable() {
    return invalid(
        "ReplicaUpdates is not supported for global tables of version 2017.11.29. Use"
            + " UpdateGlobalTable instead");
  }

  /** Inferred. */
  static DynamoDbException overrideOfOtherMode(String override) {
    return invalid(override + " does not fit the billing mode of the table");
  }

  /** Inferred. */
  static DynamoDbException overrideOfUnknownIndex(String index) {
    return invalid("The table does not have the specified index: " + index);
  }

  /** Inferred from the documentation of MultiRegionConsistency. */
  static DynamoDbException consistencyWithoutReplicas() {
    return invalid(
        "MultiRegionConsistency can only be specified together with a Create action in"
            + " ReplicaUpdates");
  }

  /** Inferred. */
  static DynamoDbException witnessWithoutStrongConsistency() {
    return invalid(
        "GlobalTableWitnessUpdates can only create a witness when MultiRegionConsistency is STRONG");
  }

  /** Inferred. */
  static DynamoDbException consistencyIsFinal() {
    return invalid("MultiRegionConsistency of a global table cannot be changed");
  }

  /** Inferred. */
  static DynamoDbException strongRegionsAreFinal() {
    return invalid(
        "Replicas and witness of a global table with multi-Region strong consistency can only be"
            + " removed all at once");
  }

  /** Inferred. */
  static DynamoDbException strongTableNotEmpty() {
    return invalid("A table must be empty to be configured for multi-Region strong consistency");
  }

  /** Inferred. */
  static DynamoDbException strongTableWithLocalIndex() {
    return invalid(
        "Local secondary indexes are not supported with multi-Region strong consistency");
  }

  /** Inferred. */
  static DynamoDbException strongTableWithTimeToLive() {
    return invalid("Time to live is not supported with multi-Region strong consistency");
  }

  /** Inferred. */
  static DynamoDbException notThreeStrongRegions() {
    return invalid(
        "Multi-Region strong consistency needs exactly three regions: three replicas, or two replicas"
            + " and a witness");
  }

  /** Inferred. */
  static DynamoDbException strongRegionsTooFar() {
    return invalid("The regions are not in one Region set of multi-Region strong consistency");
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation(INVALID + fault);
  }
}
