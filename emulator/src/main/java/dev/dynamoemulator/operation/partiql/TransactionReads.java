package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.TransactionErrors;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.item.CapacityReport;
import dev.dynamoemulator.partiql.SelectPlan;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.partiql.StatementKeys;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The SELECT statements of a transaction: items of one moment, each by its key. */
final class TransactionReads implements Call {

  private final StatementAccess access;
  private final Request request;
  private final List<StatementRequest> statements;

  TransactionReads(StatementAccess access, Request request, List<StatementRequest> statements) {
    this.access = access;
    this.request = request;
    this.statements = statements;
  }

  @Override
  public Reply run() {
    List<TableSchema> tables = new ArrayList<>();
    for (StatementRequest statement : statements) {
      tables.add(access.catalogue().table(request.namespace(), statement.tableName()).schema());
    }
    List<SelectPlan> plans = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      plans.add(plan(select(i), tables.get(i), i));
    }
    List<Item> keys = plans.stream().map(SelectPlan::key).toList();
    for (int i = 0; i < tables.size(); i++) {
      KeyRules.checkNoEmptyKeys(tables.get(i), keys.get(i));
    }
    checkKeys(tables, keys);
    List<StoredItem> items = access.engine().transactGet(tables, keys);
    return out -> {
      out.array("Responses", responses -> writeItems(responses, items));
      CapacityReport.of(request.input()).writeAll(out, capacities(items), "ReadCapacityUnits");
    };
  }

  private Statement.Select select(int index) {
    return (Statement.Select) statements.get(index).statement();
  }

  private static SelectPlan plan(Statement.Select select, TableSchema table, int index) {
    try {
      if (select.isOnIndex()) {
        throw StatementErrors.indexReadInTransaction();
      }
      SelectPlan plan = SelectPlan.of(select, table, true);
      if (plan.key() == null) {
        throw StatementErrors.noPrimaryKey("ExecuteTransaction");
      }
      return plan;
    } catch (DynamoDbException fault) {
      throw StatementErrors.inTransaction(index, fault);
    }
  }

  /** A key that does not fit its table cancels the transaction; the answer names every one. */
  private void checkKeys(List<TableSchema> tables, List<Item> keys) {
    List<DynamoDbException> faults = new ArrayList<>();
    List<Item> soundKeys = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      DynamoDbException fault = keyFault(tables.get(i), keys.get(i));
      faults.add(fault);
      soundKeys.add(fault == null ? keys.get(i) : null);
    }
    access.engine().checkDistinct(tables, soundKeys);
    if (faults.stream().anyMatch(Objects::nonNull)) {
      throw TransactionErrors.cancelled(faults);
    }
  }

  private static DynamoDbException keyFault(TableSchema table, Item key) {
    try {
      StatementKeys.check(table.key(), key);
      return null;
    } catch (DynamoDbException fault) {
      return fault;
    }
  }

  private void writeItems(ResponseWriter responses, List<StoredItem> items) {
    for (int i = 0; i < items.size(); i++) {
      StoredItem item = items.get(i);
      Statement.Select select = select(i);
      responses.element(
          entry -> {
            if (item != null) {
              entry.attributeMap("Item", SelectedItem.source(item, select.selection()));
            }
          });
    }
  }

  private Map<String, ConsumedCapacity> capacities(List<StoredItem> items) {
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      capacities
          .computeIfAbsent(statements.get(i).tableName(), name -> new ConsumedCapacity())
          .addTable(ConsumedCapacity.transactionalReadUnits(items.get(i)));
    }
    return capacities;
  }
}
