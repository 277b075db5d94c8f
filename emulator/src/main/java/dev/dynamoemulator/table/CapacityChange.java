package dev.dynamoemulator.table;

import java.time.Instant;

/**
 * What an update asks of the capacity of a table or an index.
 *
 * @param units provisioned units; null when they are not mentioned
 * @param onDemand null when the maxima are not mentioned
 * @param warm null when warm throughput is not mentioned
 */
public record CapacityChange(
    CapacityUnits units, OnDemandThroughput onDemand, WarmThroughput warm) {

  /** Leaves everything as it is. */
  static final CapacityChange NONE = new CapacityChange(null, null, null);

  /** Whether it asks for anything. */
  public boolean isPresent() {
    return units != null || onDemand != null || warm != null;
  }

  /** The capacity while the change is under way, in a table that keeps its billing mode. */
  Capacity applyTo(Capacity current, BillingMode mode, Instant now) {
    Capacity changed = applyBesidesUnits(current, mode);
    return units == null
        ? changed
        : changed.withProvisioned(changed.provisioned().requesting(units, now));
  }

  /**
   * The capacity in a table that becomes provisioned: new units show at once, and maxima are those
   * of on-demand mode only (tables.md §6.2, §3.5).
   */
  Capacity switchToProvisioned(Capacity current) {
    Capacity changed = applyBesidesUnits(current, BillingMode.PROVISIONED).withOnDemand(null);
    return units == null
        ? changed
        : changed.withProvisioned(changed.provisioned().switchedTo(units));
  }

  /** The capacity in a table that becomes on-demand: units are gone at once (tables.md §6.2). */
  Capacity switchToOnDemand(Capacity current) {
    Capacity changed = applyBesidesUnits(current, BillingMode.PAY_PER_REQUEST);
    return changed.withProvisioned(changed.provisioned().switchedTo(CapacityUnits.NONE));
  }

  private Capacity applyBesidesUnits(Capacity current, BillingMode mode) {
    Capacity changed =
        onDemand == null ? current : current.withOnDemand(onDemand.over(current.onDemand()));
    return warm == null ? changed : changed.warmingTo(warm.over(current.warmUnits(mode)));
  }
}
