package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.DestinationErrors;
import dev.dynamoemulator.kinesis.Precision;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Table;
import java.util.regex.Pattern;

/** Members that the requests and answers about destinations share. */
final class DestinationMembers {

  private static final String PRECISION = "ApproximateCreationDateTimePrecision";

  /** With a name of 1 to 128 characters, as Kinesis has them. */
  private static final Pattern STREAM_ARN =
      Pattern.compile("arn:aws[a-z-]*:kinesis:[a-z0-9-]+:\\d{12}:stream/[a-zA-Z0-9_.-]{1,128}");

  private DestinationMembers() {}

  /** Whether there is such a stream shows later, when it is used. */
  static void checkStreamArn(Struct input) {
    String arn = input.string("StreamArn");
    if (!STREAM_ARN.matcher(arn).matches()) {
      throw DestinationErrors.invalidStream(arn);
    }
  }

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
