package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out up to 100 statements, all or none (partiql.md §7.2). The checks stand in the order of
 * transactions.md §2.1.
 */
public final class ExecuteTransaction implements Operation {

  private final StatementAccess access;
  private final IdempotencyTokens tokens;

  /**
   * @param tokens those of TransactWriteItems too, for all transactions share them
   */
  public ExecuteTransaction(StatementAccess access, IdempotencyTokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "ExecuteTransaction";
  }

  @Override
  public List<String> tableNames(Request request) {
    return StatementTables.of(access, request.input().structs("TransactStatements"));
  }

  @Override
  public Call check(Request request) {
    List<StatementRequest> statements = new ArrayList<>();
    for (Struct input : request.input().structs("TransactStatements")) {
      statements.add(checked(input, statements.size()));
    }
    boolean isRead = statements.get(0).isRead();
    if (statements.stream().anyMatch(statement -> statement.isRead() != isRead)) {
      throw StatementErrors.mixedTransaction();
    }
    return isRead
        ? new TransactionReads(access, request, statements)
        : new TransactionWrites(access, tokens, request, statements);
  }

  private StatementRequest checked(Struct input, int index) {
    try {
      StatementRequest statement = StatementRequest.of(access, input);
      if (statement.statement() instanceof Statement.Write write && write.hasReturning()) {
        throw StatementErrors.returningInTransaction();
      }
      return statement;
    } catch (DynamoDbException fault) {
      throw StatementErrors.inTransaction(index, fault);
    }
  }
}
