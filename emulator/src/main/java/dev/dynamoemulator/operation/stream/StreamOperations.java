package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.stream.Streams;
import java.util.List;

/** The operations of the target {@code DynamoDBStreams_20120810}. */
public final class StreamOperations {

  private StreamOperations() {}

  public static List<Operation> all(Streams streams, Environment environment) {
    return List.of(
        new ListStreams(streams),
        new DescribeStream(streams),
        new GetShardIterator(streams, environment),
        new GetRecords(streams, environment));
  }
}
