package dev.dynamoemulator.table;

import java.util.List;

/**
 * A vector index and its state.
 *
 * @param partitionKey the HASH attributes of its search schema, kept because every write asks
 * @param collection the storage collection of its entries, never used again for another index
 */
public record VectorIndex(
    VectorIndexDefinition definition,
    List<KeyAttribute> partitionKey,
    String collection,
    IndexStatus status,
    Backfill backfill)
    implements OnlineIndex {

  public static VectorIndex creating(
      VectorIndexDefinition definition, String collection, Backfill backfill) {
    return new VectorIndex(
        definition, definition.partitionKey(), collection, IndexStatus.CREATING, backfill);
  }

  @Override
  public String name() {
    return definition.name();
  }

  VectorIndex withStatus(IndexStatus changed) {
    return new VectorIndex(definition, partitionKey, collection, changed, backfill);
  }

  VectorIndex withBackfill(Backfill changed) {
    return new VectorIndex(definition, partitionKey, collection, status, changed);
  }
}
