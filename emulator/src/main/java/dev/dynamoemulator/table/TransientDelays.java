package dev.dynamoemulator.table;

import java.time.Duration;

/**
 * How long tables and indexes stay in their transient states.
 *
 * @param create in CREATING, for a table and the indexes that are made with it
 * @param update in UPDATING, in each of the two phases of creating an index, and the same for the
 *     time-to-live setting
 * @param delete in DELETING, for a table or an index
 */
public record TransientDelays(Duration create, Duration update, Duration delete) {

  /** The answer shows the transient state; when it arrives, the final one is reached. */
  public static final TransientDelays NONE =
      new TransientDelays(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
