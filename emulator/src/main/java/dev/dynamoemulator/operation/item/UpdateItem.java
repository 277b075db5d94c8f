package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;
import static dev.dynamoemulator.expression.ExpressionKind.UPDATE;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import java.util.List;

/** Changes or creates an item. The checks stand in the order of items.md §1.1. */
public final class UpdateItem implements Operation {

  private final ItemAccess access;

  public UpdateItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "UpdateItem";
  }

  @Override
  public boolean prefixesRequestFaults() {
    return true;
  }

  @Override
  public boolean isBrief() {
    return access.engine().writesAtOnce();
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    ExpressionParameters.checkNotMixed(
        input,
        List.of("AttributeUpdates", "Expected", "ConditionalOperator"),
        List.of(UPDATE, CONDITION));
    WriteParameters.checkMapsAreUsable(input, request.wording(), UPDATE, CONDITION);
    Item key = ItemValues.checked(input.attributeMap("Key"));
    Update attributeUpdates = LegacyParameters.attributeUpdates(input);
    Condition expected = LegacyParameters.expected(input);
    ExpressionParameters parameters =
        ExpressionParameters.open(input, access.expressions(), request.wording());
    Update update = parameters.update();
    Condition condition = parameters.condition();
    parameters.checkAllUsed();

    WriteAction.UpdateItem action =
        new WriteAction.UpdateItem(
            key,
            update != null ? update : attributeUpdates != null ? attributeUpdates : Update.NONE,
            expected == null ? condition : expected,
            WriteParameters.returnsOldOnFailure(input));
    return () -> update(request, action);
  }

  private Reply update(Request request, WriteAction.UpdateItem action) {
    Struct input = request.input();
    Table table = access.catalogue().table(request.namespace(), input.string("TableName"));
    KeyRules.checkKey(table.schema().key(), action.key());
    KeyRules.checkUpdate(table.schema(), action.update());
    KeyRules.checkPaths(table.schema(), action.condition());
    WriteResult result = access.engine().write(table, action);
    return WriteReply.ofUpdate(input, table, action, result);
  }
}
