package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.Durability;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.StreamSettings;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams outlive the process in a file, and do not fill the memory. */
class StreamStorageTest {

  private static final Instant LATER = StreamFixture.START.plus(Duration.ofHours(5));

  @TempDir private Path directory;

  @Test
  void streamIsThereAgainWhenTheFileIsOpenedAgain() {
    String arn;
    JsonNode described;
    List<JsonNode> records;
    try (Storage storage = file()) {
      StreamFixture before = open(storage, StreamFixture.START);
      arn = before.createTable("orders", "NEW_AND_OLD_IMAGES");
      before.put("orders", "1", "a");
      before.streams.roll(StreamFixture.CALLER, arn, 2);
      before.put("orders", "1", "b");
      described = before.describe(arn);
      records = before.records(arn);
    }

    try (Storage storage = file()) {
      StreamFixture after = open(storage, StreamFixture.START);
      assertThat(after.describe(arn)).isEqualTo(described);
      assertThat(after.records(arn)).isEqualTo(records);

      after.put("orders", "1", "c");
      List<JsonNode> more = after.records(arn);
      assertThat(more.stream().map(StreamFixture::summary))
          .containsExactly("INSERT a", "MODIFY b", "MODIFY c");
      assertThat(number(more.get(2))).isGreaterThan(number(more.get(1)));
    }
  }

  @Test
  void iteratorOutlivesARestart() {
    String iterator;
    try (Storage storage = file()) {
      StreamFixture before = open(storage, StreamFixture.START);
      String arn = before.createTable("orders", "NEW_AND_OLD_IMAGES");
      iterator = before.iterator(arn, before.firstShard(arn), "LATEST");
    }

    try (Storage storage = file()) {
      StreamFixture after = open(storage, StreamFixture.START);
      after.put("orders", "1", "a");
      assertThat(StreamFixture.list(after.getRecords(iterator))).hasSize(1);
    }
  }

  @Test
  void timeGoesOnWhileTheFileIsClosed() {
    String arn;
    try (Storage storage = file()) {
      StreamFixture before = open(storage, StreamFixture.START);
      arn = before.createTable("orders", "KEYS_ONLY");
      before.createTable("gone", "KEYS_ONLY");
      before.put("orders", "1", "a");
      before.deleteTable("gone");
    }

    try (Storage storage = file()) {
      StreamFixture later = open(storage, LATER);
      assertThat(later.shards(arn)).hasSize(2);
      assertThat(later.call("ListStreams", "{}").get("Streams")).hasSize(2);
    }

    try (Storage storage = file()) {
      StreamFixture muchLater = open(storage, LATER.plus(Duration.ofHours(24).plusMinutes(1)));
      assertThat(muchLater.call("ListStreams", "{}").get("Streams")).hasSize(1);
      assertThat(muchLater.shards(arn)).hasSize(2);
      assertThat(muchLater.records(arn)).isEmpty();
    }
  }

  @Test
  void forgottenStreamsLeaveNothingBehind() {
    try (Storage storage = H2Storage.inMemory()) {
      StreamFixture streams = open(storage, StreamFixture.START);
      streams.createTable("orders", "NEW_IMAGE");
      streams.put("orders", "1", "a");
      streams.deleteTable("orders");
      assertThat(storage.collections()).isNotEmpty();

      streams.advance(Duration.ofHours(25));

      assertThat(storage.collections()).isEmpty();
    }
  }

  @Test
  void shardsOfTrimmedRecordsLeaveNothingBehind() {
    try (Storage storage = H2Storage.inMemory()) {
      StreamFixture streams = open(storage, StreamFixture.START);
      streams.createTable("orders", "NEW_IMAGE");
      streams.put("orders", "1", "a");
      int before = storage.collections().size();

      streams.advance(Duration.ofHours(29));

      assertThat(storage.collections()).hasSize(before - 1);
    }
  }

  @Test
  void oldestRecordsMakeRoomWhenTheBoundIsReached() {
    StreamFixture streams =
        StreamFixture.with(StreamSettings.unbounded().withRetainedBytes(20_000));
    String small = streams.createTable("small", "NEW_IMAGE");
    String large = streams.createTable("large", "NEW_IMAGE");
    streams.put("small", "1", "a");
    streams.put("large", "1", "x".repeat(1000));
    String oldest = StreamFixture.sequenceNumber(streams.records(large).get(0));
    String horizon = streams.iterator(large, streams.firstShard(large), "TRIM_HORIZON");
    for (int i = 0; i < 100; i++) {
      streams.put("large", "1", i + "x".repeat(1000));
    }

    List<JsonNode> kept = streams.records(large);

    assertThat(kept).hasSizeBetween(15, 20);
    assertThat(StreamFixture.summary(kept.get(kept.size() - 1))).startsWith("MODIFY 99x");
    assertThat(streams.records(small)).hasSize(1);
    assertThat(streams.error("GetRecords", "{'ShardIterator':'%s'}", horizon))
        .startsWith("TrimmedDataAccessException");
    assertThat(
            streams.error(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'AFTER_SEQUENCE_NUMBER',"
                    + "'SequenceNumber':'%s'}",
                large,
                streams.firstShard(large),
                oldest))
        .startsWith("TrimmedDataAccessException");
  }

  private Storage file() {
    return H2Storage.file(directory.resolve("streams.db"), Durability.EVERY_COMMIT);
  }

  private static StreamFixture open(Storage storage, Instant now) {
    return StreamFixture.open(storage, StreamSettings.unbounded(), now);
  }

  private static BigInteger number(JsonNode record) {
    return new BigInteger(StreamFixture.sequenceNumber(record));
  }
}
