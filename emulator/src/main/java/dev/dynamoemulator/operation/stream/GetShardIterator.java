package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.stream.SequenceNumber;
import dev.dynamoemulator.stream.StreamErrors;
import dev.dynamoemulator.stream.StreamReader;
import dev.dynamoemulator.stream.Streams;
import java.time.temporal.ChronoUnit;

/** Finds a position in a shard (streams.md §6). */
public final class GetShardIterator implements Operation {

  private final Streams streams;
  private final Environment environment;

  public GetShardIterator(Streams streams, Environment environment) {
    this.streams = streams;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "GetShardIterator";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    checkSequenceNumber(input);
    return () -> {
      String arn = input.string("StreamArn");
      String shardId = input.string("ShardId");
      long position = position(streams.reader(request.namespace(), arn), shardId, input);
      return reply(
          new ShardIterator(
              arn, shardId, position, environment.now().truncatedTo(ChronoUnit.MILLIS)));
    };
  }

  private static void checkSequenceNumber(Struct input) {
    boolean isNeeded = input.string("ShardIteratorType").endsWith("_SEQUENCE_NUMBER");
    boolean isGiven = input.has("SequenceNumber");
    if (isNeeded && !isGiven) {
      throw StreamErrors.missingSequenceNumber();
    }
    if (isGiven && !isNeeded) {
      throw StreamErrors.needlessSequenceNumber();
    }
  }

  private static long position(StreamReader stream, String shardId, Struct input) {
    String type = input.string("ShardIteratorType");
    return switch (type) {
      case "TRIM_HORIZON" -> stream.oldestPosition(shardId);
      case "LATEST" -> stream.latestPosition(shardId);
      default ->
          stream.position(
              shardId,
              SequenceNumber.parse(input.string("SequenceNumber")),
              type.equals("AFTER_SEQUENCE_NUMBER"));
    };
  }

  private static Reply reply(ShardIterator iterator) {
    return out -> out.string("ShardIterator", iterator.text());
  }
}
