package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What descriptions become when what was under way is complete (tables.md §5, §6.2). */
final class Settlement {

  private Settlement() {}

  /**
   * A created or updated table becomes active with its new capacity. Of its indexes, those made
   * with it and those updated become active, too; a new one begins to be filled.
   */
  static TableDescription settled(TableDescription current, Instant now) {
    if (current.status() != TableStatus.CREATING && current.status() != TableStatus.UPDATING) {
      return current;
    }
    boolean wasSwitched = current.billing().isSwitching();
    Encryption encryption = current.encryption();
    Restoration restoration = current.restoration();
    return current
        .with()
        .status(TableStatus.ACTIVE)
        .billing(current.billing().settled(current.created(), now))
        .capacity(settledTableCapacity(current.capacity(), wasSwitched, now))
        .eachGlobalIndex(index -> settled(index, wasSwitched, now))
        .eachVectorIndex(Settlement::settled)
        .encryption(encryption == null ? null : encryption.settled())
        .restoration(restoration == null ? null : restoration.settled())
        .build();
  }

  private static Capacity settledTableCapacity(
      Capacity capacity, boolean wasSwitched, Instant now) {
    ProvisionedThroughput provisioned = capacity.provisioned().settled(now);
    return capacity
        .warmed()
        .withProvisioned(wasSwitched ? provisioned.withLastDecrease(null) : provisioned);
  }

  private static GlobalIndex settled(GlobalIndex index, boolean wasSwitched, Instant now) {
    ProvisionedThroughput provisioned = index.capacity().provisioned().settled(now);
    GlobalIndex settled =
        index.withCapacity(
            index
                .capacity()
                .warmed()
                .withProvisioned(wasSwitched ? provisioned.decreased(now) : provisioned));
    return switch (index.status()) {
      case UPDATING -> settled.withStatus(IndexStatus.ACTIVE);
      case CREATING ->
          index.backfill() == Backfill.NONE
              ? settled.withStatus(IndexStatus.ACTIVE)
              : settled.withBackfill(Backfill.RUNNING);
      case DELETING, ACTIVE -> settled;
    };
  }

  private static VectorIndex settled(VectorIndex index) {
    if (index.status() != IndexStatus.CREATING) {
      return index;
    }
    return index.backfill() == Backfill.NONE
        ? index.withStatus(IndexStatus.ACTIVE)
        : index.withBackfill(Backfill.RUNNING);
  }

  /** The index in that collection is filled; it may have been deleted meanwhile. */
  static TableDescription filled(TableDescription current, String collection) {
    return current
        .with()
        .eachGlobalIndex(
            index ->
                isFilled(index, collection)
                    ? index.withStatus(IndexStatus.ACTIVE).withBackfill(Backfill.NONE)
                    : index)
        .eachVectorIndex(
            index ->
                isFilled(index, collection)
                    ? index.withStatus(IndexStatus.ACTIVE).withBackfill(Backfill.NONE)
                    : index)
        .build();
  }

  private static boolean isFilled(OnlineIndex index, String collection) {
    return index.collection().equals(collection) && index.status() == IndexStatus.CREATING;
  }

  /** The index in that collection is gone, and with it the definitions that only it used. */
  static TableDescription withoutIndex(TableDescription current, String collection) {
    List<GlobalIndex> remaining =
        current.globalIndexes().stream()
            .filter(index -> !index.collection().equals(collection))
            .toList();
    List<VectorIndex> remainingVectors =
        current.vectorIndexes().stream()
            .filter(index -> !index.collection().equals(collection))
            .toList();
    Set<KeyAttribute> used = new HashSet<>(current.key().attributes());
    current.localIndexes().forEach(index -> used.addAll(index.key().attributes()));
    remaining.forEach(index -> used.addAll(index.key().attributes()));
    remainingVectors.forEach(index -> used.addAll(index.definition().searchAttributes()));
    return current
        .with()
        .globalIndexes(remaining)
        .vectorIndexes(remainingVectors)
        .attributeDefinitions(
            current.attributeDefinitions().stream().filter(used::contains).toList())
        .build();
  }
}
