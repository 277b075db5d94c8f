package dev.dynamoemulator.replication;

/** The states of a replica or a witness that the emulator knows (tables.md §5). */
public enum ReplicaStatus {
  CREATING,
  ACTIVE,
  DELETING
}
