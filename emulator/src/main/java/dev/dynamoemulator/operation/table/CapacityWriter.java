package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.CapacityUnits;
import dev.dynamoemulator.table.OnDemandThroughput;
import dev.dynamoemulator.table.ProvisionedThroughput;
import java.time.Instant;

/** Writes the members of a description that speak of capacity, for a table or an index. */
final class CapacityWriter {

  private CapacityWriter() {}

  static void writeProvisioned(ResponseWriter out, ProvisionedThroughput throughput, Instant now) {
    out.object(
        "ProvisionedThroughput",
        () -> {
          if (throughput.lastIncrease() != null) {
            out.timestamp("LastIncreaseDateTime", throughput.lastIncrease());
          }
          if (throughput.lastDecrease() != null) {
            out.timestamp("LastDecreaseDateTime", throughput.lastDecrease());
          }
          out.number("NumberOfDecreasesToday", throughput.decreasesToday(now));
          out.number("ReadCapacityUnits", throughput.units().read());
          out.number("WriteCapacityUnits", throughput.units().write());
        });
  }

  static void writeOnDemand(ResponseWriter out, OnDemandThroughput maxima) {
    if (maxima == null) {
      return;
    }
    out.object(
        "OnDemandThroughput",
        () -> {
          if (maxima.maxRead() != null) {
            out.number("MaxReadRequestUnits", maxima.maxRead());
          }
          if (maxima.maxWrite() != null) {
            out.number("MaxWriteRequestUnits", maxima.maxWrite());
          }
        });
  }

  static void writeWarm(ResponseWriter out, CapacityUnits units, String status) {
    out.object(
        "WarmThroughput",
        () -> {
          out.number("ReadUnitsPerSecond", units.read());
          out.number("WriteUnitsPerSecond", units.write());
          out.string("Status", status);
        });
  }
}
