package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.stream.StreamSettings;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Behaviour of DescribeStream and the life of shards (streams.md §2, §4, §5). */
class DescribeStreamTest {

  private final StreamFixture streams = StreamFixture.create();

  @Test
  void describesAnEnabledStream() {
    String arn = streams.createTable("orders", "NEW_IMAGE");

    JsonNode stream = streams.describe(arn);

    assertThat(stream.get("StreamArn").asText()).isEqualTo(arn);
    assertThat(stream.get("StreamLabel").asText()).isEqualTo("2026-03-01T12:00:00.123");
    assertThat(stream.get("TableName").asText()).isEqualTo("orders");
    assertThat(stream.get("StreamStatus").asText()).isEqualTo("ENABLED");
    assertThat(stream.get("StreamViewType").asText()).isEqualTo("NEW_IMAGE");
    assertThat(stream.get("CreationRequestDateTime").asText()).isEqualTo("1.772366400123E9");
    assertThat(stream.get("KeySchema").toString())
        .isEqualTo("[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}]");
    assertThat(stream.get("Shards")).hasSize(1);
    assertThat(stream.has("LastEvaluatedShardId")).isFalse();
  }

  @Test
  void describesBothKeyAttributes() {
    String arn =
        streams
            .call(
                "CreateTable",
                """
                {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'sk','AttributeType':'N'},
                   {'AttributeName':'pk','AttributeType':'S'}],
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
                   {'AttributeName':'sk','KeyType':'RANGE'}],
                 'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}
                """)
            .at("/TableDescription/LatestStreamArn")
            .asText();

    assertThat(streams.describe(arn).get("KeySchema").toString())
        .isEqualTo(
            "[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},"
                + "{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]");
  }

  @Test
  void openShardHasNoEndAndNoParent() {
    JsonNode shard = streams.shards(streams.createTable("orders", "KEYS_ONLY")).get(0);

    assertThat(shard.get("ShardId").asText()).matches("shardId-[0-9]{20}-[0-9a-f]{8}");
    assertThat(start(shard)).matches("[0-9]{21,40}");
    assertThat(shard.get("SequenceNumberRange").has("EndingSequenceNumber")).isFalse();
    assertThat(shard.has("ParentShardId")).isFalse();
  }

  @Test
  void statusFollowsTheTable() {
    StreamFixture slow = StreamFixture.delayed();
    String arn = slow.createTable("orders", "KEYS_ONLY");
    assertThat(status(slow, arn)).isEqualTo("ENABLING");

    slow.advance(Duration.ofSeconds(10));
    assertThat(status(slow, arn)).isEqualTo("ENABLED");

    slow.call("UpdateTable", "{'TableName':'orders','TableClass':'STANDARD_INFREQUENT_ACCESS'}");
    assertThat(status(slow, arn)).isEqualTo("ENABLED");

    slow.advance(Duration.ofSeconds(10));
    slow.disableStream("orders");
    assertThat(status(slow, arn)).isEqualTo("DISABLING");

    slow.advance(Duration.ofSeconds(10));
    assertThat(status(slow, arn)).isEqualTo("DISABLED");
  }

  @Test
  void deletingATableDisablesItsStream() {
    StreamFixture slow = StreamFixture.delayed();
    String arn = slow.createTable("orders", "KEYS_ONLY");
    slow.advance(Duration.ofSeconds(10));

    slow.deleteTable("orders");
    assertThat(status(slow, arn)).isEqualTo("DISABLING");

    slow.advance(Duration.ofSeconds(10));
    assertThat(status(slow, arn)).isEqualTo("DISABLED");
    assertThat(isClosed(slow.shards(arn).get(0))).isTrue();
  }

  @Test
  void everyEnabledStreamHasTheViewTypeItWasGiven() {
    String first = streams.createTable("orders", "KEYS_ONLY");
    streams.disableStream("orders");
    String second = streams.enableStream("orders", "OLD_IMAGE");

    assertThat(streams.describe(first).get("StreamViewType").asText()).isEqualTo("KEYS_ONLY");
    assertThat(streams.describe(second).get("StreamViewType").asText()).isEqualTo("OLD_IMAGE");
  }

  @Test
  void rollsShardsEveryFourHours() {
    String arn = streams.createTable("orders", "KEYS_ONLY");

    streams.advance(Duration.ofHours(4).minusMillis(1));
    assertThat(streams.shards(arn)).hasSize(1);

    streams.advance(Duration.ofMillis(1));
    List<JsonNode> shards = streams.shards(arn);
    assertThat(shards).hasSize(2);
    assertThat(isClosed(shards.get(0))).isTrue();
    assertThat(isClosed(shards.get(1))).isFalse();
    assertThat(shards.get(1).get("ParentShardId")).isEqualTo(shards.get(0).get("ShardId"));
    assertThat(new BigInteger(end(shards.get(0))))
        .isGreaterThan(new BigInteger(start(shards.get(0))));
    assertThat(new BigInteger(start(shards.get(1))))
        .isGreaterThan(new BigInteger(end(shards.get(0))));

    streams.advance(Duration.ofHours(8));
    assertThat(streams.shards(arn)).hasSize(4);
  }

