package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.FILTER;
import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.KeyRange;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.StartKey;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;

/**
 * Reads a whole table or index, or a segment of it. The checks stand in the order of items.md §1.5.
 */
public final class Scan implements Operation {

  private final ItemAccess access;

  public Scan(ItemAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "Scan";
  }

  @Override
  public boolean readsItems(Request request) {
    return true;
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    ExpressionParameters.checkNotMixed(
        input,
        List.of("AttributesToGet", "ScanFilter", "ConditionalOperator"),
        List.of(PROJECTION, FILTER));
    ExpressionParameters.checkNamesAreUsable(input, FILTER, PROJECTION);
    if (ExpressionParameters.hasUnusableValues(input, FILTER)) {
      throw ExpressionParameterErrors.valuesWithoutExpression(FILTER);
    }
    Projection attributesToGet = LegacyParameters.attributesToGet(input);
    Condition scanFilter = LegacyParameters.filter(input, "ScanFilter");
    Item startKey = PageParameters.startKey(input);
    checkSegments(input.integer("Segment"), input.integer("TotalSegments"));
    Selection selection = Selection.of(input, ItemErrors::noSpecificAttributes);
    ExpressionParameters parameters =
        ExpressionParameters.open(input, access.expressions(), request.wording());
    Condition filter = parameters.filter();
    Projection projection = parameters.projection();
    parameters.checkAllUsed();

    PageParameters page =
        new PageParameters(
            input,
            filter == null ? scanFilter : filter,
            selection,
            projection == null ? attributesToGet : projection,
            startKey);
    return () -> scan(request, page);
  }

  private Reply scan(Request request, PageParameters page) {
    Engine engine = access.engine();
    TableSchema table =
        access.catalogue().table(request.namespace(), page.input().string("TableName")).schema();
    IndexSchema index = page.index(table, name());
    page.checkConsistency(index);
    StartKey.checkIndexPart(table, index, page.startKey());
    page.selection().checkGlobalIndex(table, index, page.projection());
    StartKey.checkTablePart(table, page.startKey());
    KeyRange range = range(page, table, index);
    KeyRules.checkPaths(table, page.projection());
    KeyRules.checkPaths(table, page.filter());
    return page.reply(engine.read(page.plan(table, index, range, false)));
  }

  private KeyRange range(PageParameters page, TableSchema table, IndexSchema index) {
    Integer segment = page.input().integer("Segment");
    return segment == null
        ? access.engine().scanRange(table, index, page.startKey(), 0, 1)
        : access
            .engine()
            .scanRange(
                table, index, page.startKey(), segment, page.input().integer("TotalSegments"));
  }

  private static void checkSegments(Integer segment, Integer totalSegments) {
    if (segment != null && totalSegments == null) {
      throw ItemErrors.noTotalSegments();
    }
    if (segment == null && totalSegments != null) {
      throw ItemErrors.noSegment();
    }
    if (segment != null && segment >= totalSegments) {
      throw ItemErrors.segmentOutOfRange(segment, totalSegments);
    }
  }
}
