package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.IdempotencyTokens.Outcome;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.TransactWrite;
import dev.dynamoemulator.engine.TransactionErrors;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
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

  private static final List<String> ACTIONS = List.of("ConditionCheck", "Put", "Delete", "Update");

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

  private record Element(String tableName, WriteAction action) {}

  @Override
  public Call check(Request request) {
    List<Struct> items = request.input().structs("TransactItems");
    for (Struct item : items) {
      if (ACTIONS.stream().filter(item::has).count() != 1) {
        throw TransactionErrors.notExactlyOneAction();
      }
    }
    List<Element> elements = new ArrayList<>(items.size());
    for (Struct item : items) {
      elements.add(element(request, item));
    }
    return () -> transact(request, elements);
  }

  private Element element(Request request, Struct item) {
    String kind = ACTIONS.stream().filter(item::has).findFirst().orElseThrow();
    Struct input = item.struct(kind);
    return new Element(input.string("TableName"), action(request, kind, input));
  }

  private WriteAction action(Request request, String kind, Struct input) {
    boolean isUpdate = kind.equals("Update");
    TransactParameters.checkMapsAreUsable(input, isUpdate);
    Item values = ItemValues.checked(input.attributeMap(kind.equals("Put") ? "Item" : "Key"));
    if (kind.equals("Put")) {
      ItemValues.checkSize(values, access.limits().itemSize());
    }
    ExpressionParameters parameters =
        ExpressionParameters.open(input, access.expressions(), request.wording());
    Update update = isUpdate ? parameters.update() : null;
    Condition condition = parameters.condition();
    parameters.checkAllUsed();
    boolean returnsOld = WriteParameters.returnsOldOnFailure(input);
    return switch (kind) {
      case "Put" -> new WriteAction.Put(values, condition, returnsOld);
      case "Delete" -> new WriteAction.Delete(values, condition, returnsOld);
      case "Update" -> new WriteAction.UpdateItem(values, update, condition, returnsOld);
      default -> new WriteAction.ConditionCheck(values, condition, returnsOld);
    };
  }

  private Reply transact(Request request, List<Element> elements) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Element element : elements) {
      tables.computeIfAbsent(
          element.tableName(), name -> access.catalogue().table(request.namespace(), name));
    }
    for (Element element : elements) {
      checkNoEmptyKeys(tables.get(element.tableName()).schema(), element.action());
    }
    List<TransactWrite> writes = new ArrayList<>(elements.size());
    for (Element element : elements) {
      Table table = tables.get(element.tableName());
      writes.add(
          new TransactWrite(table, element.action(), fault(table.schema(), element.action())));
    }
    access
        .engine()
        .checkDistinct(
            writes.stream().map(write -> write.table().schema()).toList(),
            writes.stream().map(TransactWriteItems::keyOfSoundElement).toList());

    Outcome<Map<String, Consumption>> outcome =
        tokens.run(
            request.namespace(),
            request.input().string("ClientRequestToken"),
            request.input().structs("TransactItems"),
            () -> consumption(elements, access.engine().transact(writes)));
    return reply(request, outcome, tables, elements);
  }

  private static void checkNoEmptyKeys(TableSchema table, WriteAction action) {
    KeyRules.checkNoEmptyKeys(table, action.key());
    if (action instanceof WriteAction.UpdateItem update) {
      KeyRules.checkNoEmptyKeys(table, update.update());
    }
  }

  /** What the element has against its table's schema, which cancels the transaction; or null. */
  private static DynamoDbException fault(TableSchema table, WriteAction action) {
    try {
      if (action instanceof WriteAction.Put put) {
        KeyRules.checkItem(table.key(), put.item());
        KeyRules.checkIndexKeys(table, put.item());
      } else {
        KeyRules.checkKey(table.key(), action.key());
      }
      if (action instanceof WriteAction.UpdateItem update) {
        KeyRules.checkUpdate(table, update.update());
      }
      KeyRules.checkPaths(table, action.condition());
      return null;
    } catch (DynamoDbException fault) {
      return fault;
    }
  }

  private static Item keyOfSoundElement(TransactWrite write) {
    return write.fault() == null ? write.action().key() : null;
  }

  /**
   * What a table's part of a transaction consumed.
   *
   * @param written write units of the call that carried it out
   * @param replayed read units of every further call with the same token (transactions.md §4.6)
   */
  private record Consumption(ConsumedCapacity written, ConsumedCapacity replayed) {}

  private static Map<String, Consumption> consumption(
      List<Element> elements, List<WriteResult> results) {
    Map<String, Consumption> consumption = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      Consumption table =
          consumption.computeIfAbsent(
              elements.get(i).tableName(),
              name -> new Consumption(new ConsumedCapacity(), new ConsumedCapacity()));
      WriteResult result = results.get(i);
      table.written().addTransactional(result.capacity());
      table.replayed().addTable(2 * ConsumedCapacity.readUnits(result.largerSize(), true));
    }
    return consumption;
  }

  private static Reply reply(
      Request request,
      Outcome<Map<String, Consumption>> outcome,
      Map<String, Table> tables,
      List<Element> elements) {
    return out -> {
      Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
      outcome
          .value()
          .forEach(
              (table, consumption) ->
                  capacities.put(
                      table, outcome.isReplay() ? consumption.replayed() : consumption.written()));
      CapacityReport.of(request.input())
          .writeAll(
              out, capacities, outcome.isReplay() ? "ReadCapacityUnits" : "WriteCapacityUnits");
      Map<String, List<WriteAction>> writes = new LinkedHashMap<>();
      for (Element element : elements) {
        writes
            .computeIfAbsent(element.tableName(), name -> new ArrayList<>())
            .add(element.action());
      }
      CollectionMetrics.writeAll(out, request.input(), tables, writes);
    };
  }
}
