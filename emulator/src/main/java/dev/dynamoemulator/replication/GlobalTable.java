package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tables of one account and name in several regions that replicate to each other. Immutable.
 *
 * @param replicas all members, in the order in which they joined
 * @param witness null when there is none
 */
public record GlobalTable(
    Key key,
    GlobalTableVersion version,
    Consistency consistency,
    Instant created,
    List<Replica> replicas,
    Witness witness) {

  /** What a global table is found by. */
  public record Key(String account, String tableName) {}

  public GlobalTable {
    replicas = List.copyOf(replicas);
  }

  /** A global table of the legacy version, which is being made of existing tables. */
  public static GlobalTable legacy(
      String account, String tableName, Instant now, List<String> regions) {
    return new GlobalTable(
        new Key(account, tableName),
        GlobalTableVersion.LEGACY,
        Consistency.EVENTUAL,
        now,
        regions.stream().map(region -> Replica.creating(region, ReplicaOverrides.NONE)).toList(),
        null);
  }

  public String name() {
    return key.tableName();
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

  /** The account and that region. */
  public Namespace namespaceOf(String region) {
    return new Namespace(key.account(), region);
  }

  GlobalTable with(Replica added) {
    return withReplicas(Stream.concat(replicas.stream(), Stream.of(added)).toList());
  }

  /** The same without the replica of that region. */
  public GlobalTable without(String region) {
    return withReplicas(others(region));
  }

  GlobalTable with(Witness changed) {
    return new GlobalTable(key, version, consistency, created, replicas, changed);
  }

  /** The same with what the change makes of the region's replica. */
  GlobalTable change(String region, UnaryOperator<Replica> change) {
    return withReplicas(
        replicas.stream()
            .map(replica -> replica.region().equals(region) ? change.apply(replica) : replica)
            .toList());
  }

  private GlobalTable withReplicas(List<Replica> changed) {
    return new GlobalTable(key, version, consistency, created, changed, witness);
  }
}
