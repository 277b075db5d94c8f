package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behaviour of GetShardIterator (streams.md §6). */
class GetShardIteratorTest {

  private final StreamFixture streams = StreamFixture.create();
  private String arn;
  private String shard;

  @BeforeEach
  void createTable() {
    arn = streams.createTable("orders", "NEW_AND_OLD_IMAGES");
    shard = streams.firstShard(arn);
  }

  @Test
  void hasTheServicesForm() {
    assertThat(streams.iterator(arn, shard, "TRIM_HORIZON"))
        .startsWith(arn + "|1|")
        .hasSizeLessThanOrEqualTo(2048);
  }

  @Test
  void trimHorizonBeginsWithTheOldestRecord() {
    String early = streams.iterator(arn, shard, "TRIM_HORIZON");
    put("a", "b");

    assertThat(summaries(early)).containsExactly("INSERT a", "MODIFY b");
    assertThat(summaries(streams.iterator(arn, shard, "TRIM_HORIZON")))
        .containsExactly("INSERT a", "MODIFY b");
  }

  @Test
  void latestBeginsBehindTheNewestRecord() {
    put("a");
    String latest = streams.iterator(arn, shard, "LATEST");
    put("b", "c");

    assertThat(summaries(latest)).containsExactly("MODIFY b", "MODIFY c");
    assertThat(summaries(streams.iterator(arn, shard, "LATEST"))).isEmpty();
  }

  @Test
  void beginsAtOrAfterASequenceNumber() {
    put("a", "b", "c");
    List<JsonNode> records = streams.records(arn, shard);
    String second = StreamFixture.sequenceNumber(records.get(1));
    String third = StreamFixture.sequenceNumber(records.get(2));

    assertThat(summaries(streams.iterator(arn, shard, "AT_SEQUENCE_NUMBER", second)))
        .containsExactly("MODIFY b", "MODIFY c");
    assertThat(summaries(streams.iterator(arn, shard, "AFTER_SEQUENCE_NUMBER", second)))
        .containsExactly("MODIFY c");
    assertThat(summaries(streams.iterator(arn, shard, "AFTER_SEQUENCE_NUMBER", third))).isEmpty();
  }

  @Test
  void beginsAtTheStartAndEndOfAShard() {
    put("a");
    streams.streams.roll(StreamFixture.CALLER, arn, 1);
    JsonNode range = streams.shards(arn).get(0).get("SequenceNumberRange");

    assertThat(
            summaries(
                streams.iterator(
                    arn,
                    shard,
                    "AT_SEQUENCE_NUMBER",
                    range.get("StartingSequenceNumber").asText())))
        .containsExactly("INSERT a");
    assertThat(
            streams.getRecords(
                streams.iterator(
                    arn,
                    shard,
                    "AFTER_SEQUENCE_NUMBER",
                    range.get("EndingSequenceNumber").asText())))
        .hasToString("{\"Records\":[]}");
  }

  @Test
  void latestOfAClosedShardIsItsEnd() {
    put("a");
    streams.streams.roll(StreamFixture.CALLER, arn, 1);

    assertThat(streams.getRecords(streams.iterator(arn, shard, "LATEST")))
        .hasToString("{\"Records\":[]}");
  }

  @Test
  void trimHorizonPassesTrimmedRecordsOver() {
    put("a", "b");
    streams.advance(Duration.ofHours(2));
    put("c");
    streams.advance(Duration.ofHours(22));

    assertThat(summaries(streams.iterator(arn, shard, "TRIM_HORIZON"))).containsExactly("MODIFY c");
  }

  private void put(String... values) {
    for (String value : values) {
      streams.put("orders", "1", value);
    }
  }

  private List<String> summaries(String iterator) {
    return StreamFixture.list(streams.getRecords(iterator)).stream()
        .map(StreamFixture::summary)
        .toList();
  }
}
