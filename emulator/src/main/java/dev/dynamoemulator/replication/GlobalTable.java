package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tables of one name in several regions that replicate to each other. Immutable.
 *
 * @param id tells it from all others, also of the same name
 * @param replicas all members, in the order in which they joined; no two are in one region
 * @param witness null when there is none
 */
public record GlobalTable(
    String id,
    String name,
    GlobalTableVersion version,
    Consistency consistency,
    Instant created,
    List<Replica> replicas,
    Witness witness) {

  public GlobalTable {
    replicas = List.copyOf(replicas);
  }

  /** A global table of the legacy version, which is being made of existing tables. */
  public static GlobalTable legacy(
      String id, String tableName, Instant now, List<Namespace> regions) {
    return new GlobalTable(
        id,
        tableName,
        GlobalTableVersion.LEGACY,
        Consistency.EVENTUAL,
        now,
        regions.stream().map(Replica::creating).toList(),
        null);
  }

  /** The replica in that region, or null. */
  public Replica replica(String region) {
    for (Replica replica : replicas) {
      if (replica.region().equals(region)) {
        return replica;
      }
    }
    return null;
  }

  /** All replicas but that of the region. */
  public List<Replica> others(String region) {
    return replicas.stream().filter(replica -> !replica.region().equals(region)).toList();
  }

  public boolean isCurrent() {
    return version == GlobalTableVersion.CURRENT;
  }

  public boolean isStrong() {
    return consistency == Consistency.STRONG;
  }

  /** Whether no replica is coming or going. */
  public boolean isSettled() {
    return replicas.stream().allMatch(replica -> replica.status() == ReplicaStatus.ACTIVE);
  }

  /**
   * Whether too few replicas are left. One of the legacy version may have a single one: Terraform's
   * acceptance test of aws_dynamodb_global_table begins with one region and adds another, and waits
   * for the end of the global table after it has removed the last.
   */
  boolean isOver() {
    return isCurrent() ? replicas.size() < 2 : replicas.isEmpty();
  }

  /** Whether its replicas belong to several accounts (control-plane.md §9.11). */
  public boolean isAcrossAccounts() {
    String first = replicas.get(0).namespace().account();
    return replicas.stream().anyMatch(replica -> !replica.namespace().account().equals(first));
  }

  /** Whether the account has one of its replicas. */
  public boolean isOf(String account) {
    return replicas.stream().anyMatch(replica -> replica.namespace().account().equals(account));
  }

  /** The account and region of the region's replica. */
  public Namespace namespaceOf(String region) {
    return replica(region).namespace();
  }

  GlobalTable with(Replica added) {
    return withReplicas(Stream.concat(replicas.stream(), Stream.of(added)).toList());
  }

  /** The same without the replica of that region. */
  public GlobalTable without(String region) {
    return withReplicas(others(region));
  }

  GlobalTable with(Witness changed) {
    return new GlobalTable(id, name, version, consistency, created, replicas, changed);
  }

  /** The same with what the change makes of the region's replica. */
  GlobalTable change(String region, UnaryOperator<Replica> change) {
    return withReplicas(
        replicas.stream()
            .map(replica -> replica.region().equals(region) ? change.apply(replica) : replica)
            .toList());
  }

  private GlobalTable withReplicas(List<Replica> changed) {
    return new GlobalTable(id, name, version, consistency, created, changed, witness);
  }
}
