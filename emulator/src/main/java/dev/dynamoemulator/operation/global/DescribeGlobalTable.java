package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;

/** Describes a global table of version 2017.11.29 (§9.12). */
public final class DescribeGlobalTable implements Operation {

  private final GlobalAccess access;

  public DescribeGlobalTable(GlobalAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "DescribeGlobalTable";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    GlobalTable globalTable =
        access.legacy(request.namespace(), request.input().string("GlobalTableName"));
    return out ->
        GlobalTableWriter.write(
            out,
            request.namespace(),
            globalTable,
            GlobalTableWriter.status(globalTable),
            access.replicas());
  }
}
