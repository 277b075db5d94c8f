package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.engine.WriteResult;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.item.CapacityReport;
import dev.dynamoemulator.partiql.NextToken;
import dev.dynamoemulator.partiql.PagePosition;
import dev.dynamoemulator.partiql.SelectPage;
import dev.dynamoemulator.partiql.SelectPlan;
import dev.dynamoemulator.partiql.Statement;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.partiql.WriteRules;
import dev.dynamoemulator.shape.ResponseWriter.AttributeSource;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableSchema;
import java.time.InstantSource;
import java.util.List;

/** Carries out one statement: reads a page, or writes an item (partiql.md §4, §5). */
public final class ExecuteStatement implements Operation {

  private final StatementAccess access;
  private final InstantSource clock;

  public ExecuteStatement(StatementAccess access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ExecuteStatement";
  }

  @Override
  public List<String> tableNames(Request request) {
    return StatementTables.of(access, List.of(request.input()));
  }

  @Override
  public boolean readsItems(Request request) {
    return StatementRequest.of(access, request.input()).statement() instanceof Statement.Select;
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    StatementRequest checked = StatementRequest.of(access, input);
    if (checked.statement() instanceof Statement.Exists) {
      throw StatementErrors.existsOutsideTransaction();
    }
    PagePosition from = position(request, checked);
    return checked.statement() instanceof Statement.Select select
        ? () -> select(request, checked, select, from)
        : () -> write(request, checked, (Statement.Write) checked.statement());
  }

  private PagePosition position(Request request, StatementRequest checked) {
    String token = checked.input().string("NextToken");
    if (token == null) {
      return PagePosition.START;
    }
    if (!checked.isRead()) {
      throw StatementErrors.foreignToken();
    }
    return token(request, checked).decode(token, clock.instant());
  }

  private static NextToken token(Request request, StatementRequest checked) {
    return new NextToken(
        request.namespace().account(), checked.input().string("Statement"), checked.parameters());
  }

  private Reply select(
      Request request, StatementRequest checked, Statement.Select select, PagePosition from) {
    Struct input = request.input();
    TableSchema table = access.catalogue().table(request.namespace(), select.tableName()).schema();
    SelectPlan plan = SelectPlan.of(select, table, input.isTrue("ConsistentRead"));
    Integer limit = input.integer("Limit");
    SelectPage page = plan.read(access.engine(), limit == null ? 0 : limit, from);
    return out -> {
      out.attributeMaps("Items", SelectedItem.sources(page.items(), plan.selection()));
      if (page.end() != null) {
        out.string("NextToken", token(request, checked).encode(page.end(), clock.instant()));
        out.attributeMap("LastEvaluatedKey", page.end().key());
      }
      CapacityReport.of(input).write(out, select.tableName(), page.capacity());
    };
  }

  private Reply write(Request request, StatementRequest checked, Statement.Write write) {
    Table table = access.catalogue().table(request.namespace(), write.tableName());
    WriteAction action = write.action(table.schema(), checked.returnsOldOnFailure());
    WriteRules.check(table.schema(), action);
    WriteResult result = access.engine().write(table, action);
    Item returned = write.returned(result);
    List<AttributeSource> items =
        returned == null ? List.of() : List.of(SelectedItem.source(returned));
    return out -> {
      out.attributeMaps("Items", items);
      CapacityReport.of(request.input()).write(out, write.tableName(), result.capacity());
    };
  }
}
