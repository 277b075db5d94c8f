package dev.dynamoemulator.table;

/** Where a global secondary or vector index stands in its life (tables.md §5). */
public enum IndexStatus {
  CREATING,
  UPDATING,
  DELETING,
  ACTIVE
}
