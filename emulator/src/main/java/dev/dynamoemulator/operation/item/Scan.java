package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.FILTER;
import static dev.dynamoemulator.expression.ExpressionKind.PROJECTION;

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

  private record Checked(
      Struct input,
      Condition filter,
      Selection selection,
      Projection projection,
      Item startKey,
      int segment,
      int totalSegments) {}

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

    boolean isParallel = input.has("Segment");
    Checked checked =
        new Checked(
            input,
            filter == null ? scanFilter : filter,
            selection,
            projection == null ? attributesToGet : projection,
            startKey,
            isParallel ? input.integer("Segment") : 0,
            isParallel ? input.integer("TotalSegments") : 1);
    return () -> scan(request, checked);
  }

  private Reply scan(Request request, Checked scan) {
    Struct input = scan.input();
    TableSchema table =
        access.catalogue().table(request.namespace(), input.string("TableName")).schema();
    IndexSchema index = PageParameters.index(input, table);
    PageParameters.checkConsistency(input, index);
    StartKey.checkIndexPart(table, index, scan.startKey());
    scan.selection().checkGlobalIndex(table, index, scan.projection());
    StartKey.checkTablePart(table, scan.startKey());
    KeyRange range =
        access
            .engine()
            .scanRange(table, index, scan.startKey(), scan.segment(), scan.totalSegments());
    KeyRules.checkPaths(table, scan.projection());
    KeyRules.checkPaths(table, scan.filter());
    return PageReply.of(
        input,
        scan.selection(),
        scan.projection(),
        access
            .engine()
            .read(
                PageParameters.plan(
                    input,
                    table,
                    index,
                    range,
                    false,
                    scan.filter(),
                    scan.selection(),
                    scan.projection())));
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
