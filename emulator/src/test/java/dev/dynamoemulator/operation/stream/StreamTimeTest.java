package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What iterators and records become as time passes (streams.md §6.5, §8). */
class StreamTimeTest {

  private static final String TRIMMED =
      "TrimmedDataAccessException The data you are trying to access has been trimmed";

  private final StreamFixture streams = StreamFixture.create();
  private String arn;
  private String shard;

  @BeforeEach
  void createTable() {
    arn = streams.createTable("orders", "NEW_IMAGE");
    shard = streams.firstShard(arn);
  }

  @Test
  void iteratorIsGoodForFifteenMinutes() {
    String iterator = streams.iterator(arn, shard, "TRIM_HORIZON");

    streams.advance(Duration.ofMinutes(15));
    JsonNode answer = streams.getRecords(iterator);
    streams.advance(Duration.ofMillis(1));

    assertThat(readError(iterator))
        .isEqualTo(
            "ExpiredIteratorException The provided iterator exceeds the maximum age allowed.");
    assertThat(streams.getRecords(answer.get("NextShardIterator").asText()).get("Records"))
        .isEmpty();
  }

  @Test
  void recordsAreTrimmedAfterADay() {
    streams.put("orders", "1", "a");
    streams.advance(Duration.ofMinutes(5));
    streams.put("orders", "1", "b");
    List<JsonNode> records = streams.records(arn, shard);
    String first = StreamFixture.sequenceNumber(records.get(0));

    streams.advance(Duration.ofHours(24).minusMinutes(5).minusMillis(1));
    String iterator = streams.iterator(arn, shard, "TRIM_HORIZON");
    assertThat(StreamFixture.list(streams.getRecords(iterator))).hasSize(2);

    streams.advance(Duration.ofMillis(1));
    assertThat(readError(iterator)).isEqualTo(TRIMMED);
    assertThat(positionError("AT_SEQUENCE_NUMBER", first)).isEqualTo(TRIMMED);
    assertThat(summaries(streams.iterator(arn, shard, "AFTER_SEQUENCE_NUMBER", first)))
        .containsExactly("MODIFY b");
    assertThat(summaries(streams.iterator(arn, shard, "TRIM_HORIZON"))).containsExactly("MODIFY b");

    streams.advance(Duration.ofMinutes(5));
    assertThat(positionError("AFTER_SEQUENCE_NUMBER", first)).isEqualTo(TRIMMED);
    assertThat(summaries(streams.iterator(arn, shard, "TRIM_HORIZON"))).isEmpty();
  }

  @Test
  void shardOfTrimmedRecordsIsGone() {
    streams.put("orders", "1", "a");
    streams.advance(Duration.ofHours(28).minusMinutes(1));
    String iterator = streams.iterator(arn, shard, "TRIM_HORIZON");
    streams.advance(Duration.ofMinutes(1));

    assertThat(readError(iterator)).isEqualTo(TRIMMED);
    assertThat(
            streams.error(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}",
                arn,
                shard))
        .isEqualTo("ResourceNotFoundException Requested resource not found: Shard does not exist");
  }

  @Test
  void disabledStreamIsGoneAfterADay() {
    streams.disableStream("orders");
    streams.advance(Duration.ofHours(24).minusMinutes(1));
    String iterator = streams.iterator(arn, shard, "TRIM_HORIZON");
    streams.advance(Duration.ofMinutes(1));

    assertThat(readError(iterator))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Stream: "
                + arn
                + " not found");
  }

  private List<String> summaries(String iterator) {
    return StreamFixture.list(streams.getRecords(iterator)).stream()
        .map(StreamFixture::summary)
        .toList();
  }

  private String readError(String iterator) {
    return streams.error("GetRecords", "{'ShardIterator':'%s'}", iterator);
  }

  private String positionError(String type, String sequenceNumber) {
    return streams.error(
        "GetShardIterator",
        "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'%s','SequenceNumber':'%s'}",
        arn,
        shard,
        type,
        sequenceNumber);
  }
}
