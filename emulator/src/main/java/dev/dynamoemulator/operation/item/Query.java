package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.FILTER;
import static dev.dynamoemulator.expression.ExpressionKind.KEY_CONDITION;
import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IndexRules;
import dev.dynamoemulator.engine.KeyRange;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.ExpressionSchemaErrors;
import dev.dynamoemulator.expression.KeyConditionErrors;
import dev.dynamoemulator.expression.KeyConditions;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/** Reads one partition of a table or index. The checks stand in the order of items.md §1.4. */
public final class Query implements Operation {

  private final ItemAccess access;

  public Query(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "Query";
  }

  @Override
  public boolean readsItems(Request request) {
    return true;
  }

  /** A page ends at 1 MB. */
  @Override
  public boolean isBrief() {
    return true;
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    checkNotMixed(input);
    ExpressionParameters.checkNamesAreUsable(input, KEY_CONDITION, FILTER, PROJECTION);
    if (ExpressionParameters.hasUnusableValues(input, FILTER, KEY_CONDITION)) {
      throw ExpressionParameterErrors.valuesWithoutExpression(FILTER, KEY_CONDITION);
    }
    Condition queryFilter = LegacyParameters.filter(input, "QueryFilter");
    Projection attributesToGet = LegacyParameters.attributesToGet(input);
    Item startKey = PageParameters.startKey(input);
    Selection selection = Selection.of(input, ItemErrors::noSpecificAttributesInQuery);
    checkHasKeyConditions(input);
    ExpressionParameters parameters =
        ExpressionParameters.open(input, access.expressions(), request.wording());
    Condition keyCondition = parameters.keyCondition();
    Condition filter = parameters.filter();
    Projection projection = parameters.projection();
    parameters.checkAllUsed();
    KeyConditions keyConditions =
        keyCondition == null
            ? LegacyParameters.keyConditions(input)
            : KeyConditions.of(keyCondition);
    keyConditions.checkCount(
        input.has("IndexName") ? KeyConditions.MULTI_ATTRIBUTE_MAXIMUM : KeyConditions.MAXIMUM);

    PageParameters page =
        new PageParameters(
            input,
            filter == null ? queryFilter : filter,
            selection,
            projection == null ? attributesToGet : projection,
            startKey);
    return () -> query(request, keyConditions, page);
  }

  private Reply query(Request request, KeyConditions keyConditions, PageParameters page) {
    Struct input = page.input();
    Engine engine = access.engine();
    TableSchema table =
        access.catalogue().table(request.namespace(), input.string("TableName")).schema();
    IndexSchema index = page.index(table, name());
    page.checkConsistency(index);
    boolean isDescending = Boolean.FALSE.equals(input.bool("ScanIndexForward"));
    KeyRange range = engine.queryRange(table, index, keyConditions, page.startKey(), isDescending);
    KeyRules.checkPaths(table, page.projection());
    checkFilterNamesNoKey(page, index == null ? table.key() : index.key());
    page.selection().checkGlobalIndex(table, index, page.projection());
    KeyRules.checkPaths(table, page.filter());
    IndexRules.checkFilterProjected(table, index, page.filter());
    return page.reply(engine.read(page.plan(table, index, range, isDescending)));
  }

  /** KeyConditions may stand beside other expressions as long as it has no rival of its own. */
  private static void checkNotMixed(Struct input) {
    List<String> legacy =
        new ArrayList<>(List.of("AttributesToGet", "QueryFilter", "ConditionalOperator"));
    if (input.has(KEY_CONDITION.parameter())) {
      legacy.add("KeyConditions");
    }
    ExpressionParameters.checkNotMixed(input, legacy, List.of(PROJECTION, FILTER, KEY_CONDITION));
  }

  private static void checkHasKeyConditions(Struct input) {
    if (!input.has("KeyConditions") && !input.has(KEY_CONDITION.parameter())) {
      throw KeyConditionErrors.noKeyCondition();
    }
  }

  private static void checkFilterNamesNoKey(PageParameters page, KeySchema key) {
    if (page.filter() == null) {
      return;
    }
    for (String attribute : page.filter().attributeNames()) {
      if (key.contains(attribute)) {
        throw page.input().has("QueryFilter")
            ? ExpressionSchemaErrors.queryFilterOnKey(attribute)
            : ExpressionSchemaErrors.filterOnKey(attribute);
      }
    }
  }
}
