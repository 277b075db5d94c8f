package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.stream.RecordPage;
import dev.dynamoemulator.stream.StreamErrors;
import dev.dynamoemulator.stream.StreamReader;
import dev.dynamoemulator.stream.Streams;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads records of a shard from a position on (streams.md §7). */
public final class GetRecords implements Operation {

  private static final int DEFAULT_LIMIT = 1000;

  private final Streams streams;
  private final Environment environment;

  public GetRecords(Streams streams, Environment environment) {
    this.streams = streams;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "GetRecords";
  }

  @Override
  public Call check(Request request) {
    ShardIterator iterator = ShardIterator.of(request.input().string("ShardIterator"));
    Integer limit = request.input().integer("Limit");
    return () -> read(request, iterator, limit == null ? DEFAULT_LIMIT : limit);
  }

  private Reply read(Request request, ShardIterator iterator, int limit) {
    Instant now = environment.now().truncatedTo(ChronoUnit.MILLIS);
    StreamReader stream = streams.reader(request.namespace(), iterator.streamArn());
    checkNotExpired(iterator, now);
    RecordPage page = stream.read(iterator.shardId(), iterator.position(), limit);
    RecordWriter records =
        new RecordWriter(request.namespace().region(), stream.description().viewType());
    return out -> {
      out.objects("Records", page.records(), records::write);
      if (page.nextPosition() != null) {
        out.string("NextShardIterator", iterator.at(page.nextPosition(), now).text());
      }
    };
  }

  private static void checkNotExpired(ShardIterator iterator, Instant now) {
    if (iterator.isExpired(now)) {
      throw StreamErrors.expiredIterator();
    }
  }
}
