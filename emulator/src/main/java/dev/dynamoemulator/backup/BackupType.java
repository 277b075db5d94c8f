package dev.dynamoemulator.backup;

/** Who made a backup. */
public enum BackupType {
  /** A request. */
  USER,
  /** The deletion of a table with point-in-time recovery. */
  SYSTEM
}
