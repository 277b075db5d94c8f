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
        member -> {
          member.optionalTimestamp("LastIncreaseDateTime", millis(throughput.lastIncrease()));
          member.optionalTimestamp("LastDecreaseDateTime", millis(throughput.lastDecrease()));
          member.number("NumberOfDecreasesToday", throughput.decreasesToday(now));
          member.number("ReadCapacityUnits", throughput.units().read());
          member.number("WriteCapacityUnits", throughput.units().write());
        });
  }

  private static Long millis(Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  static void writeOnDemand(ResponseWriter out, OnDemandThroughput maxima) {
    if (maxima == null) {
      return;
    }
    out.object(
        "OnDemandThroughput",
        member -> {
          member.optionalNumber("MaxReadRequestUnits", maxima.maxRead());
          member.optionalNumber("MaxWriteRequestUnits", maxima.maxWrite());
        });
  }

  static void writeWarm(ResponseWriter out, CapacityUnits units, String status) {
    out.object(
        "WarmThroughput",
        member -> {
          member.number("ReadUnitsPerSecond", units.read());
          member.number("WriteUnitsPerSecond", units.write());
          member.string("Status", status);
        });
  }
}
