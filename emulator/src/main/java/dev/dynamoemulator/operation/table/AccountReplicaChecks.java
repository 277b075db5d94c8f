package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.table.SettingsReplication;
import dev.dynamoemulator.table.StreamViewType;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableState;

/** What a table must be like to get a replica in another account (control-plane.md §9.11). */
final class AccountReplicaChecks {

  private final Table source;
  private final TableDescription current;
  private final TableReplicas replicas;
  private final Namespace replica;
  private final GlobalTable globalTable;

  /**
   * @param replica the account and region that the replica is to be in
   */
  AccountReplicaChecks(
      Table source, TableDescription current, TableReplicas replicas, Namespace replica) {
    this.source = source;
    this.current = current;
    this.replicas = replicas;
    this.replica = replica;
    this.globalTable = replicas.of(source.namespace(), source.name());
  }

  void check() {
    TableState.checkSettled(current);
    checkGlobalTableSettled();
    checkEnabled();
    checkAccounts();
    checkRegions();
    checkWriteCapacity();
    checkStream();
    checkNew();
  }

  private void checkGlobalTableSettled() {
    if (globalTable != null && !globalTable.isSettled()) {
      throw TableErrors.tableIsBeingUpdated(source.name());
    }
  }

  private void checkEnabled() {
    if (globalTable != null && !globalTable.isAcrossAccounts()) {
      throw AccountReplicaErrors.sourceOfOneAccount();
    }
    if (current.settingsReplication() != SettingsReplication.ENABLED) {
      throw AccountReplicaErrors.sourceNotEnabled();
    }
  }

  /** Every replica belongs to an account of its own. */
  private void checkAccounts() {
    if (globalTable != null && globalTable.isOf(replica.account())) {
      throw AccountReplicaErrors.accountTaken(replica.account());
    }
  }

  private void checkRegions() {
    String region = replica.region();
    if (!Regions.areNeighbours(source.namespace().region(), region)) {
      throw UpdateTableErrors.unknownRegion(region);
    }
    boolean isTaken =
        globalTable == null
            ? source.namespace().region().equals(region)
            : globalTable.replica(region) != null;
    if (isTaken) {
      throw AccountReplicaErrors.regionTaken(region);
    }
  }

  private void checkWriteCapacity() {
    if (!current.billing().isOnDemand() && !replicas.scalesWrites(source)) {
      throw UpdateTableErrors.writeCapacityNotScalable();
    }
  }

  private void checkStream() {
    boolean isEnabled = current.stream() != null && current.stream().isEnabled();
    if (isEnabled && current.stream().viewType() != StreamViewType.NEW_AND_OLD_IMAGES) {
      throw UpdateTableErrors.streamWithoutBothImages();
    }
  }

  private void checkNew() {
    if (replicas.isTaken(replica, source.name())) {
      throw TableErrors.tableAlreadyExists(source.name());
    }
  }
}
