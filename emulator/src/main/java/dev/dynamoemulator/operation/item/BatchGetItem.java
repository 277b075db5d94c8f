package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads up to 100 items of several tables. The checks stand in the order of items.md §1.2. */
public final class BatchGetItem implements Operation {

  private final ItemAccess access;

  public BatchGetItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "BatchGetItem";
  }

  @Override
  public boolean readsItems(Request request) {
    return true;
  }

  /** What is wanted of one table. */
  private record TableRequest(
      String tableName, Struct input, List<Item> keys, Projection projection) {}

  @Override
  public Call check(Request request) {
    Map<String, Struct> requestItems = request.input().structMap("RequestItems");
    if (requestItems.isEmpty()) {
      throw ItemErrors.noRequestItems(name());
    }
    List<TableRequest> tables = new ArrayList<>(requestItems.size());
    int keys = 0;
    for (Map.Entry<String, Struct> entry : requestItems.entrySet()) {
      TableRequest table = check(entry.getKey(), entry.getValue(), keys);
      keys += table.keys().size();
      tables.add(table);
    }
    checkProjectionsAgree(tables);
    return () -> get(request, tables);
  }

  /**
   * @param before the number of keys in the tables before this one
   */
  private TableRequest check(String tableName, Struct input, int before) {
    ExpressionParameters.checkNotMixed(input, List.of("AttributesToGet"), List.of(PROJECTION));
    ExpressionParameters.checkNamesAreUsable(input, PROJECTION);
    Projection attributesToGet = LegacyParameters.attributesToGet(input);
    ExpressionParameters parameters =
        ExpressionParameters.openWithoutValues(input, access.expressions());
    Projection projection = parameters.projection();
    parameters.checkAllUsed();
    List<Item> keys = checkKeys(input.attributeMaps("Keys"), before);
    return new TableRequest(
        tableName, input, keys, projection == null ? attributesToGet : projection);
  }

  /** Keys are counted one by one, so that a surplus one hides the faults of those behind it. */
  private List<Item> checkKeys(List<AttributeMap> given, int before) {
    Set<Item> keys = new LinkedHashSet<>();
    for (AttributeMap values : given) {
      if (!keys.add(ItemValues.checked(values))) {
        throw ItemErrors.duplicateKeys();
      }
      if (before + keys.size() > access.limits().batchGetKeys()) {
        throw ItemErrors.tooManyItems(name());
      }
    }
    return List.copyOf(keys);
  }

  /** Tables of one request all use expressions or all legacy parameters (legacy.md §1). */
  private static void checkProjectionsAgree(List<TableRequest> tables) {
    boolean isLegacy = false;
    boolean isExpression = false;
    for (TableRequest table : tables) {
      isLegacy |= table.input().has("AttributesToGet");
      isExpression |= table.input().has(PROJECTION.parameter());
    }
    if (isLegacy && isExpression) {
      throw ExpressionParameterErrors.mixedParameters(
          List.of("AttributesToGet"), List.of(PROJECTION.parameter()));
    }
  }

  private Reply get(Request request, List<TableRequest> tables) {
    List<TableSchema> schemas = new ArrayList<>();
    for (TableRequest table : tables) {
      schemas.add(access.catalogue().table(request.namespace(), table.tableName()).schema());
    }
    for (int i = 0; i < schemas.size(); i++) {
      for (Item key : tables.get(i).keys()) {
        KeyRules.checkKey(schemas.get(i).key(), key);
      }
      KeyRules.checkPaths(schemas.get(i), tables.get(i).projection());
    }
    Answer answer = new Answer();
    for (int i = 0; i < schemas.size(); i++) {
      read(schemas.get(i), tables.get(i), answer);
    }
    answer.checkNotAllRefused();
    return out -> answer.write(out, CapacityReport.of(request.input()));
  }

  /** Reads one table's items as long as the answer has room for them. */
  private void read(TableSchema schema, TableRequest table, Answer answer) {
    List<AttributeSource> found = new ArrayList<>();
    ConsumedCapacity capacity = new ConsumedCapacity();
    List<Item> unprocessed = new ArrayList<>(0);
    boolean isConsistent = table.input().isTrue("ConsistentRead");
    for (int i = 0; i < table.keys().size(); i++) {
      Item key = table.keys().get(i);
      if (access.faults().leavesUnprocessed(name(), table.tableName())) {
        unprocessed.add(key);
        continue;
      }
      StoredItem item;
      try {
        item = access.engine().get(schema, key, isConsistent);
      } catch (DynamoDbException throttled) {
        answer.refusal = throttled;
        unprocessed.add(key);
        continue;
      }
      int size = item == null ? 0 : item.size();
      if (answer.bytes > 0 && answer.bytes + size > access.limits().batchGetSize()) {
        unprocessed.addAll(table.keys().subList(i, table.keys().size()));
        break;
      }
      answer.bytes += size;
      answer.count++;
      capacity.addTable(ConsumedCapacity.readUnits(size, isConsistent));
      if (item != null) {
        found.add(ProjectedItem.source(item, table.projection()));
      }
    }
    if (!unprocessed.isEmpty()) {
      answer.unprocessed.put(table, unprocessed);
    }
    answer.responses.put(table.tableName(), found);
    answer.capacities.put(table.tableName(), capacity);
  }

  /** What has been read so far. */
  private static final class Answer {
    private final Map<String, List<AttributeSource>> responses = new LinkedHashMap<>();
    private final Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    private final Map<TableRequest, List<Item>> unprocessed = new LinkedHashMap<>();
    private long bytes;
    private int count;
    private DynamoDbException refusal;

    /** Only when there is no capacity for any key does the call fail (items.md §3). */
    void checkNotAllRefused() {
      if (refusal != null && count == 0) {
        throw refusal;
      }
    }

    void write(ResponseWriter out, CapacityReport report) {
      out.object("Responses", tables -> responses.forEach(tables::attributeMaps));
      out.object(
          "UnprocessedKeys",
          tables ->
              unprocessed.forEach(
                  (table, keys) ->
                      tables.object(
                          table.tableName(), entry -> writeUnprocessed(entry, table, keys))));
      report.writeAll(out, capacities);
    }

    /** The table's entry as it was sent, with the keys that are left: fit to be sent again. */
    private static void writeUnprocessed(ResponseWriter out, TableRequest table, List<Item> keys) {
      Struct input = table.input();
      out.items("Keys", keys);
      out.optionalStrings("AttributesToGet", input.strings("AttributesToGet"));
      out.optionalBool("ConsistentRead", input.bool("ConsistentRead"));
      out.optionalString(PROJECTION.parameter(), input.string(PROJECTION.parameter()));
      if (input.has("ExpressionAttributeNames")) {
        out.stringMap("ExpressionAttributeNames", input.stringMap("ExpressionAttributeNames"));
      }
    }
  }
}
