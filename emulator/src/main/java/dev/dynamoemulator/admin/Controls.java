package dev.dynamoemulator.admin;

import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import java.util.Map;

/**
 * What the endpoints can do to an emulator and read of it. To be thread-safe.
 *
 * <p>What an emulator cannot do at all, as long as it is the one that it is, ends in an {@link
 * UnsupportedOperationException}; what makes no sense, in an {@link IllegalArgumentException}. Both
 * have messages for the one who asked.
 */
public interface Controls {

  /** A state that can be brought back as often as wanted. */
  @FunctionalInterface
  interface SavedState {
    void restore();
  }

  AdjustableClock clock();

  TransactionHold transactionHold();

  /** Goes back to the baseline. */
  void reset();

  /** Makes the present state the baseline. */
  void baseline();

  SavedState save();

  /** Deletes the items whose time to live is over; returns how many. */
  long sweepExpiredItems();

  /**
   * Closes the open shards of a stream before their time.
   *
   * @param childrenOfEach how many shards take the place of each
   */
  void rollStream(String streamArn, int childrenOfEach);

  /** The program and its version. */
  String version();

  /** The values in force by the names of the options, as JSON values. */
  Map<String, Object> options();
}
