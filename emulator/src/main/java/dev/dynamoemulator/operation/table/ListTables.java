package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;

/** Lists the names of the caller's tables, page by page (tables.md §7). */
public final class ListTables implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final Catalogue catalogue;

  public ListTables(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "ListTables";
  }

  @Override
  public Call check(Request request) {
    String start = request.input().string("ExclusiveStartTableName");
    Integer limit = request.input().integer("Limit");
    return () -> list(request, start, limit == null ? DEFAULT_LIMIT : limit);
  }

  /** The name to start after need not exist. */
  private Reply list(Request request, String start, int limit) {
    List<String> names =
        catalogue.names(request.namespace()).stream()
            .filter(name -> start == null || name.compareTo(start) > 0)
            .toList();
    List<String> page = names.subList(0, Math.min(limit, names.size()));
    boolean isLastPage = page.size() == names.size();
    return out -> {
      out.strings("TableNames", page);
      out.optionalString("LastEvaluatedTableName", isLastPage ? null : page.get(page.size() - 1));
    };
  }
}
