package dev.dynamoemulator.protocol;

import dev.dynamoemulator.operation.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The operations by what {@code X-Amz-Target} calls them. Immutable. */
final class Routes {

  private static final String TABLES = "DynamoDB_20120810.";
  private static final String STREAMS = "DynamoDBStreams_20120810.";
  private static final Set<String> STREAM_OPERATIONS =
      Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

  private final Map<String, Operation> byTarget;

  /**
   * @param operations by their names
   */
  Routes(Map<String, Operation> operations) {
    Map<String, Operation> targets = new HashMap<>();
    operations.forEach((name, operation) -> targets.put(prefix(name) + name, operation));
    this.byTarget = targets;
  }

  /** The operation, or null when the target is missing, malformed or unknown. */
  Operation find(String target) {
    return target == null ? null : byTarget.get(target);
  }

  private static String prefix(String operation) {
    return STREAM_OPERATIONS.contains(operation) ? STREAMS : TABLES;
  }
}
