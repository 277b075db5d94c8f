package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import java.time.Instant;

/**
 * A table as a member of a global table.
 *
 * @param namespace the account and region of the table
 * @param seeded when it last was the source of a new replica; null when it never was
 */
public record Replica(
    Namespace namespace, ReplicaStatus status, ReplicaOverrides overrides, Instant seeded) {

  static Replica creating(Namespace namespace) {
    return creating(namespace, ReplicaOverrides.NONE);
  }

  static Replica creating(Namespace namespace, ReplicaOverrides overrides) {
    return new Replica(namespace, ReplicaStatus.CREATING, overrides, null);
  }

  public String region() {
    return namespace.region();
  }

  Replica withStatus(ReplicaStatus changed) {
    return new Replica(namespace, changed, overrides, seeded);
  }

  Replica withOverrides(ReplicaOverrides changed) {
    return new Replica(namespace, status, changed, seeded);
  }

  Replica seededAt(Instant time) {
    return new Replica(namespace, status, overrides, time);
  }

  /** Whether it takes part in replication. */
  boolean isMember() {
    return status != ReplicaStatus.DELETING;
  }
}
