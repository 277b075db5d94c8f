package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.TransactionErrors;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads up to 100 items of several tables as they are at one moment. The checks stand in the order
 * of transactions.md §2.1.
 */
public final class TransactGetItems implements Operation {

  private final ItemAccess access;

  public TransactGetItems(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "TransactGetItems";
  }

  private record Element(String tableName, Item key, Projection projection) {

    DynamoDbException keyFault(TableSchema table) {
      return ElementFault.of(() -> KeyRules.checkKey(table.key(), key));
    }

    /** What the element has against its table, which cancels the transaction; or null. */
    DynamoDbException fault(TableSchema table) {
      DynamoDbException keyFault = keyFault(table);
      return keyFault != null
          ? keyFault
          : ElementFault.of(() -> KeyRules.checkPaths(table, projection));
    }
  }

  @Override
  public boolean isBrief() {
    return true;
  }

  @Override
  public Call check(Request request) {
    List<Element> elements = new ArrayList<>();
    for (Struct item : request.input().structs("TransactItems")) {
      elements.add(element(item.struct("Get")));
    }
    return () -> get(request, elements);
  }

  private Element element(Struct get) {
    ExpressionParameters.checkNamesAreUsable(get, PROJECTION);
    Item key = ItemValues.checked(get.attributeMap("Key"));
    ExpressionParameters parameters =
        ExpressionParameters.openWithoutValues(get, access.expressions());
    Projection projection = parameters.projection();
    parameters.checkAllUsed();
    return new Element(get.string("TableName"), key, projection);
  }

  private Reply get(Request request, List<Element> elements) {
    List<TableSchema> tables = tables(request, elements);
    checkNoEmptyKeys(tables, elements);
    checkDistinct(tables, elements);
    checkAgainst(tables, elements);
    List<Item> keys = elements.stream().map(Element::key).toList();
    List<StoredItem> items = access.engine().transactGet(tables, keys);
    Map<String, ConsumedCapacity> capacities = capacities(elements, items);
    return out -> {
      out.array("Responses", responses -> writeItems(responses, elements, items));
      CapacityReport.of(request.input()).writeAll(out, capacities, "ReadCapacityUnits");
    };
  }

  private List<TableSchema> tables(Request request, List<Element> elements) {
    List<TableSchema> tables = new ArrayList<>(elements.size());
    for (Element element : elements) {
      tables.add(access.catalogue().table(request.namespace(), element.tableName()).schema());
    }
    return tables;
  }

  private static void checkNoEmptyKeys(List<TableSchema> tables, List<Element> elements) {
    for (int i = 0; i < elements.size(); i++) {
      KeyRules.checkNoEmptyKeys(tables.get(i).key(), elements.get(i).key());
    }
  }

  private void checkDistinct(List<TableSchema> tables, List<Element> elements) {
    List<Item> keys = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      keys.add(element.keyFault(tables.get(i)) == null ? element.key() : null);
    }
    access.engine().checkDistinct(tables, keys);
  }

  private static void checkAgainst(List<TableSchema> tables, List<Element> elements) {
    List<DynamoDbException> faults = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      faults.add(elements.get(i).fault(tables.get(i)));
    }
    if (faults.stream().anyMatch(Objects::nonNull)) {
      throw TransactionErrors.cancelled(faults);
    }
  }

  private static Map<String, ConsumedCapacity> capacities(
      List<Element> elements, List<StoredItem> items) {
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      capacities
          .computeIfAbsent(elements.get(i).tableName(), name -> new ConsumedCapacity())
          .addTable(ConsumedCapacity.transactionalReadUnits(items.get(i)));
    }
    return capacities;
  }

  private static void writeItems(
      ResponseWriter responses, List<Element> elements, List<StoredItem> items) {
    for (int i = 0; i < items.size(); i++) {
      StoredItem item = items.get(i);
      Projection projection = elements.get(i).projection();
      responses.element(entry -> writeItem(entry, item, projection));
    }
  }

  /** An item of which the projection leaves nothing is left out like a missing one. */
  private static void writeItem(ResponseWriter entry, StoredItem item, Projection projection) {
    if (item == null) {
      return;
    }
    if (projection == null) {
      entry.attributeMap("Item", item::writeTo);
      return;
    }
    Item selected = projection.apply(item);
    if (!selected.isEmpty()) {
      entry.attributeMap("Item", selected);
    }
  }
}
