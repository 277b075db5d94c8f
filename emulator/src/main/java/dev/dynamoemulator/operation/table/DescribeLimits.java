package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;

/** Tells the default quotas of provisioned capacity (control-plane.md §8). */
public final class DescribeLimits implements Operation {

  private static final long ACCOUNT_UNITS = 80_000;
  private static final long TABLE_UNITS = 40_000;

  private static final Reply QUOTAS =
      out -> {
        out.number("AccountMaxReadCapacityUnits", ACCOUNT_UNITS);
        out.number("AccountMaxWriteCapacityUnits", ACCOUNT_UNITS);
        out.number("TableMaxReadCapacityUnits", TABLE_UNITS);
        out.number("TableMaxWriteCapacityUnits", TABLE_UNITS);
      };

  @Override
  public String name() {
    return "DescribeLimits";
  }

  @Override
  public Call check(Request request) {
    return () -> QUOTAS;
  }
}
