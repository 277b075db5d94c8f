package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;

/** Deletes an item. The checks stand in the order of items.md §1.1. */
public final class DeleteItem implements Operation {

  private final ItemAccess access;

  public DeleteItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "DeleteItem";
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
    WriteParameters.checkNotMixed(input);
    WriteParameters.checkMapsAreUsable(input, request.wording(), CONDITION);
    Item key = ItemValues.checked(input.attributeMap("Key"));
    WriteParameters.checkReturnsOldOrNothing(input);
    Condition expected = LegacyParameters.expected(input);
    Condition condition = WriteParameters.condition(request, access.expressions());
    boolean returnsOldOnFailure = WriteParameters.returnsOldOnFailure(input);
    return () ->
        delete(
            request,
            new WriteAction.Delete(
                key, expected == null ? condition : expected, returnsOldOnFailure));
  }

  private Reply delete(Request request, WriteAction.Delete delete) {
    Struct input = request.input();
    Table table = access.catalogue().table(request.namespace(), input.string("TableName"));
    KeyRules.checkKey(table.schema().key(), delete.key());
    KeyRules.checkPaths(table.schema(), delete.condition());
    WriteResult result = access.engine().write(table, delete);
    return WriteReply.ofPutOrDelete(input, table, delete.key(), result);
  }
}
