package dev.dynamoemulator.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The newest stream of a table.
 *
 * @param label when it was enabled, which also tells it from the table's other streams
 * @param isEnabled false when it only remains readable
 */
public record TableStream(StreamViewType viewType, String label, boolean isEnabled) {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** A new stream, labelled with ISO 8601 time in milliseconds without zone (streams.md §2.2). */
  public static TableStream enabled(StreamViewType viewType, Instant now) {
    return new TableStream(viewType, LABEL.format(now), true);
  }

  /** The same stream, switched off. */
  public TableStream disabled() {
    return new TableStream(viewType, label, false);
  }

  /** The ARN of the stream with that label. */
  public static String arn(String tableArn, String label) {
    return tableArn + "/stream/" + label;
  }
}
