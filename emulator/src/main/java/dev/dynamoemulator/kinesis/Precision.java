package dev.dynamoemulator.kinesis;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How exactly records say when they were made. */
public enum Precision {
  MILLISECOND(ChronoUnit.MILLIS),
  MICROSECOND(ChronoUnit.MICROS);

  private final ChronoUnit unit;

  Precision(ChronoUnit unit) {
    this.unit = unit;
  }

  long of(Instant time) {
    return unit.between(Instant.EPOCH, time);
  }
}
