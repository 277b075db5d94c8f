package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.START;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static dev.dynamoemulator.operation.global.GlobalFixture.addReplica;
import static dev.dynamoemulator.operation.global.GlobalFixture.deleteReplica;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorSnapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How writes get from one region to the others (control-plane.md §9.6 to §9.8). */
@Timeout(60)
class ReplicationTest {

  private static final Duration LAG = Duration.ofSeconds(1);

  private GlobalFixture regions = GlobalFixture.create();

  @AfterEach
  void close() {
    regions.close();
  }

  private void startLagging() {
    regions.close();
    regions = GlobalFixture.lagging(LAG);
  }

  @Test
  void replicatesInBothDirectionsBeforeTheAnswer() {
    regions.createGlobal("songs", WEST, OHIO);

    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("1");

    regions.put(WEST, "songs", "a", "2");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("2");

    regions.delete(OHIO, "songs", "a");
    assertThat(regions.get(EAST, "songs", "a")).isNull();
    assertThat(regions.get(WEST, "songs", "a")).isNull();
  }

  @Test
  void replicatesBatchesTransactionsAndStatements() {
    regions.createGlobal("songs", WEST);

    regions.call(
        EAST,
        "BatchWriteItem",
        "{'RequestItems':{'songs':[{'PutRequest':{'Item':{'pk':{'S':'a'},'v':{'S':'1'}}}}]}}");
    regions.call(
        EAST,
        "TransactWriteItems",
        "{'TransactItems':[{'Put':{'TableName':'songs',"
            + "'Item':{'pk':{'S':'b'},'v':{'S':'2'}}}}]}");
    regions.call(
        EAST,
        "ExecuteStatement",
        "{'Statement':'INSERT INTO songs VALUE {\\'pk\\':\\'c\\',\\'v\\':\\'3\\'}'}"
            .replace("\\'", "\\u0027"));

    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(WEST, "songs", "b")).isEqualTo("2");
    assertThat(regions.get(WEST, "songs", "c")).isEqualTo("3");
  }

  @Test
  void replicatesWhenTheLagIsOver() {
    startLagging();
    regions.createGlobal("songs", WEST);

    regions.put(EAST, "songs", "a", "1");
    regions.advance(Duration.ofMillis(999));
    assertThat(regions.get(WEST, "songs", "a")).isNull();

    regions.put(EAST, "songs", "b", "2");
    regions.advance(Duration.ofMillis(1));
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(WEST, "songs", "b")).isNull();

    regions.advance(Duration.ofMillis(999));
    assertThat(regions.get(WEST, "songs", "b")).isEqualTo("2");
  }

  @Test
  void changesTheLagOfWhatIsOnItsWay() {
    startLagging();
    regions.createGlobal("songs", WEST);
    regions.put(EAST, "songs", "a", "1");

    regions.emulator.replication().lagBy(Duration.ofMillis(200));
    regions.advance(Duration.ofMillis(199));
    assertThat(regions.get(WEST, "songs", "a")).isNull();
    regions.advance(Duration.ofMillis(1));
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");

    regions.put(EAST, "songs", "a", "2");
    regions.emulator.replication().lagBy(Duration.ZERO);
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("2");
  }

  /** control-plane.md §9.6: "a lost update vanishes without an error". */
  @Test
  void letsTheLastWriterWin() {
    startLagging();
    regions.createGlobal("songs", WEST);

    regions.put(EAST, "songs", "a", "first");
    regions.advance(Duration.ofMillis(10));
    regions.put(WEST, "songs", "a", "last");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("first");

    regions.advance(LAG);
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("last");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("last");
  }

  @Test
  void letsTheLastDeletionWin() {
    startLagging();
    regions.createGlobal("songs", WEST);

    regions.put(EAST, "songs", "a", "1");
    regions.delete(WEST, "songs", "a");
    regions.advance(LAG);

    assertThat(regions.get(EAST, "songs", "a")).isNull();
    assertThat(regions.get(WEST, "songs", "a")).isNull();
  }

  /** A write that finds the item as it makes it is the last one all the same. */
  @Test
  void letsTheLastWriterWinWhenItChangesNothing() {
    startLagging();
    regions.createGlobal("songs", WEST);
    regions.put(EAST, "songs", "a", "1");
    regions.advance(LAG);

    regions.put(WEST, "songs", "a", "2");
    regions.put(EAST, "songs", "a", "1");
    regions.advance(LAG);

    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
  }

  @Test
  void waitsWhilePaused() {
    regions.createGlobal("songs", WEST);
    regions.emulator.replication().pause();

    regions.put(EAST, "songs", "a", "1");
    regions.put(EAST, "songs", "a", "2");
    regions.put(WEST, "songs", "b", "3");
    assertThat(regions.get(WEST, "songs", "a")).isNull();
    assertThat(regions.get(EAST, "songs", "b")).isNull();

    regions.emulator.replication().resume();
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("2");
    assertThat(regions.get(EAST, "songs", "b")).isEqualTo("3");
  }

  /** control-plane.md §9.8 */
  @Test
  void showsLocalAndReplicatedWritesInEveryStream() {
    regions.createGlobal("songs", WEST);

    regions.put(EAST, "songs", "a", "1");
    regions.put(WEST, "songs", "a", "2");
    regions.put(WEST, "songs", "a", "2");
    regions.delete(EAST, "songs", "a");

    for (String region : new String[] {EAST, WEST}) {
      assertThat(regions.records(region, "songs"))
          .extracting(GlobalFixture::summary)
          .containsExactly("INSERT a=1", "MODIFY a=2", "REMOVE a=2");
    }
    JsonNode record = regions.records(WEST, "songs").get(0);
    assertThat(record.get("awsRegion").asText()).isEqualTo("us-west-2");
  }

  @Test
  void showsNothingOfTheFillingInTheStream() {
    regions.create(EAST, "songs");
    regions.put(EAST, "songs", "a", "1");

    regions.update(EAST, "songs", addReplica(WEST));

    assertThat(regions.records(WEST, "songs")).isEmpty();
  }

  /** control-plane.md §9.8: "Replicated TTL deletes have no userIdentity". */
  @Test
  void replicatesExpiryAsAnOrdinaryDeletion() {
    regions.createGlobal("songs", WEST);
    regions.call(
        EAST,
        "UpdateTimeToLive",
        "{'TableName':'songs','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    regions.call(
        EAST,
        "PutItem",
        "{'TableName':'songs','Item':{'pk':{'S':'a'},'v':{'S':'1'},'ttl':{'N':'%d'}}}",
        START.getEpochSecond() - 60);

    regions.emulator.sweepExpiredItems();

    assertThat(regions.get(EAST, "songs", "a")).isNull();
    assertThat(regions.get(WEST, "songs", "a")).isNull();
    long expired =
        regions.records(EAST, "songs").stream().filter(record -> record.has("userIdentity")).count()
            + regions.records(WEST, "songs").stream()
                .filter(record -> record.has("userIdentity"))
                .count();
    assertThat(expired).isEqualTo(1);
    assertThat(regions.records(WEST, "songs"))
        .extracting(GlobalFixture::summary)
        .containsExactly("INSERT a=1", "REMOVE a=1");
  }

  /** tables.md §11.2 row 4 */
  @Test
  void letsItemsExpireInOneRegionOnly() {
    startLagging();
    regions.createGlobal("songs", WEST);
    regions.call(
        WEST,
        "UpdateTimeToLive",
        "{'TableName':'songs','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}");
    regions.call(
        WEST,
        "PutItem",
        "{'TableName':'songs','Item':{'pk':{'S':'a'},'v':{'S':'1'},'ttl':{'N':'%d'}}}",
        START.getEpochSecond() - 60);
    regions.advance(LAG);

    regions.emulator.sweepExpiredItems();
    assertThat(regions.get(EAST, "songs", "a")).isNull();
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");

    regions.advance(LAG);
    assertThat(regions.get(WEST, "songs", "a")).isNull();
    assertThat(regions.records(EAST, "songs").get(1).has("userIdentity")).isTrue();
    assertThat(regions.records(WEST, "songs").get(1).has("userIdentity")).isFalse();
  }

  /** control-plane.md §9.6: "Strong reads see local state only"; conditions do, too. */
  @Test
  void evaluatesConditionsOnLocalState() {
    startLagging();
    regions.createGlobal("songs", WEST);
    regions.put(EAST, "songs", "a", "1");

    regions.call(
        WEST,
        "PutItem",
        "{'TableName':'songs','Item':{'pk':{'S':'a'},'v':{'S':'2'}},"
            + "'ConditionExpression':'attribute_not_exists(pk)'}");
    regions.advance(LAG);

    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("2");
  }

  @Test
  void retriesAWriteThatMetATransaction() throws Exception {
    regions.createGlobal("songs", WEST);
    regions.emulator.transactionHold().holdUntilReleased();
    CompletableFuture<Void> transaction =
        CompletableFuture.runAsync(
            () ->
                regions.call(
                    WEST,
                    "TransactWriteItems",
                    "{'TransactItems':[{'Put':{'TableName':'songs',"
                        + "'Item':{'pk':{'S':'a'},'v':{'S':'of the transaction'}}}}]}"));
    assertThat(regions.emulator.transactionHold().awaitHeld(1, Duration.ofSeconds(30))).isTrue();

    regions.put(EAST, "songs", "a", "1");
    assertThat(regions.get(WEST, "songs", "a")).isNull();

    regions.emulator.transactionHold().switchOff();
    transaction.get(30, TimeUnit.SECONDS);
    regions.advance(Duration.ofSeconds(1));
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("of the transaction");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("of the transaction");
  }

  /** What was on its way to the source of a replica gets to the replica, too. */
  @Test
  void takesWhatIsOnItsWayIntoANewReplica() {
    regions.createGlobal("songs", WEST);
    regions.emulator.replication().pause();
    regions.put(WEST, "songs", "a", "1");

    regions.update(EAST, "songs", addReplica(OHIO));
    assertThat(regions.get(OHIO, "songs", "a")).isNull();
    regions.emulator.replication().resume();

    assertThat(regions.get(OHIO, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
  }

  @Test
  void takesWhatIsOnItsWayFromAReplicaThatGoes() {
    regions.createGlobal("songs", WEST);
    regions.emulator.replication().pause();
    regions.put(WEST, "songs", "a", "1");

    regions.update(EAST, "songs", deleteReplica(WEST));
    regions.emulator.replication().resume();

    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
  }

  @Test
  void takesWhatIsOnItsWayIntoASnapshot() {
    regions.createGlobal("songs", WEST);
    regions.emulator.replication().pause();
    regions.put(EAST, "songs", "a", "1");
    EmulatorSnapshot snapshot = regions.emulator.snapshot();
    regions.emulator.replication().resume();
    regions.delete(EAST, "songs", "a");

    regions.emulator.restore(snapshot);

    assertThat(regions.get(EAST, "songs", "a")).isEqualTo("1");
    assertThat(regions.get(WEST, "songs", "a")).isEqualTo("1");
  }

  @Test
  void resumesWithAReset() {
    regions.emulator.replication().pause();
    regions.emulator.replication().lagBy(LAG);

    regions.emulator.reset();

    assertThat(regions.emulator.replication().isPaused()).isFalse();
    assertThat(regions.emulator.replication().lag()).isEqualTo(Duration.ZERO);
  }

  @Test
  void keepsAccountsApart() {
    regions.createGlobal("songs", WEST);
    regions.create(EAST, "others");

    regions.put(EAST, "others", "a", "1");

    assertThat(regions.tables(WEST)).containsExactly("songs");
  }
}
