package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.stream.Shard;
import dev.dynamoemulator.stream.StreamDescription;
import dev.dynamoemulator.stream.StreamErrors;
import dev.dynamoemulator.stream.StreamName;
import dev.dynamoemulator.stream.StreamReader;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.KeySchema;
import java.util.List;

/** Describes a stream and its shards, page by page (streams.md §4). */
public final class DescribeStream implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final Streams streams;

  public DescribeStream(Streams streams) {
    this.streams = streams;
  }

  @Override
  public String name() {
    return "DescribeStream";
  }

  @Override
  public Call check(Request request) {
    checkFilter(request.input().struct("ShardFilter"));
    return () -> describe(request);
  }

  private static void checkFilter(Struct filter) {
    if (filter == null) {
      return;
    }
    if (!filter.has("Type")) {
      throw StreamErrors.missingFilterMember("Type");
    }
    if (!filter.has("ShardId")) {
      throw StreamErrors.missingFilterMember("ShardId");
    }
  }

  private Reply describe(Request request) {
    Struct input = request.input();
    StreamReader stream = streams.reader(request.namespace(), input.string("StreamArn"));
    StreamDescription description = stream.description();
    StreamName name = description.name().seenFrom(request.namespace());
    List<Shard> shards =
        stream.shards().stream()
            .filter(shard -> isBehind(input.string("ExclusiveStartShardId"), shard))
            .filter(shard -> passes(input.struct("ShardFilter"), shard))
            .toList();
    int limit = input.has("Limit") ? input.integer("Limit") : DEFAULT_LIMIT;
    List<Shard> page = shards.subList(0, Math.min(limit, shards.size()));
    boolean isLastPage = page.size() == shards.size();
    return out ->
        out.object(
            "StreamDescription",
            members -> {
              write(out, name, description);
              out.objects("Shards", page, DescribeStream::writeShard);
              out.optionalString(
                  "LastEvaluatedShardId", isLastPage ? null : page.get(page.size() - 1).id());
            });
  }

  /** The shard to start after may be trimmed by now; ids sort by creation (streams.md §5.1). */
  private static boolean isBehind(String startId, Shard shard) {
    return startId == null || shard.id().compareTo(startId) > 0;
  }

  private static boolean passes(Struct filter, Shard shard) {
    return filter == null || filter.string("ShardId").equals(shard.parentId());
  }

  private static void write(ResponseWriter out, StreamName name, StreamDescription stream) {
    out.string("StreamArn", name.arn());
    out.string("StreamLabel", name.label());
    out.string("TableName", name.tableName());
    out.string("StreamStatus", stream.status().name());
    out.string("StreamViewType", stream.viewType().name());
    out.timestamp("CreationRequestDateTime", stream.created().toEpochMilli());
    out.array("KeySchema", elements -> writeKeySchema(out, stream.key()));
  }

  private static void writeKeySchema(ResponseWriter out, KeySchema key) {
    key.partitionKey().forEach(attribute -> writeKey(out, attribute.name(), "HASH"));
    key.sortKey().forEach(attribute -> writeKey(out, attribute.name(), "RANGE"));
  }

  private static void writeKey(ResponseWriter out, String attributeName, String keyType) {
    out.element(
        element -> {
          element.string("AttributeName", attributeName);
          element.string("KeyType", keyType);
        });
  }

  private static void writeShard(ResponseWriter out, Shard shard) {
    out.string("ShardId", shard.id());
    out.object(
        "SequenceNumberRange",
        range -> {
          range.string("StartingSequenceNumber", shard.startingSequenceNumber().toString());
          if (!shard.isOpen()) {
            range.string("EndingSequenceNumber", shard.endingSequenceNumber().toString());
          }
        });
    out.optionalString("ParentShardId", shard.parentId());
  }
}
