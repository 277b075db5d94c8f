package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.putOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Multi-Region strong consistency (control-plane.md §9.10). */
@Timeout(60)
class StrongConsistencyTest {

  private static final String CONFLICT =
      "ReplicatedWriteConflictException The request was rejected because one or more items in the"
          + " request are being modified by a request in another Region.";

  /** The lag is for tables with eventual consistency. */
  private final GlobalFixture regions = GlobalFixture.lagging(Duration.ofSeconds(5));

  @AfterEach
  void close() {
    regions.close();
  }

  @Test
  void describesThreeReplicas() {
    regions.createStrong("songs");

    JsonNode table = regions.describe(WEST, "songs");
    assertThat(table.get("MultiRegionConsistency").asText()).isEqualTo("STRONG");
    assertThat(table.get("GlobalTableVersion").asText()).isEqualTo("2019.11.21");
    assertThat(GlobalFixture.replicas(table))
        .containsExactly("us-east-1 ACTIVE", "us-east-2 ACTIVE");
    assertThat(table.has("GlobalTableWitnesses")).isFalse();
    assertThat(table.has("StreamSpecification")).isFalse();
  }

  @Test
  void describesTwoReplicasAndAWitness() {
    createWithWitness("songs");

    JsonNode table = regions.describe(EAST, "songs");
    assertThat(GlobalFixture.replicas(table)).containsExactly("us-east-2 ACTIVE");
    assertThat(table.get("GlobalTableWitnesses"))
        .isEqualTo(GlobalFixture.json("[{'RegionName':'us-west-2','WitnessStatus':'ACTIVE'}]"));
    assertThat(regions.tables(WEST)).isEmpty();
  }

  private void createWithWitness(String tableName) {
    regions.create(EAST, tableName);
    JsonNode updating =
        regions.update(
            EAST,
            tableName,
            GlobalFixture.strong(OHIO)
                + ",'GlobalTableWitnessUpdates':[{'Create':{'RegionName':'us-west-2'}}]");
    assertThat(updating.at("/GlobalTableWitnesses/0/WitnessStatus").asText()).isEqualTo("CREATING");
  }

  @Test
  void readsEveryWriteEverywhereAtOnce() {
    regions.createStrong("songs");

    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    regions.call(
        WEST,
        "UpdateItem",
        "{'TableName':'songs','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET v = :v',"
            + "'ExpressionAttributeValues':{':v':{'S':'2'}}}");
    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("2");
    regions.call(
        OHIO,
        "BatchWriteItem",
        "{'RequestItems':{'songs':[{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}},"
            + "{'PutRequest':{'Item':{'pk':{'S':'b'},'v':{'S':'3'}}}}]}}");
    assertThat(regions.get(EAST, "songs", "a")).isNull();
    assertThat(regions.get(EAST, "songs", "b")).isEqualTo("3");
    assertThat(regions.count(WEST, "songs")).isEqualTo(1);
  }

  @Test
  void evaluatesConditionsOnTheStateOfAllRegions() {
    regions.createStrong("songs");
    regions.put(EAST, "songs", "a", "1");

    assertThat(
            regions.error(
                WEST,
                "PutItem",
                "{'TableName':'songs','Item':{'pk':{'S':'a'}},"
                    + "'ConditionExpression':'attribute_not_exists(pk)'}"))
        .isEqualTo("ConditionalCheckFailedException The conditional request failed");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
  }

  @Test
  void countsCorrectlyWhileAllRegionsWrite() throws Exception {
    regions.createStrong("songs");
    regions.call(
        EAST, "PutItem", "{'TableName':'songs','Item':{'pk':{'S':'n'},'count':{'N':'0'}}}");
    AtomicInteger done = new AtomicInteger();
    List<CompletableFuture<Void>> writers =
        List.of(EAST, OHIO, WEST).stream()
            .map(region -> CompletableFuture.runAsync(() -> count(region, done)))
            .toList();

    for (CompletableFuture<Void> writer : writers) {
      writer.get(30, TimeUnit.SECONDS);
    }

    assertThat(regions.item(WEST, "songs", "n").at("/count/N").asInt()).isEqualTo(done.get());
  }

