package dev.dynamoemulator.replication;

import java.time.Instant;

/**
 * A table as a member of a global table.
 *
 * @param seeded when it last was the source of a new replica; null when it never was
 */
public record Replica(
    String region, ReplicaStatus status, ReplicaOverrides overrides, Instant seeded) {

  static Replica creating(String region, ReplicaOverrides overrides) {
    return new Replica(region, ReplicaStatus.CREATING, overrides, null);
  }

  Replica withStatus(ReplicaStatus changed) {
    return new Replica(region, changed, overrides, seeded);
  }

  Replica withOverrides(ReplicaOverrides changed) {
    return new Replica(region, status, changed, seeded);
  }

  Replica seededAt(Instant time) {
    return new Replica(region, status, overrides, time);
  }

  /** Whether it takes part in replication. */
  boolean isMember() {
    return status != ReplicaStatus.DELETING;
  }
}
