package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.StreamSettings;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Writers, readers and rolling shards side by side. */
class StreamConcurrencyTest {

  private static final int WRITERS = 4;
  private static final int WRITES = 500;
  private static final int ITEMS = 20;

  @Test
  void hidesARecordUntilThoseWithLowerNumbersAreThere() throws Exception {
    HeldCommits storage = new HeldCommits(H2Storage.inMemory());
    StreamFixture streams =
        StreamFixture.open(storage, StreamSettings.unbounded(), StreamFixture.START);
    String arn = streams.createTable("orders", "NEW_IMAGE");
    HeldCommits.Hold hold = storage.holdNext();
    Thread slow = new Thread(() -> streams.put("orders", "1", "slow"));
    slow.start();
    hold.awaitArrival();
    streams.put("orders", "2", "fast");

    List<JsonNode> meanwhile = streams.records(arn);
    hold.release();
    slow.join();

    assertThat(meanwhile).isEmpty();
    assertThat(streams.records(arn).stream().map(StreamFixture::summary))
        .containsExactly("INSERT slow", "INSERT fast");
  }

  @Test
  void closedShardDoesNotEndBeforeItsLastRecordIsThere() throws Exception {
    HeldCommits storage = new HeldCommits(H2Storage.inMemory());
    StreamFixture streams =
        StreamFixture.open(storage, StreamSettings.unbounded(), StreamFixture.START);
    String arn = streams.createTable("orders", "NEW_IMAGE");
    String iterator = streams.iterator(arn, streams.firstShard(arn), "TRIM_HORIZON");
    HeldCommits.Hold hold = storage.holdNext();
    Thread slow = new Thread(() -> streams.put("orders", "1", "slow"));
    slow.start();
    hold.awaitArrival();
    streams.streams.roll(StreamFixture.CALLER, arn, 1);

    JsonNode meanwhile = streams.getRecords(iterator);
    hold.release();
    slow.join();

    assertThat(StreamFixture.list(meanwhile)).isEmpty();
    JsonNode end = streams.getRecords(meanwhile.get("NextShardIterator").asText());
    assertThat(StreamFixture.list(end)).hasSize(1);
    assertThat(end.has("NextShardIterator")).isFalse();
  }

  @Test
  void heldTransactionHidesNoOtherRecord() throws Exception {
    StreamFixture streams = StreamFixture.create();
    String arn = streams.createTable("orders", "NEW_IMAGE");
    streams.engine.transactionHold().holdUntilReleased();
    Thread transaction =
        new Thread(
            () ->
                streams.call(
                    "TransactWriteItems",
                    """
                    {'TransactItems':[{'Put':{'TableName':'orders',
                      'Item':{'pk':{'S':'1'},'v':{'S':'held'}}}}]}
                    """));
    transaction.start();
    assertThat(streams.engine.transactionHold().awaitHeld(1, Duration.ofSeconds(20))).isTrue();
    streams.put("orders", "2", "free");

    List<JsonNode> meanwhile = streams.records(arn);
    streams.engine.transactionHold().release();
    transaction.join();

    assertThat(meanwhile.stream().map(StreamFixture::summary)).containsExactly("INSERT free");
    assertThat(streams.records(arn).stream().map(StreamFixture::summary))
        .containsExactly("INSERT free", "INSERT held");
  }

  @Test
  void readerSeesEveryChangeOnceAndInOrder() throws Exception {
    StreamFixture streams = StreamFixture.with(StreamSettings.unbounded().withShards(2));
    String arn = streams.createTable("orders", "NEW_IMAGE");
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      int number = writer;
      writers.add(threads.submit(() -> write(streams, number)));
    }

    ShardWalk walk = new ShardWalk(streams, arn);
    int rolls = 0;
    while (writers.stream().anyMatch(writer -> !writer.isDone())) {
      walk.readOn();
      if (rolls++ % 10 == 0) {
        streams.streams.roll(StreamFixture.CALLER, arn, 1);
      }
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();
    streams.disableStream("orders");
    walk.readToTheEnd();

    assertThat(walk.records).hasSize(WRITERS * WRITES);
    Map<String, Integer> lastByWriterAndItem = new HashMap<>();
    for (JsonNode record : walk.records) {
      String[] value = record.at("/dynamodb/NewImage/v/S").asText().split("-");
      String writerAndItem = value[0] + record.at("/dynamodb/Keys/pk/S").asText();
      int count = Integer.parseInt(value[1]);
      Integer last = lastByWriterAndItem.put(writerAndItem, count);
      assertThat(last == null || last < count).isTrue();
    }
  }

  private static void write(StreamFixture streams, int writer) {
    Random random = new Random(writer);
    for (int i = 0; i < WRITES; i++) {
      streams.put("orders", Integer.toString(random.nextInt(ITEMS)), writer + "-" + i);
    }
  }

  /** Reads all shards bit by bit, parents before their children. */
  private static final class ShardWalk {

    private final StreamFixture streams;
    private final String arn;
    private final List<JsonNode> records = new ArrayList<>();

    /** By shard: where to read on; null at its end. */
    private final Map<String, String> iterators = new HashMap<>();

    private final Map<String, BigInteger> numbers = new HashMap<>();

    ShardWalk(StreamFixture streams, String arn) {
      this.streams = streams;
      this.arn = arn;
    }

    void readToTheEnd() {
      do {
        readOn();
      } while (iterators.values().stream().anyMatch(iterator -> iterator != null));
    }

    void readOn() {
      for (JsonNode shard : allShards()) {
        String id = shard.get("ShardId").asText();
        String parent = shard.path("ParentShardId").asText(null);
        boolean isParentDone =
            parent == null || iterators.containsKey(parent) && iterators.get(parent) == null;
        if (!iterators.containsKey(id) && isParentDone) {
          iterators.put(id, streams.iterator(arn, id, "TRIM_HORIZON"));
        }
        if (iterators.get(id) != null) {
          read(id);
        }
      }
    }

    private List<JsonNode> allShards() {
      List<JsonNode> shards = new ArrayList<>();
      String start = "";
      while (start != null) {
        JsonNode page =
            streams
                .call("DescribeStream", "{'StreamArn':'%s'%s}", arn, start)
                .get("StreamDescription");
        page.get("Shards").forEach(shards::add);
        String last = page.path("LastEvaluatedShardId").asText(null);
        start = last == null ? null : ",'ExclusiveStartShardId':'" + last + "'";
      }
      return shards;
    }

    private void read(String id) {
      JsonNode answer = streams.getRecords(iterators.get(id));
      for (JsonNode record : answer.get("Records")) {
        BigInteger number = new BigInteger(StreamFixture.sequenceNumber(record));
        BigInteger last = numbers.put(id, number);
        assertThat(last == null || last.compareTo(number) < 0).isTrue();
        records.add(record);
      }
      iterators.put(id, answer.path("NextShardIterator").asText(null));
    }
  }
}
