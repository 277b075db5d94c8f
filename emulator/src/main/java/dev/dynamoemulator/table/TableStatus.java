package dev.dynamoemulator.table;

/** Where a table stands in its life (tables.md §5). */
public enum TableStatus {
  CREATING,
  UPDATING,
  DELETING,
  ACTIVE
}
