package dev.dynamoemulator.backup;

import java.time.Duration;

/**
 * How backups are made and the past of tables is kept.
 *
 * @param delay how long backups and restored tables stay in CREATING
 * @param retainedBytes bytes of all histories from which on the oldest changes are forgotten before
 *     their time
 */
public record BackupSettings(Duration delay, long retainedBytes) {

  /** Everything is kept for its time, in a file. */
  public static BackupSettings unbounded(Duration delay) {
    return new BackupSettings(delay, Long.MAX_VALUE);
  }

  /** Histories take no more than a quarter of the memory. */
  public static BackupSettings boundedByMemory(Duration delay) {
    return new BackupSettings(delay, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * How long after the creation of a table its backups are being enabled: as long as the creation
   * takes, and as long again.
   */
  Duration enabling() {
    return delay.multipliedBy(2);
  }

  boolean isBounded() {
    return retainedBytes != Long.MAX_VALUE;
  }
}
