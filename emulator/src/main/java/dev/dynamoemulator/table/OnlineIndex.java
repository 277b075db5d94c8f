package dev.dynamoemulator.table;

/** An index that can be added to and taken from a table that is in use. */
public sealed interface OnlineIndex permits GlobalIndex, VectorIndex {

  String name();

  /** The storage collection of its entries, which also tells it from others of its name. */
  String collection();

  IndexStatus status();

  Backfill backfill();

  /** Whether it is being created or deleted, which keeps others from being so. */
  default boolean isComingOrGoing() {
    return status() == IndexStatus.CREATING || status() == IndexStatus.DELETING;
  }
}
