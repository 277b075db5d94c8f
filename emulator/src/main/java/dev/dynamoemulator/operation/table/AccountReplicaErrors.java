package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;

/**
 * What is refused of global tables of several accounts (control-plane.md §9.11). The rules are
 * those of the API model and the developer guide; all texts are inferred.
 */
final class AccountReplicaErrors {

  private static final String INVALID = "One or more parameter values were invalid: ";

  private AccountReplicaErrors() {}

  static DynamoDbException modeOfNewTable(String mode) {
    return invalid(
        "GlobalTableSettingsReplicationMode of a new table can only be ENABLED, but was " + mode);
  }

  static DynamoDbException modeOfOneAccount() {
    return invalid(
        "GlobalTableSettingsReplicationMode can only be set to ENABLED or DISABLED with UpdateTable");
  }

  static DynamoDbException modeRequired() {
    return invalid(
        "GlobalTableSettingsReplicationMode must be ENABLED when GlobalTableSourceArn is specified");
  }

  static DynamoDbException modeOfGlobalTable() {
    return invalid("GlobalTableSettingsReplicationMode of a table with replicas cannot be changed");
  }

  static DynamoDbException settingOfSource(String member) {
    return invalid(member + " cannot be specified when GlobalTableSourceArn is specified");
  }

  static DynamoDbException otherName(String sourceName) {
    return invalid("The replica must have the name of the source table: " + sourceName);
  }

  static DynamoDbException sameAccount() {
    return invalid(
        "GlobalTableSourceArn must be the ARN of a table in another account. Use ReplicaUpdates of"
            + " UpdateTable to add a replica in the same account");
  }

  static DynamoDbException sourceNotEnabled() {
    return invalid(
        "GlobalTableSettingsReplicationMode of the source table must be ENABLED to add a replica in"
            + " another account");
  }

  static DynamoDbException sourceOfOneAccount() {
    return invalid("The source table has replicas in its own account");
  }

  static DynamoDbException accountTaken(String account) {
    return invalid("The global table already has a replica in account " + account);
  }

  static DynamoDbException regionTaken(String region) {
    return invalid("The global table already has a replica in Region " + region);
  }

  static DynamoDbException replicaUpdates() {
    return invalid(
        "ReplicaUpdates is not supported for a table whose GlobalTableSettingsReplicationMode is"
            + " ENABLED. Create and delete replicas in the accounts that own them");
  }

  private static DynamoDbException invalid(String rest) {
    return DynamoDbException.validation(INVALID + rest);
  }
}
