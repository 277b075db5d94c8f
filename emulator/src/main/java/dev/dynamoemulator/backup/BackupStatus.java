package dev.dynamoemulator.backup;

/** The states of a backup (control-plane.md §1.2). */
public enum BackupStatus {
  CREATING,
  AVAILABLE,
  DELETED
}
