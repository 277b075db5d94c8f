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

/** Writes a whole item. The checks stand in the order of items.md §1.1. */
public final class PutItem implements Operation {

  private final ItemAccess access;

  public PutItem(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "PutItem";
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
    Item item = ItemValues.checked(input.attributeMap("Item"));
    WriteParameters.checkReturnsOldOrNothing(input);
    ItemValues.checkSize(item, access.limits().itemSize());
    Condition expected = LegacyParameters.expected(input);
    Condition condition = WriteParameters.condition(request, access.expressions());
    boolean returnsOldOnFailure = WriteParameters.returnsOldOnFailure(input);
    return () ->
        put(
            request,
            new WriteAction.Put(
                item, expected == null ? condition : expected, returnsOldOnFailure));
  }

  private Reply put(Request request, WriteAction.Put put) {
    Struct input = request.input();
    Table table = access.catalogue().table(request.namespace(), input.string("TableName"));
    KeyRules.checkItem(table.schema().key(), put.item());
    KeyRules.checkIndexKeys(table.schema(), put.item());
    KeyRules.checkPaths(table.schema(), put.condition());
    WriteResult result = access.engine().write(table, put);
    return WriteReply.ofPutOrDelete(input, table, put.item(), result);
  }
}
