package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.stream.StreamErrors;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A position in a shard that a client holds for a while. Its text has the service's own form, with
 * a checksum over all of it so that a damaged one is noticed.
 *
 * @param position the lowest counter that is still to be read
 */
record ShardIterator(String streamArn, String shardId, long position, Instant created) {

  private static final String SEPARATOR = "|1|";
  private static final Duration VALIDITY = Duration.ofMinutes(15);
  private static final int NUMBERS_LENGTH = 3 * Long.BYTES;

  /** A place further on in the same shard. */
  ShardIterator at(long nextPosition, Instant now) {
    return new ShardIterator(streamArn, shardId, nextPosition, now);
  }

  /** Whether it is older than streams.md §6.5 allows. */
  boolean isExpired(Instant now) {
    return now.isAfter(created.plus(VALIDITY));
  }

  /** What the client is given. */
  String text() {
    byte[] id = shardId.getBytes(StandardCharsets.UTF_8);
    byte[] token =
        ByteBuffer.allocate(NUMBERS_LENGTH + id.length)
            .putLong(checksum())
            .putLong(position)
            .putLong(created.toEpochMilli())
            .put(id)
            .array();
    return streamArn + SEPARATOR + Base64.getEncoder().encodeToString(token);
  }

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when no iterator has that text
   */
  static ShardIterator of(String text) {
    int end = text.lastIndexOf(SEPARATOR);
    if (end < 0) {
      throw StreamErrors.invalidShardIterator();
    }
    try {
      byte[] token = Base64.getDecoder().decode(text.substring(end + SEPARATOR.length()));
      ByteBuffer numbers = ByteBuffer.wrap(token);
      long checksum = numbers.getLong();
      long position = numbers.getLong();
      Instant created = Instant.ofEpochMilli(numbers.getLong());
      byte[] id = Arrays.copyOfRange(token, NUMBERS_LENGTH, token.length);
      ShardIterator iterator =
          new ShardIterator(
              text.substring(0, end), new String(id, StandardCharsets.UTF_8), position, created);
      if (iterator.checksum() == checksum) {
        return iterator;
      }
    } catch (IllegalArgumentException | BufferUnderflowException noToken) {
      throw StreamErrors.invalidShardIterator();
    }
    throw StreamErrors.invalidShardIterator();
  }

  private long checksum() {
    CRC32 checksum = new CRC32();
    checksum.update(
        String.join("|", streamArn, shardId, Long.toString(position), created.toString())
            .getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
