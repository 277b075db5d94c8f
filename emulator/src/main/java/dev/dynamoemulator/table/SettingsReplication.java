package dev.dynamoemulator.table;

/** Whether a table may get replicas in other accounts, which share its settings. */
public enum SettingsReplication {
  ENABLED,
  DISABLED
}
