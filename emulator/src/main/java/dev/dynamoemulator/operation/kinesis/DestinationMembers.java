package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.Precision;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;

/** Members that the requests and answers about destinations share. */
final class DestinationMembers {

  private static final String PRECISION = "ApproximateCreationDateTimePrecision";

  private DestinationMembers() {}

  /** The precision in a configuration; null when that says none, or is null itself. */
  static Precision precision(Struct configuration) {
    return configuration == null || !configuration.has(PRECISION)
        ? null
        : Precision.valueOf(configuration.string(PRECISION));
  }

  /**
   * @param configuration the member that is answered when the request had it
   */
  static void write(
      ResponseWriter out,
      Table table,
      Destination destination,
      Struct input,
      String configuration) {
    out.string("TableName", table.name());
    out.string("StreamArn", destination.streamArn());
    out.string("DestinationStatus", destination.status().name());
    if (input.has(configuration)) {
      out.object(configuration, members -> writePrecision(members, destination));
    }
  }

  static void writePrecision(ResponseWriter out, Destination destination) {
    out.string(PRECISION, destination.precision().name());
  }
}
