package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.shape.Struct;
import java.time.Instant;

/** Timestamps of requests: seconds of the epoch with a fraction. */
public final class Timestamp {

  private static final double MILLIS = 1000;

  private Timestamp() {}

  /** To the millisecond, as doubles of this size are no more exact; null when it is absent. */
  public static Instant of(Struct input, String member) {
    Double seconds = input.doubleNumber(member);
    return seconds == null ? null : Instant.ofEpochMilli(Math.round(seconds * MILLIS));
  }
}
