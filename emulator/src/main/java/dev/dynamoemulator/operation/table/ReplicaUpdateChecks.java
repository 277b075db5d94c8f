package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.replication.Consistency;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.ReplicaChange;
import dev.dynamoemulator.replication.ReplicaOverrides;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.table.SettingsReplication;
import dev.dynamoemulator.table.StreamViewType;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an update may do to the replicas of an existing table (tables.md §9). */
final class ReplicaUpdateChecks {

  private static final int STRONG_REGIONS = 3;

  private final Table table;
  private final TableDescription current;
  private final TableReplicas replicas;
  private final ReplicaChange change;
  private final GlobalTable globalTable;

  ReplicaUpdateChecks(
      Table table, TableDescription current, TableReplicas replicas, ReplicaChange change) {
    this.table = table;
    this.current = current;
    this.replicas = replicas;
    this.change = change;
    this.globalTable = replicas.of(table.namespace(), table.name());
  }

  void check(TableUpdateRequest update) {
    checkSupported();
    checkSettled();
    checkStreamStays(update.stream());
    checkVersion();
    checkSettingsReplication(update);
    checkExist();
    checkNew();
    checkWriteCapacity();
    checkOverrides();
    checkStream(update.stream());
    checkConsistency();
    checkStrongTable();
    checkStrongRegions();
    checkDeletable();
  }

  private void checkSupported() {
    if (change.isPresent() && !replicas.areSupported()) {
      throw UpdateTableErrors.noRegions();
    }
  }

  /** One change of a global table at a time: the others' state counts, too. */
  private void checkSettled() {
    if (change.isPresent()) {
      TableState.checkSettled(current);
    }
    if (globalTable != null && !globalTable.isSettled()) {
      throw TableErrors.tableIsBeingUpdated(table.name());
    }
  }

  private void checkStreamStays(StreamSetting setting) {
    boolean isNeeded = globalTable != null && !globalTable.isStrong();
    if (isNeeded && setting != null && !setting.isEnabled()) {
      throw UpdateTableErrors.streamNeededByReplicas();
    }
  }

  private void checkVersion() {
    if (change.isPresent() && globalTable != null && !globalTable.isCurrent()) {
      throw UpdateTableErrors.legacyGlobalTable();
    }
  }

  /** Within one account the mode is fixed, and over several each replica is its owner's. */
  private void checkSettingsReplication(TableUpdateRequest update) {
    if (globalTable != null && update.settingsReplication() != null) {
      throw AccountReplicaErrors.modeOfGlobalTable();
    }
    SettingsReplication mode =
        update.settingsReplication() == null
            ? current.settingsReplication()
            : update.settingsReplication();
    if (change.isPresent() && mode == SettingsReplication.ENABLED) {
      throw AccountReplicaErrors.replicaUpdates();
    }
  }

  private void checkExist() {
    Stream.concat(
            change.updated().stream().map(ReplicaChange.Settings::region),
            change.deleted().stream())
        .forEach(
            region -> {
              if (globalTable == null || globalTable.replica(region) == null) {
                throw UpdateTableErrors.replicaNotFound();
              }
            });
    String witness = change.deletedWitness();
    if (witness != null
        && (globalTable == null
            || globalTable.witness() == null
            || !globalTable.witness().region().equals(witness))) {
      throw UpdateTableErrors.replicaNotFound();
    }
  }

  private void checkNew() {
    for (ReplicaChange.Settings created : change.created()) {
      if (replicas.isTaken(created.namespace(), table.name())) {
        throw UpdateTableErrors.replicaAlreadyExists(table.name());
      }
    }
  }

  private void checkWriteCapacity() {
    if (!change.created().isEmpty()
        && !current.billing().isOnDemand()
        && !replicas.scalesWrites(table)) {
      throw UpdateTableErrors.writeCapacityNotScalable();
    }
  }

  private void checkOverrides() {
    Stream.concat(change.created().stream(), change.updated().stream())
        .map(ReplicaChange.Settings::overrides)
        .forEach(this::checkOverrides);
  }

  private void checkOverrides(ReplicaOverrides overrides) {
    boolean isOnDemand = current.billing().isOnDemand();
    if (isOnDemand && overrides.readUnits() != null) {
      throw UpdateTableErrors.overrideOfOtherMode("ProvisionedThroughputOverride");
    }
    if (!isOnDemand && overrides.maxReadUnits() != null) {
      throw UpdateTableErrors.overrideOfOtherMode("OnDemandThroughputOverride");
    }
    for (ReplicaOverrides.OfIndex index : overrides.indexes()) {
      if (current.globalIndex(index.indexName()) == null) {
        throw UpdateTableErrors.overrideOfUnknownIndex(index.indexName());
      }
    }
  }

  private void checkStream(StreamSetting setting) {
    boolean isEnabled = current.stream() != null && current.stream().isEnabled();
    StreamViewType viewType =
        isEnabled ? current.stream().viewType() : setting == null ? null : setting.viewType();
    if (!change.created().isEmpty()
        && change.consistency() != Consistency.STRONG
        && viewType != null
        && viewType != StreamViewType.NEW_AND_OLD_IMAGES) {
      throw UpdateTableErrors.streamWithoutBothImages();
    }
  }

  private void checkConsistency() {
    boolean grows = !change.created().isEmpty() || change.createdWitness() != null;
    if (globalTable == null) {
      return;
    }
    if (change.consistency() != null && change.consistency() != globalTable.consistency()) {
      throw UpdateTableErrors.consistencyIsFinal();
    }
    if (globalTable.isStrong() && grows) {
      throw UpdateTableErrors.strongRegionsAreFinal();
    }
  }

  private void checkStrongTable() {
    if (change.consistency() != Consistency.STRONG) {
      return;
    }
    if (!replicas.isEmpty(table)) {
      throw UpdateTableErrors.strongTableNotEmpty();
    }
    if (!current.localIndexes().isEmpty()) {
      throw UpdateTableErrors.strongTableWithLocalIndex();
    }
    if (current.timeToLive().isOn()) {
      throw UpdateTableErrors.strongTableWithTimeToLive();
    }
  }

  /** Three replicas or two and a witness come together, and go together. */
  private void checkStrongRegions() {
    if (change.consistency() == Consistency.STRONG) {
      List<String> others = new ArrayList<>();
      change.created().forEach(created -> others.add(created.region()));
      if (change.createdWitness() != null) {
        others.add(change.createdWitness());
      }
      if (others.size() != STRONG_REGIONS - 1) {
        throw UpdateTableErrors.notThreeStrongRegions();
      }
      if (!Regions.allowStrongConsistency(table.namespace().region(), others)) {
        throw UpdateTableErrors.strongRegionsTooFar();
      }
    } else if (globalTable != null && globalTable.isStrong()) {
      int others = globalTable.others(table.namespace().region()).size();
      boolean goes = !change.deleted().isEmpty() || change.deletedWitness() != null;
      boolean goesWhole =
          change.deleted().size() == others
              && (globalTable.witness() == null) == (change.deletedWitness() == null);
      if (goes && !goesWhole) {
        throw UpdateTableErrors.strongRegionsAreFinal();
      }
    }
  }

  private void checkDeletable() {
    for (String region : change.deleted()) {
      if (replicas.wasSource(globalTable.replica(region))) {
        throw UpdateTableErrors.replicaWasSource();
      }
      Table other = replicas.table(globalTable, region);
      if (other != null) {
        TableState.checkDeletable(other.description());
      }
    }
  }
}
