package dev.dynamoemulator.table;

/** A global secondary index and its state. */
public record GlobalIndex(
    String name,
    KeySchema key,
    Projection projection,
    String collection,
    IndexStatus status,
    Backfill backfill,
    Capacity capacity)
    implements OnlineIndex {

  IndexSchema schema() {
    boolean isReadable = status != IndexStatus.CREATING;
    return new IndexSchema(name, true, key, projection, collection, isReadable);
  }

  GlobalIndex withStatus(IndexStatus changed) {
    return new GlobalIndex(name, key, projection, collection, changed, backfill, capacity);
  }

  GlobalIndex withBackfill(Backfill changed) {
    return new GlobalIndex(name, key, projection, collection, status, changed, capacity);
  }

  GlobalIndex withCapacity(Capacity changed) {
    return new GlobalIndex(name, key, projection, collection, status, backfill, changed);
  }
}
