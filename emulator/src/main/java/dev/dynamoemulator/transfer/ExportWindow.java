package dev.dynamoemulator.transfer;

import dev.dynamoemulator.backup.PointInTimeRecovery;
import dev.dynamoemulator.transfer.format.ExportView;
import java.time.Duration;
import java.time.Instant;

/**
 * Which part of a table's past is exported.
 *
 * @param from the moment of the first change of an incremental export; null for a full one
 * @param to the moment of a full export, or that of the first change that is too late
 * @param view null for a full export
 */
public record ExportWindow(Instant from, Instant to, ExportView view) {

  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(24);

  public boolean isIncremental() {
    return from != null;
  }

  /** Inferred for incremental exports (control-plane.md §3.1 rule 9). */
  public void checkLength() {
    Duration length = Duration.between(from, to);
    if (length.compareTo(SHORTEST) < 0) {
      throw TransferErrors.exportWindowTooShort();
    }
    if (length.compareTo(LONGEST) > 0) {
      throw TransferErrors.exportWindowTooLong();
    }
  }

  void checkReach(PointInTimeRecovery recovery, Instant now) {
    if (!recovery.reaches(to, now)) {
      throw isIncremental()
          ? TransferErrors.invalidExportWindow()
          : TransferErrors.invalidExportTime();
    }
    if (isIncremental() && !recovery.reaches(from, now)) {
      throw TransferErrors.invalidExportWindow();
    }
  }
}
