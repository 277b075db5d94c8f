package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.table.ProjectionType;
import java.util.Collection;
import java.util.HashSet;

/**
 * What is wrong with the definition of a table or an index (tables.md §3.3, §4). Texts marked as
 * inferred have only their code from the service.
 */
final class TableDefinitionErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String INVALID_KEY = "Invalid KeySchema: ";

  private TableDefinitionErrors() {}

  static DynamoDbException unitsNotAllowed() {
    return invalid(
        "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
            + " PAY_PER_REQUEST");
  }

  static DynamoDbException unitsRequired() {
    return invalid(
        "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
            + " PROVISIONED");
  }

  /**
   * @param place empty for a table, or {@code " for index "} and the name of an index
   */
  static DynamoDbException unitsOutOfBounds(String member, long units, String place) {
    return DynamoDbException.validation(
        "Given value " + units + " for " + member + " is out of bounds" + place);
  }

  static DynamoDbException keysOutnumberDefinitions() {
    return invalidKey("Some index key attribute have no definition");
  }

  static DynamoDbException undefinedKeys(Collection<String> keys, Collection<String> definitions) {
    return invalid(
        "Some index key attributes are not defined in AttributeDefinitions. Keys: "
            + set(keys)
            + ", AttributeDefinitions: "
            + set(definitions));
  }

  static DynamoDbException sameHashAndRangeKey() {
    return DynamoDbException.validation(
        "Both the Hash Key and the Range Key element in the KeySchema have the same name");
  }

  static DynamoDbException firstElementNotHash() {
    return invalidKey("The first KeySchemaElement is not a HASH key type");
  }

  static DynamoDbException secondElementNotRange() {
    return invalidKey("The second KeySchemaElement is not a RANGE key type");
  }

  static DynamoDbException hashAfterRange() {
    return invalidKey("All HASH key attributes must precede RANGE key attributes in the KeySchema");
  }

  static DynamoDbException tooManyHashAttributes() {
    return invalidKey("The KeySchema exceeds the maximum allowed number of HASH key attributes");
  }

  static DynamoDbException tooManyRangeAttributes() {
    return invalidKey("The KeySchema exceeds the maximum allowed number of RANGE key attributes");
  }

  /** Inferred; DynamoDB Local 2.6.1 refuses them, too. */
  static DynamoDbException duplicateDefinition(String attribute) {
    return invalid("Duplicate AttributeName in AttributeDefinitions: " + attribute);
  }

  static DynamoDbException definitionsDoNotMatchKeys() {
    return invalid(
        "Number of attributes in KeySchema does not exactly match number of attributes defined in"
            + " AttributeDefinitions");
  }

  static DynamoDbException unusedDefinitions(
      Collection<String> definitions, Collection<String> keys) {
    return invalid(
        "Some AttributeDefinitions are not used. AttributeDefinitions: "
            + set(definitions)
            + ", keys used: "
            + set(keys));
  }

  static DynamoDbException noLocalIndexes() {
    return invalid("List of LocalSecondaryIndexes is empty");
  }

  static DynamoDbException tableWithoutRangeKey() {
    return invalid(
        "Table KeySchema does not have a range key, which is required when specifying a"
            + " LocalSecondaryIndex");
  }

  static DynamoDbException indexWithoutRangeKey(String index) {
    return invalid("Index KeySchema does not have a range key for index: " + index);
  }

  static DynamoDbException otherHashKey(String index, String indexKey, String tableKey) {
    return invalid(
        "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
            + index
            + ". index hash key: "
            + indexKey
            + ", table hash key: "
            + tableKey);
  }

  static DynamoDbException unknownProjectionType() {
    return invalid("Unknown ProjectionType: null");
  }

  static DynamoDbException unexpectedNonKeyAttributes(ProjectionType type) {
    return invalid("ProjectionType is " + type + ", but NonKeyAttributes is specified");
  }

  static DynamoDbException missingNonKeyAttributes() {
    return invalid("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
  }

  /** Inferred likewise. */
  static DynamoDbException duplicateNonKeyAttribute(String attribute) {
    return invalid("Duplicate AttributeName in NonKeyAttributes: " + attribute);
  }

  static DynamoDbException duplicateIndexName(String index) {
    return invalid("Duplicate index name: " + index);
  }

  static DynamoDbException tooManyLocalIndexes(int limit) {
    return invalid("Number of LocalSecondaryIndexes exceeds per-table limit of " + limit);
  }

  static DynamoDbException noGlobalIndexes() {
    return invalid("List of GlobalSecondaryIndexes is empty");
  }

  static DynamoDbException indexUnitsNotAllowed(String index) {
    return invalid(
        "ProvisionedThroughput should not be specified for index: "
            + index
            + " when BillingMode is PAY_PER_REQUEST");
  }

  static DynamoDbException indexUnitsRequired(String index) {
    return invalid("ProvisionedThroughput is not specified for index: " + index);
  }

  static DynamoDbException tooManyGlobalIndexes(int limit) {
    return invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + limit);
  }

  /** Inferred. */
  static DynamoDbException tooManyProjectedAttributes(int limit) {
    return invalid("Number of projected attributes exceeds the per-table limit of " + limit);
  }

  static DynamoDbException viewTypeOfDisabledStream() {
    return invalid(
        "Table is being created with a stream disabled, UpdateViewType should not be specified");
  }

  /** Inferred. */
  static DynamoDbException streamWithoutViewType() {
    return invalid("StreamViewType is required when StreamEnabled is true");
  }

  /** Inferred. */
  static DynamoDbException maximaNotAllowed() {
    return invalid(
        "Neither MaxReadRequestUnits nor MaxWriteRequestUnits can be specified when BillingMode is"
            + " PROVISIONED");
  }

  /** Inferred. */
  static DynamoDbException noMaxima() {
    return invalid(
        "At least one of MaxReadRequestUnits and MaxWriteRequestUnits is required in"
            + " OnDemandThroughput");
  }

  /**
   * The text of DynamoDB Local 2.6.1, which is formed as that for warm throughput.
   *
   * @param resource {@code table}, or {@code index} and its name
   */
  static DynamoDbException maximumOutOfRange(String member, String resource) {
    return invalid(
        "Requested "
            + member
            + " for OnDemandThroughput for "
            + resource
            + " is outside of valid range");
  }

  /** Inferred. */
  static DynamoDbException warmThroughputTooLow(String member, String resource) {
    return invalid(
        "Requested "
            + member
            + " for WarmThroughput for "
            + resource
            + " is lower than current WarmThroughput, decreasing WarmThroughput is not supported");
  }

  /** Inferred. */
  static DynamoDbException unsupportedEncryptionType(String type) {
    return invalid("SSEType " + type + " is not supported");
  }

  /** Inferred. */
  static DynamoDbException keyOfDisabledEncryption() {
    return invalid("KMSMasterKeyId can only be specified when SSE is enabled");
  }

  /** The service prints a hash set: the order is neither that of the request nor alphabetical. */
  private static String set(Collection<String> names) {
    return new HashSet<>(names).toString();
  }

  private static DynamoDbException invalid(String fault) {
    return DynamoDbException.validation(INVALID + fault);
  }

  private static DynamoDbException invalidKey(String fault) {
    return DynamoDbException.validation(INVALID_KEY + fault);
  }
}
