package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import java.util.List;

/** The operations of this package. */
public final class GlobalOperations {

  private GlobalOperations() {}

  public static List<Operation> all(GlobalAccess access, Environment environment) {
    return List.of(
        new CreateGlobalTable(access, environment),
        new UpdateGlobalTable(access),
        new DescribeGlobalTable(access),
        new ListGlobalTables(access),
        new DescribeGlobalTableSettings(access),
        new UpdateGlobalTableSettings(access, environment),
        new DescribeTableReplicaAutoScaling(access),
        new UpdateTableReplicaAutoScaling(access));
  }
}
