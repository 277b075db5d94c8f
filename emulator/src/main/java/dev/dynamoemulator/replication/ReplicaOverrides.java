package dev.dynamoemulator.replication;

import dev.dynamoemulator.table.TableClass;
import java.util.ArrayList;
import java.util.List;

/**
 * What a replica has of its own instead of following the table that it was made of. A member is
 * null where it follows (tables.md §9).
 *
 * @param keyId {@code KMSMasterKeyId}
 * @param readUnits provisioned read capacity
 * @param maxReadUnits the maximum of on-demand mode
 */
public record ReplicaOverrides(
    String keyId, Long readUnits, Long maxReadUnits, TableClass tableClass, List<OfIndex> indexes) {

  public static final ReplicaOverrides NONE =
      new ReplicaOverrides(null, null, null, null, List.of());

  private static final OfIndex NO_INDEX = new OfIndex(null, null, null);

  public ReplicaOverrides {
    indexes = List.copyOf(indexes);
  }

  /** The same of a global index. */
  public record OfIndex(String indexName, Long readUnits, Long maxReadUnits) {}

  /** The overrides of that index; without any when it follows. */
  OfIndex index(String indexName) {
    return indexes.stream()
        .filter(index -> index.indexName().equals(indexName))
        .findFirst()
        .orElse(NO_INDEX);
  }

  /** These where given, else the former ones. */
  ReplicaOverrides over(ReplicaOverrides former) {
    List<OfIndex> merged = new ArrayList<>(indexes);
    for (OfIndex index : former.indexes()) {
      if (index(index.indexName()) == NO_INDEX) {
        merged.add(index);
      }
    }
    return new ReplicaOverrides(
        keyId == null ? former.keyId() : keyId,
        readUnits == null ? former.readUnits() : readUnits,
        maxReadUnits == null ? former.maxReadUnits() : maxReadUnits,
        tableClass == null ? former.tableClass() : tableClass,
        merged);
  }
}
