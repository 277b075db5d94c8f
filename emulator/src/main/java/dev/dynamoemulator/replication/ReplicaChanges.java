package dev.dynamoemulator.replication;

import dev.dynamoemulator.table.Table;
import java.time.Instant;
import java.util.List;

/** What global tables become when a change of their replicas begins or is complete. */
final class ReplicaChanges {

  private ReplicaChanges() {}

  /** A global table whose only replica is the table itself. */
  static GlobalTable found(String id, Table table, Consistency consistency, Instant now) {
    return new GlobalTable(
        id,
        table.name(),
        GlobalTableVersion.CURRENT,
        consistency == null ? Consistency.EVENTUAL : consistency,
        now,
        List.of(new Replica(table.namespace(), ReplicaStatus.ACTIVE, ReplicaOverrides.NONE, null)),
        null);
  }

  static GlobalTable begin(
      GlobalTable globalTable, String local, ReplicaChange change, Instant now) {
    GlobalTable begun = globalTable;
    for (ReplicaChange.Settings created : change.created()) {
      begun =
          begun
              .with(Replica.creating(created.namespace(), created.overrides()))
              .change(local, source -> source.seededAt(now));
    }
    for (ReplicaChange.Settings updated : change.updated()) {
      begun =
          begun.change(
              updated.region(),
              replica -> replica.withOverrides(updated.overrides().over(replica.overrides())));
    }
    for (String region : change.deleted()) {
      begun = begun.change(region, replica -> replica.withStatus(ReplicaStatus.DELETING));
    }
    if (change.createdWitness() != null) {
      begun = begun.with(new Witness(change.createdWitness(), ReplicaStatus.CREATING));
    }
    if (change.deletedWitness() != null) {
      begun = begun.with(new Witness(change.deletedWitness(), ReplicaStatus.DELETING));
    }
    return begun;
  }

  /** The region's replica takes part; the witness does when all replicas do. */
  static GlobalTable activated(GlobalTable globalTable, String region) {
    GlobalTable activated =
        globalTable.change(region, replica -> replica.withStatus(ReplicaStatus.ACTIVE));
    Witness witness = activated.witness();
    return witness != null && activated.isSettled()
        ? activated.with(new Witness(witness.region(), ReplicaStatus.ACTIVE))
        : activated;
  }
}
