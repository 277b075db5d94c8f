package dev.dynamoemulator.table;

/**
 * What a table or a global index can serve per second.
 *
 * @param onDemand null when no maxima were set
 * @param warm the warm throughput that was asked for; null when only the default applies
 * @param isWarming whether a raise of the warm throughput is under way
 */
public record Capacity(
    ProvisionedThroughput provisioned,
    OnDemandThroughput onDemand,
    CapacityUnits warm,
    boolean isWarming) {

  /** What every on-demand table can serve at once (tables.md §8). */
  private static final CapacityUnits ON_DEMAND_WARM = new CapacityUnits(12_000, 4_000);

  private static final CapacityUnits LEAST_WARM = new CapacityUnits(1, 1);

  public static Capacity of(
      CapacityUnits provisioned, OnDemandThroughput onDemand, CapacityUnits warm) {
    return new Capacity(ProvisionedThroughput.of(provisioned), onDemand, warm, false);
  }

  /** The warm throughput in effect: what was asked for, and at least the default of the mode. */
  public CapacityUnits warmUnits(BillingMode mode) {
    CapacityUnits least = leastWarmUnits(mode, provisioned.units());
    return warm == null ? least : warm.max(least);
  }

  /** The warm throughput that comes with the mode and the provisioned units. */
  public static CapacityUnits leastWarmUnits(BillingMode mode, CapacityUnits provisioned) {
    return mode == BillingMode.PAY_PER_REQUEST ? ON_DEMAND_WARM : provisioned.max(LEAST_WARM);
  }

  Capacity withProvisioned(ProvisionedThroughput changed) {
    return new Capacity(changed, onDemand, warm, isWarming);
  }

  Capacity withOnDemand(OnDemandThroughput changed) {
    return new Capacity(provisioned, changed, warm, isWarming);
  }

  Capacity warmingTo(CapacityUnits raised) {
    return new Capacity(provisioned, onDemand, raised, true);
  }

  Capacity warmed() {
    return new Capacity(provisioned, onDemand, warm, false);
  }
}
