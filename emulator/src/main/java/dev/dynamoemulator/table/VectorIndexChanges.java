package dev.dynamoemulator.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What an update asks of the vector indexes of a table. There is no changing of one
 * (vector-search.md §2.4).
 *
 * @param created new indexes, in state CREATING
 * @param deleted the names of indexes to delete
 */
public record VectorIndexChanges(List<VectorIndex> created, List<String> deleted) {

  public static final VectorIndexChanges NONE = new VectorIndexChanges(List.of(), List.of());

  boolean isEmpty() {
    return created.isEmpty() && deleted.isEmpty();
  }

  List<VectorIndex> applyTo(List<VectorIndex> current) {
    List<VectorIndex> indexes = new ArrayList<>();
    for (VectorIndex index : current) {
      indexes.add(
          deleted.contains(index.name())
              ? index.withStatus(IndexStatus.DELETING).withBackfill(Backfill.NONE)
              : index);
    }
    indexes.addAll(created);
    return indexes;
  }
}
