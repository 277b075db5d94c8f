package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TransactWrite;
import dev.dynamoemulator.engine.TransactionErrors;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Fingerprint;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes up to 100 items of several tables, all or none. The checks stand in the order of
 * transactions.md §2.1.
 */
public final class TransactWriteItems implements Operation {

  private final ItemAccess access;
  private final IdempotencyTokens tokens;

  public TransactWriteItems(ItemAccess access, IdempotencyTokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "TransactWriteItems";
  }

  @Override
  public boolean isBrief() {
    return access.engine().writesAtOnce() && !access.engine().holdsTransactions();
  }

  @Override
  public Call check(Request request) {
    List<Struct> elements = request.input().structs("TransactItems");
    checkEachIsOneAction(elements);
    List<TransactAction> actions = new ArrayList<>(elements.size());
    for (Struct element : elements) {
      actions.add(TransactAction.of(request, element, access));
    }
    checkSize(actions);
    return () -> transact(request, actions);
  }

  private static void checkEachIsOneAction(List<Struct> elements) {
    for (Struct element : elements) {
      if (!TransactAction.isSingle(element)) {
        throw TransactionErrors.notExactlyOneAction();
      }
    }
  }

  /** What the request brings along is counted before a table is looked at, as single items are. */
  private void checkSize(List<TransactAction> actions) {
    long bytes = 0;
    for (TransactAction action : actions) {
      bytes += action.itemSize();
    }
    if (bytes > access.limits().transactionSize()) {
      throw TransactionErrors.tooLarge(bytes);
    }
  }

  private Reply transact(Request request, List<TransactAction> actions) {
    Map<String, Table> tables = tables(request, actions);
    checkNoEmptyKeys(tables, actions);
    checkDistinct(tables, actions);
    List<TransactWrite> writes = writes(tables, actions);

    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    Struct input = request.input();
    boolean isReplay =
        !tokens.runOnce(
            request.namespace(),
            input.string("ClientRequestToken"),
            () -> Fingerprint.of(input.structs("TransactItems")),
            receipt ->
                addWritten(
                    capacities,
                    actions,
                    access.engine().transact(writes, receipt, request.mayWait())));
    if (isReplay) {
      addRead(capacities, actions, writes);
    }
    return out -> {
      CapacityReport.of(input)
          .writeAll(out, capacities, isReplay ? "ReadCapacityUnits" : "WriteCapacityUnits");
      CollectionMetrics.writeAll(out, input, tables, byTable(actions));
    };
  }

  private Map<String, Table> tables(Request request, List<TransactAction> actions) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (TransactAction action : actions) {
      tables.computeIfAbsent(
          action.tableName(), name -> access.catalogue().table(request.namespace(), name));
    }
    return tables;
  }

  private static void checkNoEmptyKeys(Map<String, Table> tables, List<TransactAction> actions) {
    for (TransactAction action : actions) {
      action.checkNoEmptyKeys(tables.get(action.tableName()).schema());
    }
  }

  private void checkDistinct(Map<String, Table> tables, List<TransactAction> actions) {
    List<TableSchema> schemas = new ArrayList<>(actions.size());
    List<Item> keys = new ArrayList<>(actions.size());
    for (TransactAction action : actions) {
      TableSchema schema = tables.get(action.tableName()).schema();
      schemas.add(schema);
      keys.add(action.keyFault(schema) == null ? action.write().key() : null);
    }
    access.engine().checkDistinct(schemas, keys);
  }

  private static List<TransactWrite> writes(
      Map<String, Table> tables, List<TransactAction> actions) {
    List<TransactWrite> writes = new ArrayList<>(actions.size());
    for (TransactAction action : actions) {
      Table table = tables.get(action.tableName());
      DynamoDbException fault = action.fault(table.schema());
      writes.add(new TransactWrite(table, action.write(), fault));
    }
    return writes;
  }

  private static void addWritten(
      Map<String, ConsumedCapacity> capacities,
      List<TransactAction> actions,
      List<WriteResult> results) {
    for (int i = 0; i < results.size(); i++) {
      capacity(capacities, actions.get(i)).addTransactional(results.get(i).capacity());
    }
  }

  /** A replay reads the items instead of writing them (transactions.md §4.6). */
  private void addRead(
      Map<String, ConsumedCapacity> capacities,
      List<TransactAction> actions,
      List<TransactWrite> writes) {
    for (int i = 0; i < writes.size(); i++) {
      TransactWrite write = writes.get(i);
      StoredItem item =
          write.fault() == null
              ? access.engine().get(write.table().schema(), write.action().key())
              : null;
      capacity(capacities, actions.get(i)).addTable(ConsumedCapacity.transactionalReadUnits(item));
    }
  }

  private static ConsumedCapacity capacity(
      Map<String, ConsumedCapacity> capacities, TransactAction action) {
    return capacities.computeIfAbsent(action.tableName(), name -> new ConsumedCapacity());
  }

  private static Map<String, List<WriteAction>> byTable(List<TransactAction> actions) {
    Map<String, List<WriteAction>> writes = new LinkedHashMap<>();
    for (TransactAction action : actions) {
      writes.computeIfAbsent(action.tableName(), name -> new ArrayList<>()).add(action.write());
    }
    return writes;
  }
}
