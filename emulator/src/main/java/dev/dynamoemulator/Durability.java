package dev.dynamoemulator;

/** What a write to a database file has survived when it is answered. */
public enum Durability {
  /** The end of the process, however sudden. */
  COMMIT,
  /** A power failure too; every write waits for the disk. */
  SYNC,
  /** Nothing yet: writes reach the file a moment later, and at the latest on a regular stop. */
  BACKGROUND
}
