package dev.dynamoemulator.replication;

import dev.dynamoemulator.model.Namespace;
import java.util.List;

/**
 * What a checked UpdateTable asks for in other regions.
 *
 * @param consistency null when it is not mentioned
 * @param createdWitness a region; null for none
 * @param deletedWitness a region; null for none
 */
public record ReplicaChange(
    List<Settings> created,
    List<Settings> updated,
    List<String> deleted,
    Consistency consistency,
    String createdWitness,
    String deletedWitness) {

  /** Asks for nothing. */
  public static final ReplicaChange NONE =
      new ReplicaChange(List.of(), List.of(), List.of(), null, null, null);

  /** What a region's replica is to have of its own. */
  public record Settings(Namespace namespace, ReplicaOverrides overrides) {

    public String region() {
      return namespace.region();
    }
  }

  /** Asks for a replica in that account and region. */
  public static ReplicaChange joining(Namespace namespace) {
    return new ReplicaChange(
        List.of(new Settings(namespace, ReplicaOverrides.NONE)),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  public boolean isPresent() {
    return !equals(NONE);
  }
}
