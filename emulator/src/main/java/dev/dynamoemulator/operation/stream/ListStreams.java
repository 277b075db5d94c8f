package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.stream.StreamDescription;
import dev.dynamoemulator.stream.StreamErrors;
import dev.dynamoemulator.stream.StreamName;
import dev.dynamoemulator.stream.Streams;
import java.util.List;

/** Lists the caller's streams, or those of one table, page by page (streams.md §3). */
public final class ListStreams implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final Streams streams;

  public ListStreams(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String name() {
    return "ListStreams";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    String tableName = input.string("TableName");
    StreamName start = startName(input.string("ExclusiveStartStreamArn"));
    int limit = input.has("Limit") ? input.integer("Limit") : DEFAULT_LIMIT;
    return () -> list(request.namespace(), tableName, start, limit);
  }

  private static StreamName startName(String arn) {
    StreamName name = arn == null ? null : StreamName.ofArn(arn);
    if (arn != null && name == null) {
      throw StreamErrors.invalidStreamArn();
    }
    return name;
  }

  /** The stream to start after may be gone by now, so it is found by order. */
  private Reply list(Namespace caller, String tableName, StreamName start, int limit) {
    List<StreamName> names =
        streams.list(caller).stream()
            .map(StreamDescription::name)
            .filter(name -> tableName == null || name.tableName().equals(tableName))
            .filter(name -> start == null || StreamName.BY_TABLE_AND_LABEL.compare(name, start) > 0)
            .map(name -> name.seenFrom(caller))
            .toList();
    List<StreamName> page = names.subList(0, Math.min(limit, names.size()));
    boolean isLastPage = page.size() == names.size();
    return out -> {
      out.objects("Streams", page, ListStreams::write);
      out.optionalString(
          "LastEvaluatedStreamArn", isLastPage ? null : page.get(page.size() - 1).arn());
    };
  }

  private static void write(ResponseWriter out, StreamName stream) {
    out.string("StreamArn", stream.arn());
    out.string("TableName", stream.tableName());
    out.string("StreamLabel", stream.label());
  }
}
