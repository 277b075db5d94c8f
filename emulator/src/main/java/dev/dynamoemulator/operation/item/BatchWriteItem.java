package dev.dynamoemulator.operation.item;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.TableWrite;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
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
    int count = 0;
    for (Map.Entry<String, List<Struct>> table : requestItems.entrySet()) {
      writes.put(table.getKey(), check(table.getValue()));
      count += table.getValue().size();
    }
    if (count > access.limits().batchWriteRequests()) {
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
    checkDistinct(tables, writes);

    List<TableWrite> all = new ArrayList<>();
    Set<WriteAction> left = Collections.newSetFromMap(new IdentityHashMap<>(0));
    writes.forEach(
        (tableName, actions) -> {
          for (WriteAction action : actions) {
            if (access.faults().leavesUnprocessed(name(), tableName)) {
              left.add(action);
            } else {
              all.add(new TableWrite(tables.get(tableName), action));
            }
          }
        });
    Iterator<WriteResult> results = access.engine().writeEach(all).iterator();
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    Map<String, List<WriteAction>> processed = new LinkedHashMap<>();
    Map<String, List<WriteAction>> unprocessed = new LinkedHashMap<>();
    writes.forEach(
        (tableName, actions) -> {
          processed.put(tableName, new ArrayList<>());
          ConsumedCapacity capacity = new ConsumedCapacity();
          for (WriteAction action : actions) {
            WriteResult result = left.contains(action) ? null : results.next();
            if (result == null) {
              unprocessed.computeIfAbsent(tableName, name -> new ArrayList<>()).add(action);
            } else {
              processed.get(tableName).add(action);
              capacity.add(result.capacity());
            }
          }
          capacities.put(tableName, capacity);
        });
    return out -> {
      out.object("UnprocessedItems", items -> writeUnprocessed(items, unprocessed));
      CollectionMetrics.writeAll(out, request.input(), tables, processed);
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

  /** A table may be named in two ways, by name and by ARN. */
  private static void checkDistinct(
      Map<String, Table> tables, Map<String, List<WriteAction>> writes) {
    Map<Table, Set<List<AttributeValue>>> seen = new HashMap<>();
    writes.forEach(
        (tableName, actions) -> {
          Table table = tables.get(tableName);
          Set<List<AttributeValue>> keys = seen.computeIfAbsent(table, none -> new HashSet<>());
          for (WriteAction action : actions) {
            if (!keys.add(key(table.schema(), action))) {
              throw ItemErrors.duplicateKeys();
            }
          }
        });
  }

  private static List<AttributeValue> key(TableSchema table, WriteAction action) {
    List<AttributeValue> key = new ArrayList<>(2);
    for (KeyAttribute attribute : table.key().attributes()) {
      key.add(action.key().get(attribute.name()));
    }
    return key;
  }

  /** The requests as they were sent, fit to be sent again. */
  private static void writeUnprocessed(
      ResponseWriter out, Map<String, List<WriteAction>> unprocessed) {
    unprocessed.forEach(
        (tableName, actions) ->
            out.objects(
                tableName,
                actions,
                (entry, action) -> {
                  if (action instanceof WriteAction.Put put) {
                    entry.object("PutRequest", write -> write.attributeMap("Item", put.item()));
                  } else {
                    entry.object("DeleteRequest", write -> write.attributeMap("Key", action.key()));
                  }
                }));
  }
}
