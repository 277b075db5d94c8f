package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import java.util.List;

/**
 * Lists the global tables of version 2017.11.29, all or those with a replica in one region, page by
 * page (§9.12).
 */
public final class ListGlobalTables implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final GlobalAccess access;

  public ListGlobalTables(GlobalAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "ListGlobalTables";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    Integer limit = input.integer("Limit");
    return () ->
        list(
            request.namespace().account(),
            input.string("ExclusiveStartGlobalTableName"),
            input.string("RegionName"),
            limit == null ? DEFAULT_LIMIT : limit);
  }

  /** The name to start after need not exist. */
  private Reply list(String account, String start, String region, int limit) {
    List<GlobalTable> found =
        access.globalTables().allLegacy(account).stream()
            .filter(table -> region == null || table.replica(region) != null)
            .filter(table -> start == null || table.name().compareTo(start) > 0)
            .toList();
    List<GlobalTable> page = found.subList(0, Math.min(limit, found.size()));
    boolean isLastPage = page.size() == found.size();
    return out -> {
      out.objects("GlobalTables", page, ListGlobalTables::write);
      out.optionalString(
          "LastEvaluatedGlobalTableName", isLastPage ? null : page.get(page.size() - 1).name());
    };
  }

  private static void write(ResponseWriter out, GlobalTable table) {
    out.string("GlobalTableName", table.name());
    out.objects(
        "ReplicationGroup",
        table.replicas(),
        (element, replica) -> element.string("RegionName", replica.region()));
  }
}
