package dev.dynamoemulator.table;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The provisioned units of a table or index with what the service remembers of their changes.
 *
 * @param requested the units that an update under way will bring; null when there is none
 * @param lastIncrease null when there was none
 * @param lastDecrease null when there was none
 * @param decreases how many decreases there were on the UTC day of {@code countedDecrease}
 * @param countedDecrease the last decrease that was counted; null when there was none
 */
public record ProvisionedThroughput(
    CapacityUnits units,
    CapacityUnits requested,
    Instant lastIncrease,
    Instant lastDecrease,
    int decreases,
    Instant countedDecrease) {

  private static final int FREE_DECREASES = 4;
  private static final Duration DECREASE_PAUSE = Duration.ofHours(1);

  public static ProvisionedThroughput of(CapacityUnits units) {
    return new ProvisionedThroughput(units, null, null, null, 0, null);
  }

  /** {@code NumberOfDecreasesToday}, which starts again at midnight UTC. */
  public int decreasesToday(Instant now) {
    return countedDecrease != null && day(countedDecrease) == day(now) ? decreases : 0;
  }

  /**
   * Whether one more decrease is allowed: four on a UTC day, and later ones when there was none in
   * the hour before (tables.md §6.2).
   */
  public boolean mayDecrease(Instant now) {
    return decreasesToday(now) < FREE_DECREASES || !now.isBefore(nextDecrease());
  }

  /** When one more decrease is allowed at the latest, once there was one. */
  public Instant nextDecrease() {
    return countedDecrease.plus(DECREASE_PAUSE);
  }

  /** An update has begun: the old units still show, the dates already change (tables.md §6.2). */
  ProvisionedThroughput requesting(CapacityUnits next, Instant now) {
    return new ProvisionedThroughput(
        units,
        next,
        next.raises(units) ? now : lastIncrease,
        next.lowers(units) ? now : lastDecrease,
        decreases,
        countedDecrease);
  }

  /**
   * The update under way is complete. One that raises one value and lowers the other counts as an
   * increase (tables.md §6.2).
   */
  ProvisionedThroughput settled(Instant now) {
    if (requested == null) {
      return this;
    }
    if (requested.raises(units)) {
      return new ProvisionedThroughput(
          requested, null, now, lastDecrease, decreases, countedDecrease);
    }
    return new ProvisionedThroughput(
            requested, null, lastIncrease, lastDecrease, decreases, countedDecrease)
        .decreased(now);
  }

  /** The same units with one more decrease. */
  ProvisionedThroughput decreased(Instant now) {
    return new ProvisionedThroughput(
        units, requested, lastIncrease, now, decreasesToday(now) + 1, now);
  }

  /** Other units at once, as a switch of the billing mode brings them. */
  ProvisionedThroughput switchedTo(CapacityUnits next) {
    return new ProvisionedThroughput(
        next, null, lastIncrease, lastDecrease, decreases, countedDecrease);
  }

  ProvisionedThroughput withLastDecrease(Instant decrease) {
    return new ProvisionedThroughput(
        units, requested, lastIncrease, decrease, decreases, countedDecrease);
  }

  private static long day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
