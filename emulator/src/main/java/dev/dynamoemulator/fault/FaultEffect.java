package dev.dynamoemulator.fault;

import java.time.Duration;

/** What a rule does to the requests that it hits. */
public sealed interface FaultEffect {

  /**
   * The request fails for want of throughput: a transaction with a reason for each element that was
   * hit, other work on items with ProvisionedThroughputExceededException, and everything else with
   * ThrottlingException.
   */
  record Throttle() implements FaultEffect {}

  /** The request fails with InternalServerError and status 500, before anything is done. */
  record ServerError() implements FaultEffect {}

  /**
   * The request waits before it goes on, by the emulator's clock.
   *
   * @param time positive
   */
  record Delay(Duration time) implements FaultEffect {

    public Delay {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("A delay takes some time: " + time);
      }
    }
  }

  /**
   * Elements of BatchGetItem and BatchWriteItem are left undone and returned as unprocessed. The
   * rule is asked for every element; other operations do not meet it.
   */
  record Unprocessed() implements FaultEffect {}

  /**
   * A write, a transaction or a transactional read meets another transaction. Elements of
   * BatchWriteItem are left unprocessed by that; other operations do not meet it.
   */
  record Conflict() implements FaultEffect {}
}