  @Test
  void opensAsManyShardsAsAskedFor() {
    StreamFixture wide = StreamFixture.with(StreamSettings.unbounded().withShards(4));
    String arn = wide.createTable("orders", "KEYS_ONLY");

    assertThat(wide.shards(arn)).hasSize(4);

    wide.advance(Duration.ofHours(4));
    List<JsonNode> shards = wide.shards(arn);
    assertThat(shards).hasSize(8);
    for (int i = 0; i < 4; i++) {
      assertThat(shards.get(4 + i).get("ParentShardId")).isEqualTo(shards.get(i).get("ShardId"));
    }
  }

  @Test
  void rollsOnDemandIntoSeveralChildren() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.streams.roll(StreamFixture.CALLER, arn, 3);

    assertThat(streams.shards(arn)).hasSize(4);
    assertThat(streams.shards(arn).subList(1, 4))
        .allSatisfy(
            child ->
                assertThat(child.get("ParentShardId").asText()).isEqualTo(streams.firstShard(arn)));
  }

  @Test
  void idsSortByCreationThoughTheClockStandsStill() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    for (int i = 0; i < 12; i++) {
      streams.streams.roll(StreamFixture.CALLER, arn, 1);
    }

    assertThat(streams.shardIds(arn)).isSorted().doesNotHaveDuplicates();
    assertThat(streams.shards(arn).stream().map(shard -> new BigInteger(start(shard))).toList())
        .isSorted();
  }

  @Test
  void forgetsAShardADayAfterItsEnd() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    String first = streams.firstShard(arn);

    streams.advance(Duration.ofHours(28).minusMillis(1));
    assertThat(streams.shardIds(arn)).contains(first);

    streams.advance(Duration.ofMillis(1));
    assertThat(streams.shardIds(arn)).doesNotContain(first);
    assertThat(streams.shards(arn).get(0).get("ParentShardId").asText()).isEqualTo(first);
  }

  @Test
  void pagesThroughAllShards() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.streams.roll(StreamFixture.CALLER, arn, 4);

    List<String> seen = new ArrayList<>();
    String start = "";
    while (start != null) {
      JsonNode page = streams.call("DescribeStream", "{'StreamArn':'%s','Limit':2%s}", arn, start);
      JsonNode stream = page.get("StreamDescription");
      stream.get("Shards").forEach(shard -> seen.add(shard.get("ShardId").asText()));
      JsonNode last = stream.get("LastEvaluatedShardId");
      start = last == null ? null : ",'ExclusiveStartShardId':'" + last.asText() + "'";
    }

    assertThat(seen).hasSize(5).isEqualTo(streams.shardIds(arn));
  }

  @Test
  void filterShowsDirectChildrenOnly() {
    String arn = streams.createTable("orders", "KEYS_ONLY");
    streams.streams.roll(StreamFixture.CALLER, arn, 2);
    streams.streams.roll(StreamFixture.CALLER, arn, 1);
    List<String> ids = streams.shardIds(arn);

    assertThat(children(arn, ids.get(0))).containsExactly(ids.get(1), ids.get(2));
    assertThat(children(arn, ids.get(1))).containsExactly(ids.get(3));
    assertThat(children(arn, ids.get(3))).isEmpty();
  }

  private List<String> children(String arn, String parent) {
    List<String> children = new ArrayList<>();
    streams
        .call(
            "DescribeStream",
            "{'StreamArn':'%s','ShardFilter':{'Type':'CHILD_SHARDS','ShardId':'%s'}}",
            arn,
            parent)
        .at("/StreamDescription/Shards")
        .forEach(shard -> children.add(shard.get("ShardId").asText()));
    return children;
  }

  private static String status(StreamFixture streams, String arn) {
    return streams.describe(arn).get("StreamStatus").asText();
  }

  private static boolean isClosed(JsonNode shard) {
    return shard.get("SequenceNumberRange").has("EndingSequenceNumber");
  }

  private static String start(JsonNode shard) {
    return shard.at("/SequenceNumberRange/StartingSequenceNumber").asText();
  }

  private static String end(JsonNode shard) {
    return shard.at("/SequenceNumberRange/EndingSequenceNumber").asText();
  }
}
