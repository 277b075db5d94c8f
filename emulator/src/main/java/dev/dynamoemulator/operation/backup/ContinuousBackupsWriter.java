package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.PointInTimeRecovery;
import dev.dynamoemulator.shape.ResponseWriter;
import java.time.Instant;

/** Writes a table's continuous backups, which every table has (control-plane.md §2). */
final class ContinuousBackupsWriter {

  private ContinuousBackupsWriter() {}

  /**
   * @param recovery null when it is off
   */
  static void write(ResponseWriter out, PointInTimeRecovery recovery, Instant now) {
    out.object(
        "ContinuousBackupsDescription",
        description -> {
          description.string("ContinuousBackupsStatus", "ENABLED");
          description.object(
              "PointInTimeRecoveryDescription", member -> writeRecovery(member, recovery, now));
        });
  }

  private static void writeRecovery(ResponseWriter out, PointInTimeRecovery recovery, Instant now) {
    if (recovery == null) {
      out.string("PointInTimeRecoveryStatus", "DISABLED");
      return;
    }
    out.string("PointInTimeRecoveryStatus", "ENABLED");
    out.number("RecoveryPeriodInDays", recovery.periodInDays());
    out.timestamp("EarliestRestorableDateTime", recovery.earliest(now).toEpochMilli());
    out.timestamp("LatestRestorableDateTime", recovery.latest(now).toEpochMilli());
  }
}
