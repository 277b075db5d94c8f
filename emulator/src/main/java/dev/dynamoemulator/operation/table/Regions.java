package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The regions of the service, and which of them can share a table. */
public final class Regions {

  private static final Set<String> KNOWN =
      Set.of(
          ("us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 ca-west-1 mx-central-1 sa-east-1"
                  + " eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-central-2 eu-north-1 eu-south-1"
                  + " eu-south-2 af-south-1 il-central-1 me-central-1 me-south-1 ap-east-1 ap-east-2"
                  + " ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2"
                  + " ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5"
                  + " ap-southeast-6 ap-southeast-7 cn-north-1 cn-northwest-1 us-gov-east-1"
                  + " us-gov-west-1")
              .split(" "));

  /** Strong consistency stays within one of these (GlobalTableWitnessUpdates in the API model). */
  private static final List<Set<String>> STRONG_SETS =
      List.of(
          Set.of("us-east-1", "us-east-2", "us-west-2"),
          Set.of("eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1"),
          Set.of("ap-northeast-1", "ap-northeast-2", "ap-northeast-3"));

  private Regions() {}

  /**
   * Whether the other region exists and is in the same partition. A caller whose own region is made
   * up may make up others.
   */
  public static boolean areNeighbours(String local, String other) {
    if (!KNOWN.contains(local)) {
      return true;
    }
    return KNOWN.contains(other) && partition(local).equals(partition(other));
  }

  private static String partition(String region) {
    return new Namespace("", region).partition();
  }

  /** Whether a table can be strongly consistent over these regions. */
  static boolean allowStrongConsistency(String local, Collection<String> others) {
    return !KNOWN.contains(local)
        || STRONG_SETS.stream().anyMatch(set -> set.contains(local) && set.containsAll(others));
  }
}
