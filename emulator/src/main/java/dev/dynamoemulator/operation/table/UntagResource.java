package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Removes tags of a table; a key that it does not have is no error (tables.md §10). */
public final class UntagResource implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;

  public UntagResource(Catalogue catalogue, TableLifecycle lifecycle) {
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
  }

  @Override
  public String name() {
    return "UntagResource";
  }

  @Override
  public Call check(Request request) {
    TaggedTable resource = TaggedTable.checked(request, name(), "TagKeys");
    List<String> keys = request.input().strings("TagKeys");
    checkNotEmpty(keys);
    return () -> untag(request.namespace(), resource, keys);
  }

  private static void checkNotEmpty(List<String> keys) {
    if (keys.isEmpty()) {
      throw TagErrors.noTagKeys();
    }
  }

  private Reply untag(Namespace caller, TaggedTable resource, List<String> keys) {
    Table table = resource.find(catalogue, caller, name(), TableErrors.resourceNotFound());
    lifecycle.update(table, current -> untagged(current, keys));
    return Reply.NO_BODY;
  }

  private static TableDescription untagged(TableDescription current, List<String> keys) {
    TableState.checkSettled(current);
    Map<String, String> remaining = new LinkedHashMap<>(current.tags());
    keys.forEach(remaining::remove);
    return current.with().tags(remaining).build();
  }
}
