package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.BillingMode;
import dev.dynamoemulator.table.Capacity;
import dev.dynamoemulator.table.CapacityChange;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.OnDemandThroughput;
import dev.dynamoemulator.table.WarmThroughput;

/**
 * The capacity that a request names for a table or an index.
 *
 * @param units null when {@code ProvisionedThroughput} is absent
 * @param onDemand null when {@code OnDemandThroughput} is absent
 * @param warm null when {@code WarmThroughput} is absent
 */
record CapacityRequest(CapacityUnits units, OnDemandThroughput onDemand, WarmThroughput warm) {

  /** Of what has no capacity of its own. */
  static final CapacityRequest NONE = new CapacityRequest(null, null, null);

  /** The three members of a table, or of a global index of a request. */
  static CapacityRequest of(Struct input) {
    return new CapacityRequest(
        units(input.struct("ProvisionedThroughput")),
        onDemand(input.struct("OnDemandThroughput")),
        warm(input));
  }

  /** The members that a restored table has instead. */
  static CapacityRequest ofRestore(Struct input) {
    return new CapacityRequest(
        units(input.struct("ProvisionedThroughputOverride")),
        onDemand(input.struct("OnDemandThroughputOverride")),
        null);
  }

  /** The members of a table that is imported. */
  static CapacityRequest ofImport(Struct input) {
    return new CapacityRequest(
        units(input.struct("ProvisionedThroughput")),
        onDemand(input.struct("OnDemandThroughput")),
        null);
  }

  private static CapacityUnits units(Struct throughput) {
    return throughput == null
        ? null
        : new CapacityUnits(
            throughput.longNumber("ReadCapacityUnits"),
            throughput.longNumber("WriteCapacityUnits"));
  }

  private static OnDemandThroughput onDemand(Struct throughput) {
    return throughput == null
        ? null
        : new OnDemandThroughput(
            throughput.longNumber("MaxReadRequestUnits"),
            throughput.longNumber("MaxWriteRequestUnits"));
  }

  private static WarmThroughput warm(Struct input) {
    Struct throughput = input.struct("WarmThroughput");
    return throughput == null
        ? null
        : new WarmThroughput(
            throughput.longNumber("ReadUnitsPerSecond"),
            throughput.longNumber("WriteUnitsPerSecond"));
  }

  CapacityChange toChange() {
    return new CapacityChange(units, onDemand, warm);
  }

  /** The capacity of a new table or index. */
  Capacity toCapacity(BillingMode mode) {
    CapacityUnits provisioned = mode == BillingMode.PAY_PER_REQUEST ? CapacityUnits.NONE : units;
    CapacityUnits warmUnits =
        warm == null ? null : warm.over(Capacity.leastWarmUnits(mode, provisioned));
    return Capacity.of(provisioned, onDemand, warmUnits);
  }
}
