package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableState;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sets tags of a table; a key that it has already gets the new value (tables.md §10). */
public final class TagResource implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;

  public TagResource(Catalogue catalogue, TableLifecycle lifecycle) {
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
  }

  @Override
  public String name() {
    return "TagResource";
  }

  @Override
  public Call check(Request request) {
    TaggedTable resource = TaggedTable.checked(request, name(), "Tags");
    checkNotEmpty(request.input());
    Map<String, String> tags = TagList.checked(request.input());
    return () -> tag(request.namespace(), resource, tags);
  }

  private static void checkNotEmpty(Struct input) {
    if (input.structs("Tags").isEmpty()) {
      throw TagErrors.noTags();
    }
  }

  private Reply tag(Namespace caller, TaggedTable resource, Map<String, String> tags) {
    Table table =
        resource.find(catalogue, caller, name(), TagErrors.resourceNotFound(resource.arn()));
    lifecycle.update(table, current -> tagged(current, tags));
    return Reply.NO_BODY;
  }

  private static TableDescription tagged(TableDescription current, Map<String, String> tags) {
    TableState.checkSettled(current);
    Map<String, String> merged = new LinkedHashMap<>(current.tags());
    merged.putAll(tags);
    TagList.checkCount(merged);
    return current.with().tags(merged).build();
  }
}
