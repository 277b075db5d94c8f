package dev.dynamoemulator.kinesis;

import java.nio.charset.StandardCharsets;

/**
 * A record on its way to a stream.
 *
 * @param partitionKey the same for all records of an item
 * @param data the JSON text
 */
record KinesisRecord(String streamArn, String partitionKey, String data) {

  private static final char SEPARATOR = '\n';

  int size() {
    return data.length() + partitionKey.length();
  }

  /** As it waits in the outbox. */
  byte[] encoded() {
    return (streamArn + SEPARATOR + partitionKey + SEPARATOR + data)
        .getBytes(StandardCharsets.UTF_8);
  }

  static KinesisRecord decode(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    int first = text.indexOf(SEPARATOR);
    int second = text.indexOf(SEPARATOR, first + 1);
    return new KinesisRecord(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
  }
}
