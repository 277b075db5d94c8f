package dev.dynamoemulator.table;

/** How far an index that was added to an existing table has come. */
public enum Backfill {
  /** Not being filled: made together with its table, or already complete. */
  NONE,
  /** Shown as {@code Backfilling: false}: its resources are being allocated. */
  ALLOCATING,
  /** Shown as {@code Backfilling: true}. */
  RUNNING
}