  /** A conflict is an answer, too; such an increment was not done. */
  private void count(String region, AtomicInteger done) {
    for (int i = 0; i < 100; i++) {
      try {
        regions.call(
            region,
            "UpdateItem",
            "{'TableName':'songs','Key':{'pk':{'S':'n'}},'UpdateExpression':'ADD #c :one',"
                + "'ExpressionAttributeNames':{'#c':'count'},"
                + "'ExpressionAttributeValues':{':one':{'N':'1'}}}");
        done.incrementAndGet();
      } catch (AssertionError refused) {
        assertThat(refused).hasMessageContaining("ReplicatedWriteConflictException");
      }
    }
  }

  @Test
  void refusesAWriteOfWhatAnotherRegionIsWriting() throws Exception {
    regions.createStrong("songs");
    regions.put(EAST, "songs", "a", "1");
    regions.emulator.replication().pause();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> regions.put(EAST, "songs", "a", "2"));
    assertThat(regions.emulator.replication().awaitHeld(1, Duration.ofSeconds(30))).isTrue();

    assertThat(regions.error(WEST, "PutItem", putOf("songs", "a", "3"))).isEqualTo(CONFLICT);
    assertThat(
            regions.error(
                OHIO,
                "BatchWriteItem",
                "{'RequestItems':{'songs':[{'DeleteRequest':{'Key':{'pk':{'S':'a'}}}}]}}"))
        .isEqualTo(CONFLICT);
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");

    regions.emulator.replication().resume();
    writing.get(30, TimeUnit.SECONDS);
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("2");
    regions.put(WEST, "songs", "a", "3");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("3");
  }

  @Test
  void refusesTransactions() {
    regions.createStrong("songs");
    String refusal =
        "ValidationException Transactions are not supported on tables with multi-Region strong"
            + " consistency";

    assertThat(
            regions.error(
                EAST,
                "TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'songs','Item':{'pk':{'S':'a'}}}}]}"))
        .isEqualTo(refusal);
    assertThat(
            regions.error(
                EAST,
                "TransactGetItems",
                "{'TransactItems':[{'Get':{'TableName':'songs','Key':{'pk':{'S':'a'}}}}]}"))
        .isEqualTo(refusal);
  }

  @Test
  void keepsIndexesInEveryRegion() {
    regions.createStrong("songs");
    regions.put(EAST, "songs", "a", "1");
    regions.update(
        WEST,
        "songs",
        """
        'AttributeDefinitions':[{'AttributeName':'v','AttributeType':'S'}],
        'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'byV',
          'Projection':{'ProjectionType':'ALL'},
          'KeySchema':[{'AttributeName':'v','KeyType':'HASH'}]}}]
        """);

    regions.put(OHIO, "songs", "b", "1");

    assertThat(
            regions
                .call(EAST, "Scan", "{'TableName':'songs','IndexName':'byV','Select':'COUNT'}")
                .get("Count")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void goesAsAWhole() {
    createWithWitness("songs");

    regions.update(
        EAST,
        "songs",
        "'ReplicaUpdates':[{'Delete':{'RegionName':'us-east-2'}}],"
            + "'GlobalTableWitnessUpdates':[{'Delete':{'RegionName':'us-west-2'}}]");

    assertThat(regions.describe(EAST, "songs").has("GlobalTableVersion")).isFalse();
    assertThat(regions.tables(OHIO)).isEmpty();
  }

  @Test
  void isAgainAnOrdinaryTableWithoutTheOthers() {
    regions.createStrong("songs");
    regions.put(WEST, "songs", "a", "1");

    regions.update(
        EAST,
        "songs",
        "'ReplicaUpdates':[{'Delete':{'RegionName':'us-east-2'}},"
            + "{'Delete':{'RegionName':'us-west-2'}}]");

    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
    regions.call(
        EAST,
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'songs','Item':{'pk':{'S':'b'}}}}]}");
    regions.call(EAST, "DeleteTable", "{'TableName':'songs'}");
  }

  @Test
  void closesWhileAWriteIsHeld() throws Exception {
    GlobalFixture closed = new GlobalFixture(EmulatorOptions.builder().build());
    closed.createStrong("songs");
    closed.emulator.replication().pause();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> closed.put(EAST, "songs", "a", "2"));
    assertThat(closed.emulator.replication().awaitHeld(1, Duration.ofSeconds(30))).isTrue();

    closed.close();

    assertThat(writing.handle((done, failure) -> true).get(30, TimeUnit.SECONDS)).isTrue();
  }
}
