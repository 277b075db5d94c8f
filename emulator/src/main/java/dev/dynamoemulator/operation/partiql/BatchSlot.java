package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.partiql.SelectPlan;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.partiql.StatementKeys;
import dev.dynamoemulator.partiql.WriteRules;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One statement of a batch on its way from request to answer. What goes wrong with it stays with
 * it: after the first fault nothing more happens here. For one thread.
 */
final class BatchSlot {

  /** One item of one table. */
  record ItemName(String collection, Item key) {}

  private final StatementAccess access;
  private StatementRequest request;
  private Table table;
  private SelectPlan plan;
  private WriteAction action;
  private DynamoDbException fault;
  private AttributeSource item;
  private ConsumedCapacity capacity;

  BatchSlot(StatementAccess access, Struct input) {
    this.access = access;
    attempt(
        () -> {
          StatementRequest checked = StatementRequest.of(access, input);
          if (checked.statement() instanceof Statement.Exists) {
            throw StatementErrors.existsOutsideTransaction();
          }
          request = checked;
        });
  }

  private void attempt(Runnable step) {
    if (fault == null) {
      try {
        step.run();
      } catch (DynamoDbException e) {
        fault = e;
      }
    }
  }

  boolean isRead() {
    return fault == null && request.isRead();
  }

  boolean isWrite() {
    return fault == null && !request.isRead();
  }

  /** Looks up the table and checks the statement against it. */
  void prepare(Namespace namespace) {
    attempt(
        () -> {
          table = access.catalogue().table(namespace, request.tableName());
          if (request.statement() instanceof Statement.Select select) {
            prepareRead(select);
          } else {
            prepareWrite((Statement.Write) request.statement());
          }
        });
  }

  private void prepareRead(Statement.Select select) {
    plan = SelectPlan.of(select, table.schema(), request.input().isTrue("ConsistentRead"));
    if (plan.key() == null) {
      throw StatementErrors.noPrimaryKey("BatchExecuteStatement");
    }
    StatementKeys.check(table.schema().key(), plan.key());
  }

  private void prepareWrite(Statement.Write write) {
    action = write.action(table.schema(), request.returnsOldOnFailure());
    WriteRules.check(table.schema(), action);
  }

  /** The item to be written; null when nothing will be. */
  ItemName writtenItem() {
    if (!isWrite()) {
      return null;
    }
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    for (KeyAttribute attribute : table.schema().key().attributes()) {
      key.put(attribute.name(), action.key().get(attribute.name()));
    }
    return new ItemName(table.schema().collection(), Item.of(key));
  }

  /** Reads or writes the item. */
  void execute() {
    attempt(request != null && request.isRead() ? this::read : this::write);
  }

  private void read() {
    boolean isConsistent = request.input().isTrue("ConsistentRead");
    StoredItem stored = access.engine().get(table.schema(), plan.key(), isConsistent);
    capacity = new ConsumedCapacity();
    capacity.addTable(ConsumedCapacity.readUnits(stored == null ? 0 : stored.size(), isConsistent));
    if (stored != null) {
      item = SelectedItem.source(stored, ((Statement.Select) request.statement()).selection());
    }
  }

  private void write() {
    WriteResult result = access.engine().write(table, action);
    capacity = result.capacity();
    Item returned = ((Statement.Write) request.statement()).returned(result);
    item = returned == null ? null : SelectedItem.source(returned);
  }

  /** Adds what the statement used to the sum of its table. */
  void addCapacity(Map<String, ConsumedCapacity> capacities) {
    if (capacity != null) {
      capacities.computeIfAbsent(request.tableName(), name -> new ConsumedCapacity()).add(capacity);
    }
  }

  /** Writes the members of the statement's place in the answer. */
  void write(ResponseWriter out) {
    if (fault != null) {
      BatchError.write(out, fault);
    }
    if (table != null) {
      out.string("TableName", request.tableName());
    }
    out.optionalAttributeMap("Item", item);
  }
}
