package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the tags of a table, page by page (tables.md §10). */
public final class ListTagsOfResource implements Operation {

  private static final int PAGE = 10;

  private final Catalogue catalogue;

  public ListTagsOfResource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public String name() {
    return "ListTagsOfResource";
  }

  @Override
  public Call check(Request request) {
    TaggedTable resource = TaggedTable.checked(request, name());
    TagPageToken start = TagPageToken.checked(request.input().string("NextToken"));
    return () -> list(request.namespace(), resource, start);
  }

  private Reply list(Namespace caller, TaggedTable resource, TagPageToken start) {
    Table table =
        resource.find(catalogue, caller, name(), TagErrors.resourceNotFound(resource.arn()));
    List<Map.Entry<String, String>> tags = new ArrayList<>(table.description().tags().entrySet());
    int from = Math.min(start.position(), tags.size());
    int to = Math.min(from + PAGE, tags.size());
    return out -> {
      out.objects(
          "Tags",
          tags.subList(from, to),
          (member, tag) -> {
            member.string("Key", tag.getKey());
            member.string("Value", tag.getValue());
          });
      out.optionalString("NextToken", to < tags.size() ? new TagPageToken(to).text() : null);
    };
  }
}
