package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;

/** Reads one item. The checks stand in the order of items.md §1.2. */
public final class GetItem implements Operation {

  private final ItemAccess access;

  public GetItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "GetItem";
  }

  @Override
  public boolean readsItems(Request request) {
    return true;
  }

  /** It reads one item. */
  @Override
  public boolean isBrief() {
    return true;
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    ExpressionParameters.checkNotMixed(input, List.of("AttributesToGet"), List.of(PROJECTION));
    ExpressionParameters.checkNamesAreUsable(input, PROJECTION);
    Item key = ItemValues.checked(input.attributeMap("Key"));
    Projection attributesToGet = LegacyParameters.attributesToGet(input);
    ExpressionParameters parameters =
        ExpressionParameters.openWithoutValues(input, access.expressions());
    Projection projection = parameters.projection();
    parameters.checkAllUsed();
    return () -> get(request, key, projection == null ? attributesToGet : projection);
  }

  private Reply get(Request request, Item key, Projection projection) {
    Struct input = request.input();
    String tableName = input.string("TableName");
    TableSchema table = access.catalogue().table(request.namespace(), tableName).schema();
    KeyRules.checkKey(table.key(), key);
    KeyRules.checkPaths(table, projection);
    StoredItem item = access.engine().get(table, key, input.isTrue("ConsistentRead"));
    ConsumedCapacity capacity = new ConsumedCapacity();
    capacity.addTable(
        ConsumedCapacity.readUnits(item == null ? 0 : item.size(), input.isTrue("ConsistentRead")));
    return out -> {
      if (item != null) {
        out.attributeMap("Item", ProjectedItem.source(item, projection));
      }
      CapacityReport.of(input).write(out, tableName, capacity);
    };
  }
}
