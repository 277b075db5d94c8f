package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Table;

/** Describes the auto scaling settings of a table and its replicas (§10). */
public final class DescribeTableReplicaAutoScaling implements Operation {

  private final GlobalAccess access;
  private final ScalingWriter writer;

  public DescribeTableReplicaAutoScaling(GlobalAccess access) {
    this.access = access;
    this.writer = new ScalingWriter(access.replicas(), access.scaling());
  }

  @Override
  public String name() {
    return "DescribeTableReplicaAutoScaling";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    Table table =
        access
            .catalogue()
            .tableInAnyState(request.namespace(), request.input().string("TableName"));
    return out -> writer.write(out, table, table.description().status().name());
  }
}
