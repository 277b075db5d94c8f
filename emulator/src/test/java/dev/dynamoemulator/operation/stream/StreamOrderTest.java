package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Which of two faults is reported. Nothing is known of the service's order beyond its general one,
 * constraints before lookups (protocol.md §2); the rest is inferred.
 */
class StreamOrderTest {

  private static final String UNKNOWN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/none/stream/2026-03-01T12:00:00.123";
  private static final String SHARD = "shardId-00000001414576573621-f55eea83";

  private final StreamFixture streams = StreamFixture.create();

  @Test
  void describeStreamLooksAtItsFilterBeforeTheStream() {
    assertThat(
            streams.error(
                "DescribeStream",
                "{'StreamArn':'%s','Limit':0,'ShardFilter':{'Type':'CHILD_SHARDS'}}",
                UNKNOWN))
        .contains("at 'limit'");
    assertThat(
            streams.error(
                "DescribeStream",
                "{'StreamArn':'%s','ShardFilter':{'Type':'CHILD_SHARDS'}}",
                UNKNOWN))
        .contains("ShardFilter.ShardId");
  }

  @Test
  void getShardIteratorLooksAtNumberThenStreamThenShardThenRange() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    String input = "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'AT_SEQUENCE_NUMBER'%s}";
    String number = ",'SequenceNumber':'999999999999999999999'";

    assertThat(streams.error("GetShardIterator", input, UNKNOWN, SHARD, ""))
        .contains("SequenceNumber' is required");
    assertThat(streams.error("GetShardIterator", input, UNKNOWN, SHARD, number))
        .contains("Stream: " + UNKNOWN);
    assertThat(streams.error("GetShardIterator", input, arn, SHARD, number))
        .contains("Shard does not exist");
    assertThat(streams.error("GetShardIterator", input, arn, streams.firstShard(arn), number))
        .contains("Invalid SequenceNumber.");
  }

  @Test
  void getRecordsLooksAtStreamThenAgeThenTrimPoint() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.put("orders", "1", "a");
    String iterator = streams.iterator(arn, streams.firstShard(arn), "TRIM_HORIZON");
    streams.disableStream("orders");

    streams.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(streams.error("GetRecords", "{'ShardIterator':'%s'}", iterator))
        .startsWith("ExpiredIteratorException");

    streams.advance(Duration.ofMillis(1));
    assertThat(streams.error("GetRecords", "{'ShardIterator':'%s'}", iterator))
        .startsWith("ResourceNotFoundException");
  }
}
