package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.ReplicaChange;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.SettingsReplication;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableReference;
import java.util.List;

/**
 * The replica of another account's table, as CreateTable defines it: a few settings of its own, and
 * all others of its source (control-plane.md §9.11).
 *
 * @param source the table that it is made of
 */
record AccountReplica(TableReference source, TableSettings settings) {

  private static final String SOURCE = "GlobalTableSourceArn";

  /** What all replicas have in common. */
  private static final List<String> SETTINGS_OF_SOURCE =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "LocalSecondaryIndexes",
          "GlobalSecondaryIndexes",
          "VectorIndexes",
          "BillingMode",
          "ProvisionedThroughput",
          "OnDemandThroughput",
          "WarmThroughput",
          "StreamSpecification");

  /** Where the replica and its source are, and what works on them. */
  record Parts(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableReplicas replicas,
      Environment environment) {}

  static boolean isMeant(Struct input) {
    return input.has(SOURCE);
  }

  static AccountReplica checked(Request request) {
    Struct input = request.input();
    String arn = input.string(SOURCE);
    TableReference source = TableReference.of(arn);
    if (!source.isArn()) {
      throw TagErrors.invalidArn(arn);
    }
    for (String member : SETTINGS_OF_SOURCE) {
      if (input.has(member)) {
        throw AccountReplicaErrors.settingOfSource(member);
      }
    }
    TableSettings settings = TableSettings.checked(input);
    if (settings.settingsReplication() != SettingsReplication.ENABLED) {
      throw AccountReplicaErrors.modeRequired();
    }
    if (!source.tableName().equals(TableReference.of(input.string("TableName")).tableName())) {
      throw AccountReplicaErrors.otherName(source.tableName());
    }
    if (source.namespace().account().equals(request.namespace().account())) {
      throw AccountReplicaErrors.sameAccount();
    }
    return new AccountReplica(source, settings);
  }

  /** Looks for the source. The policies of the two accounts allow and refuse nothing. */
  Table sourceTable(Parts parts) {
    if (!parts.replicas().areSupported()) {
      throw UpdateTableErrors.noRegions();
    }
    Table table = parts.catalogue().find(source.namespace(), source.tableName());
    if (table == null) {
      throw TableErrors.tableNotFound(source.tableName());
    }
    return table;
  }

  /** The new table in state CREATING. */
  TableDescription describe(Parts parts, Table table, Namespace owner) {
    TableDescriptionBuilder creating = parts.replicas().replicaOf(table.description(), owner);
    settings.applyTo(creating, owner, parts.environment().ids());
    return creating.build();
  }

  /**
   * Makes the table and fills it.
   *
   * @return the global table at the beginning of that
   */
  GlobalTable create(Parts parts, Table table, Namespace owner, TableDescription creating) {
    ReplicaChange change = ReplicaChange.joining(owner);
    parts
        .lifecycle()
        .update(
            table,
            current -> {
              new AccountReplicaChecks(table, current, parts.replicas(), owner).check();
              return parts.replicas().begin(table, current, change);
            });
    GlobalTable begun = parts.replicas().of(owner, creating.name());
    if (begun == null) {
      // Another request has deleted the source since it was found.
      throw TableErrors.tableNotFound(source.tableName());
    }
    parts.replicas().create(begun, creating, owner);
    return begun;
  }
}
