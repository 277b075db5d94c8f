package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.operation.Operation;
import java.time.InstantSource;
import java.util.List;

/** The operations that run statements. */
public final class StatementOperations {

  private StatementOperations() {}

  public static List<Operation> all(
      StatementAccess statements, IdempotencyTokens tokens, InstantSource clock) {
    return List.of(
        new ExecuteStatement(statements, clock),
        new BatchExecuteStatement(statements),
        new ExecuteTransaction(statements, tokens));
  }
}
