package dev.dynamoemulator.replication;

/** A region that keeps a strongly consistent table's changes, but no table. */
public record Witness(String region, ReplicaStatus status) {}
