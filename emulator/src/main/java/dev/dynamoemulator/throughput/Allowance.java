package dev.dynamoemulator.throughput;

import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.OnDemandThroughput;
import dev.dynamoemulator.traffic.Access;

/**
 * The units per second that a table or index may use.
 *
 * @param read null for no limit
 * @param write null for no limit
 */
record Allowance(boolean isOnDemand, Long read, Long write) {

  static Allowance of(boolean isOnDemand, Capacity capacity) {
    if (!isOnDemand) {
      return new Allowance(
          false, capacity.provisioned().units().read(), capacity.provisioned().units().write());
    }
    OnDemandThroughput maxima = capacity.onDemand();
    return maxima == null
        ? new Allowance(true, null, null)
        : new Allowance(true, limit(maxima.maxRead()), limit(maxima.maxWrite()));
  }

  /** -1 stands for no maximum. */
  private static Long limit(Long maximum) {
    return maximum == null || maximum < 0 ? null : maximum;
  }

  Long units(Access access) {
    return access == Access.READ ? read : write;
  }
}
