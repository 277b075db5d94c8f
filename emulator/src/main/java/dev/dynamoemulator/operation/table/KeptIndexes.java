package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.LocalIndex;
import dev.dynamoemulator.table.OnlineIndex;
import dev.dynamoemulator.table.Projection;
import dev.dynamoemulator.table.VectorIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The indexes of a source that a restored table keeps: all, or those that the request repeats as
 * they are (control-plane.md §1.3 rule 4). An index that is being deleted is not there any more.
 */
final class KeptIndexes {

  private KeptIndexes() {}

  /**
   * @param wanted null for all
   */
  static List<LocalIndex> local(List<IndexDefinition> wanted, List<LocalIndex> present) {
    return kept(
        "LocalSecondaryIndexOverride",
        wanted,
        IndexDefinition::name,
        present,
        LocalIndex::name,
        (request, index) -> isSame(request, index.key(), index.projection()));
  }

  /**
   * @param wanted null for all
   */
  static List<GlobalIndex> global(List<IndexDefinition> wanted, List<GlobalIndex> present) {
    return kept(
        "GlobalSecondaryIndexOverride",
        wanted,
        IndexDefinition::name,
        lasting(present),
        GlobalIndex::name,
        (request, index) -> isSame(request, index.key(), index.projection()));
  }

  /**
   * @param wanted null for all
   */
  static List<VectorIndex> vector(List<VectorIndexRequest> wanted, List<VectorIndex> present) {
    return kept(
        "VectorIndexOverride",
        wanted,
        VectorIndexRequest::name,
        lasting(present),
        VectorIndex::name,
        (request, index) -> request.asksFor(index.definition()));
  }

  static <I extends OnlineIndex> List<I> lasting(List<I> indexes) {
    return indexes.stream().filter(index -> index.status() != IndexStatus.DELETING).toList();
  }

  private static <R, I> List<I> kept(
      String member,
      List<R> wanted,
      Function<R, String> wantedName,
      List<I> present,
      Function<I, String> name,
      BiPredicate<R, I> isSame) {
    if (wanted == null) {
      return present;
    }
    List<I> kept = new ArrayList<>();
    for (R request : wanted) {
      String indexName = wantedName.apply(request);
      I index =
          present.stream()
              .filter(candidate -> name.apply(candidate).equals(indexName))
              .findFirst()
              .orElseThrow(() -> RestoreErrors.unknownIndex(member, indexName));
      if (!isSame.test(request, index)) {
        throw RestoreErrors.differentIndex(member, indexName);
      }
      kept.add(index);
    }
    return kept;
  }

  private static boolean isSame(IndexDefinition wanted, KeySchema key, Projection projection) {
    return names(wanted, true).equals(names(key.partitionKey()))
        && names(wanted, false).equals(names(key.sortKey()))
        && isSame(wanted.projection().toProjection(), projection);
  }

  private static List<String> names(IndexDefinition index, boolean isHash) {
    return KeyElement.names(
        index.key().stream().filter(element -> element.isHash() == isHash).toList());
  }

  private static List<String> names(List<KeyAttribute> attributes) {
    return attributes.stream().map(KeyAttribute::name).toList();
  }

  static boolean isSame(Projection one, Projection other) {
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
