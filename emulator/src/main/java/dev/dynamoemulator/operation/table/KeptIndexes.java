package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The indexes of a source that a restored table keeps: all, or those that the request repeats as
 * they are (control-plane.md §1.3 rule 4).
 */
final class KeptIndexes {

  private static final String LOCAL = "LocalSecondaryIndexOverride";
  private static final String GLOBAL = "GlobalSecondaryIndexOverride";

  private KeptIndexes() {}

  /**
   * @param wanted null for all
   */
  static List<LocalIndex> local(List<IndexDefinition> wanted, List<LocalIndex> present) {
    if (wanted == null) {
      return present;
    }
    List<LocalIndex> kept = new ArrayList<>();
    for (IndexDefinition definition : wanted) {
      LocalIndex index =
          present.stream()
              .filter(candidate -> candidate.name().equals(definition.name()))
              .findFirst()
              .orElseThrow(() -> RestoreErrors.unknownIndex(LOCAL, definition.name()));
      checkSame(LOCAL, definition, index.key(), index.projection());
      kept.add(index);
    }
    return kept;
  }

  /**
   * An index that is being deleted is not there any more.
   *
   * @param wanted null for all
   */
  static List<GlobalIndex> global(List<IndexDefinition> wanted, List<GlobalIndex> present) {
    List<GlobalIndex> lasting =
        present.stream().filter(index -> index.status() != IndexStatus.DELETING).toList();
    if (wanted == null) {
      return lasting;
    }
    List<GlobalIndex> kept = new ArrayList<>();
    for (IndexDefinition definition : wanted) {
      GlobalIndex index =
          lasting.stream()
              .filter(candidate -> candidate.name().equals(definition.name()))
              .findFirst()
              .orElseThrow(() -> RestoreErrors.unknownIndex(GLOBAL, definition.name()));
      checkSame(GLOBAL, definition, index.key(), index.projection());
      kept.add(index);
    }
    return kept;
  }

  private static void checkSame(
      String member, IndexDefinition wanted, KeySchema key, Projection projection) {
    if (!names(wanted, true).equals(names(key.partitionKey()))
        || !names(wanted, false).equals(names(key.sortKey()))
        || !isSame(wanted.projection().toProjection(), projection)) {
      throw RestoreErrors.differentIndex(member, wanted.name());
    }
  }

  private static List<String> names(IndexDefinition index, boolean isHash) {
    return KeyElement.names(
        index.key().stream().filter(element -> element.isHash() == isHash).toList());
  }

  private static List<String> names(List<KeyAttribute> attributes) {
    return attributes.stream().map(KeyAttribute::name).toList();
  }

  private static boolean isSame(Projection one, Projection other) {
    return one.type() == other.type()
        && new HashSet<>(one.nonKeyAttributes()).equals(new HashSet<>(other.nonKeyAttributes()));
  }

  /** The capacity that the request names for an index. */
  static CapacityRequest capacity(List<IndexDefinition> wanted, String indexName) {
    return wanted == null
        ? CapacityRequest.NONE
        : wanted.stream()
            .filter(definition -> definition.name().equals(indexName))
            .map(IndexDefinition::capacity)
            .findFirst()
            .orElse(CapacityRequest.NONE);
  }
}
