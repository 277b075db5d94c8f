package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;

/** Describes what each replica of a global table of version 2017.11.29 is set to (§9.12). */
public final class DescribeGlobalTableSettings implements Operation {

  private final GlobalAccess access;
  private final SettingsWriter writer;

  public DescribeGlobalTableSettings(GlobalAccess access) {
    this.access = access;
    this.writer = new SettingsWriter(access);
  }

  @Override
  public String name() {
    return "DescribeGlobalTableSettings";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    GlobalTable globalTable =
        access.legacy(request.namespace(), request.input().string("GlobalTableName"));
    return out -> writer.write(out, globalTable, null);
  }
}
