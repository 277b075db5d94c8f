package dev.dynamoemulator.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The point-in-time recovery of a table, as it was switched on.
 *
 * @param tableId the id of the table
 * @param historyId names the history of the table's changes since then
 * @param periodInDays how far back the table can be restored
 * @param since when it was switched on; later when older changes had to be forgotten
 */
public record PointInTimeRecovery(
    String tableId, String historyId, int periodInDays, Instant since) {

  /** What applies when the request names none (control-plane.md §2.2). */
  public static final int DEFAULT_PERIOD_IN_DAYS = 35;

  /**
   * {@code EarliestRestorableDateTime}: the moment of switching on, later the beginning of the
   * period; in whole seconds as the service shows it.
   */
  public Instant earliest(Instant now) {
    Instant start = now.minus(period());
    return (start.isAfter(since) ? start : since).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * {@code LatestRestorableDateTime}. The service is about five minutes late; here the history is
   * complete up to now, so that a test need not wait.
   */
  public Instant latest(Instant now) {
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether the table can be restored to how it was then. */
  public boolean reaches(Instant moment, Instant now) {
    return !moment.isBefore(earliest(now)) && !moment.isAfter(now);
  }

  Duration period() {
    return Duration.ofDays(periodInDays);
  }

  /** The same when the changes up to a time are forgotten. */
  PointInTimeRecovery forgetting(long lastForgotten) {
    Instant next = Instant.ofEpochSecond(Math.floorDiv(lastForgotten, 1000L) + 1);
    return new PointInTimeRecovery(tableId, historyId, periodInDays, next);
  }

  PointInTimeRecovery withPeriod(int days) {
    return new PointInTimeRecovery(tableId, historyId, days, since);
  }
}
