package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TimeToLive;

/** Describes the time-to-live setting of a table (tables.md §11). */
public final class DescribeTimeToLive implements Operation {

  private final Catalogue catalogue;

  public DescribeTimeToLive(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "DescribeTimeToLive";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    Table table =
        catalogue.tableInAnyState(request.namespace(), request.input().string("TableName"));
    TimeToLive setting = table.description().timeToLive();
    return out ->
        out.object(
            "TimeToLiveDescription",
            description -> {
              description.string("TimeToLiveStatus", setting.status().name());
              description.optionalString("AttributeName", setting.attributeName());
            });
  }
}
