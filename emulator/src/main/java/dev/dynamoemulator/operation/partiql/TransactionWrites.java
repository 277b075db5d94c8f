package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TransactWrite;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.item.CapacityReport;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.partiql.WriteRules;
import dev.dynamoemulator.shape.Fingerprint;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The writing statements of a transaction, and the conditions that stand among them. */
final class TransactionWrites implements Call {

  private final StatementAccess access;
  private final IdempotencyTokens tokens;
  private final Request request;
  private final List<StatementRequest> statements;

  TransactionWrites(
      StatementAccess access,
      IdempotencyTokens tokens,
      Request request,
      List<StatementRequest> statements) {
    this.access = access;
    this.tokens = tokens;
    this.request = request;
    this.statements = statements;
  }

  @Override
  public Reply run() {
    List<Table> tables = new ArrayList<>();
    for (StatementRequest statement : statements) {
      tables.add(access.catalogue().table(request.namespace(), statement.tableName()));
    }
    List<WriteAction> actions = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      actions.add(action(tables.get(i).schema(), i));
    }
    for (int i = 0; i < tables.size(); i++) {
      WriteRules.checkNoEmptyKeys(tables.get(i).schema(), actions.get(i));
    }
    List<TransactWrite> writes = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      writes.add(write(tables.get(i), actions.get(i)));
    }
    checkDistinct(writes);

    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    Struct input = request.input();
    boolean isReplay =
        !tokens.runOnce(
            request.namespace(),
            input.string("ClientRequestToken"),
            () -> Fingerprint.of(input.structs("TransactStatements")),
            receipt ->
                addWritten(
                    capacities, access.engine().transact(writes, receipt, request.mayWait())));
    if (isReplay) {
      addRead(capacities, writes);
    }
    return out -> {
      out.objects("Responses", statements, (response, statement) -> {});
      CapacityReport.of(input)
          .writeAll(out, capacities, isReplay ? "ReadCapacityUnits" : "WriteCapacityUnits");
    };
  }

  private WriteAction action(TableSchema table, int index) {
    StatementRequest statement = statements.get(index);
    try {
      return ((Statement.Write) statement.statement())
          .action(table, statement.returnsOldOnFailure());
    } catch (DynamoDbException fault) {
      throw StatementErrors.inTransaction(index, fault);
    }
  }

  /** What the action has against its table's schema cancels the transaction. */
  private static TransactWrite write(Table table, WriteAction action) {
    try {
      WriteRules.check(table.schema(), action);
      return new TransactWrite(table, action, null);
    } catch (DynamoDbException fault) {
      return new TransactWrite(table, action, fault);
    }
  }

  private void checkDistinct(List<TransactWrite> writes) {
    List<TableSchema> schemas = new ArrayList<>(writes.size());
    List<Item> keys = new ArrayList<>(writes.size());
    for (TransactWrite write : writes) {
      schemas.add(write.table().schema());
      keys.add(write.fault() == null ? write.action().key() : null);
    }
    access.engine().checkDistinct(schemas, keys);
  }

  private void addWritten(Map<String, ConsumedCapacity> capacities, List<WriteResult> results) {
    for (int i = 0; i < results.size(); i++) {
      capacity(capacities, i).addTransactional(results.get(i).capacity());
    }
  }

  /** A replay reads the items instead of writing them (transactions.md §4.6). */
  private void addRead(Map<String, ConsumedCapacity> capacities, List<TransactWrite> writes) {
    for (int i = 0; i < writes.size(); i++) {
      TransactWrite write = writes.get(i);
      StoredItem item =
          write.fault() == null
              ? access.engine().get(write.table().schema(), write.action().key())
              : null;
      capacity(capacities, i).addTable(ConsumedCapacity.transactionalReadUnits(item));
    }
  }

  private ConsumedCapacity capacity(Map<String, ConsumedCapacity> capacities, int index) {
    return capacities.computeIfAbsent(
        statements.get(index).tableName(), name -> new ConsumedCapacity());
  }
}
