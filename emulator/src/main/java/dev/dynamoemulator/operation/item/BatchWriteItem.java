package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts and deletes up to 25 items of several tables, each on its own. The checks stand in the order
 * of items.md §1.3.
 */
public final class BatchWriteItem implements Operation {

  private final ItemAccess access;

  public BatchWriteItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "BatchWriteItem";
  }

  @Override
  public Call check(Request request) {
    Map<String, List<Struct>> requestItems = request.input().structListMap("RequestItems");
    if (requestItems.isEmpty()) {
      throw ItemErrors.noRequestItems(name());
    }
    Map<String, List<WriteAction>> writes = new LinkedHashMap<>();
    requestItems.forEach((table, requests) -> writes.put(table, check(requests)));
    if (writes.values().stream().mapToInt(List::size).sum()
        > access.limits().batchWriteRequests()) {
      throw ItemErrors.tooManyItems(name());
    }
    return () -> write(request, writes);
  }

  private List<WriteAction> check(List<Struct> requests) {
    for (Struct request : requests) {
      if (request.has("PutRequest") == request.has("DeleteRequest")) {
        throw ItemErrors.notExactlyOneWrite();
      }
    }
    List<WriteAction> writes = new ArrayList<>(requests.size());
    for (Struct request : requests) {
      if (request.has("PutRequest")) {
        Item item = ItemValues.checked(request.struct("PutRequest").attributeMap("Item"));
        ItemValues.checkSize(item, access.limits().itemSize());
        writes.add(new WriteAction.Put(item, null, false));
      } else {
        Item key = ItemValues.checked(request.struct("DeleteRequest").attributeMap("Key"));
        writes.add(new WriteAction.Delete(key, null, false));
      }
    }
    return writes;
  }

  private Reply write(Request request, Map<String, List<WriteAction>> writes) {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String tableName : writes.keySet()) {
      tables.put(tableName, access.catalogue().table(request.namespace(), tableName));
    }
    writes.forEach((tableName, actions) -> checkKeys(tables.get(tableName).schema(), actions));
    writes.forEach((tableName, actions) -> checkDistinct(tables.get(tableName).schema(), actions));

    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    writes.forEach(
        (tableName, actions) -> {
          ConsumedCapacity capacity = new ConsumedCapacity();
          for (WriteAction action : actions) {
            capacity.add(access.engine().write(tables.get(tableName), action).capacity());
          }
          capacities.put(tableName, capacity);
        });
    return out -> {
      out.object("UnprocessedItems", unprocessed -> {});
      CollectionMetrics.writeAll(out, request.input(), tables, writes);
      CapacityReport.of(request.input()).writeAll(out, capacities);
    };
  }

  private static void checkKeys(TableSchema table, List<WriteAction> actions) {
    for (WriteAction action : actions) {
      if (action instanceof WriteAction.Put put) {
        KeyRules.checkBatchItem(table.key(), put.item());
        KeyRules.checkIndexKeys(table, put.item());
      } else {
        KeyRules.checkKey(table.key(), action.key());
      }
    }
  }

  private static void checkDistinct(TableSchema table, List<WriteAction> actions) {
    Set<List<AttributeValue>> seen = new HashSet<>();
    for (WriteAction action : actions) {
      List<AttributeValue> key = new ArrayList<>(2);
      for (KeyAttribute attribute : table.key().attributes()) {
        key.add(action.key().get(attribute.name()));
      }
      if (!seen.add(key)) {
        throw ItemErrors.duplicateKeys();
      }
    }
  }
}
