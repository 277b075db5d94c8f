package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static dev.dynamoemulator.operation.backup.BackupFixture.START;
import static dev.dynamoemulator.operation.backup.BackupFixture.json;
import static dev.dynamoemulator.operation.backup.BackupFixture.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §2. */
class RestoreTableToPointInTimeTest {

  private static final String LATEST = "'UseLatestRestorableTime':true";

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void givesTheStateOfAnySecond() {
    backups.create("orders");
    backups.enable("orders");
    for (int second = 0; second < 5; second++) {
      backups.put("orders", "changing", "v" + second);
      backups.put("orders", "k" + second, "x");
      backups.delete("orders", "k" + (second - 1));
      backups.advance(Duration.ofSeconds(1));
    }

    for (int second = 0; second < 5; second++) {
      backups.restoreTo(START.plusSeconds(second), "orders", "restored" + second);
      assertThat(backups.items("restored" + second))
          .isEqualTo(Map.of("changing", "v" + second, "k" + second, "x"));
    }
  }

  @Test
  void givesThePresentStateWhenAskedForTheLatest() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");

    backups.restoreTo(LATEST, "orders", "restored");
    backups.put("orders", "1", "b");
    backups.restoreTo(LATEST + ",'RestoreDateTime':null", "orders", "later");

    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a"));
    assertThat(backups.items("later")).isEqualTo(Map.of("1", "b"));
  }

  @Test
  void describesWhereTheTableComesFrom() {
    backups.create("orders");
    backups.enable("orders");
    backups.advance(Duration.ofMinutes(10));

    JsonNode creating = backups.restoreTo(START.plusSeconds(60), "orders", "restored");

    String summary =
        "{'SourceTableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders',"
            + "'RestoreDateTime':1772366460.123,'RestoreInProgress':%s}";
    assertThat(creating.get("TableStatus").asText()).isEqualTo("CREATING");
    assertThat(creating.get("RestoreSummary")).isEqualTo(json(summary.formatted(true)));
    assertThat(backups.table("restored").get("RestoreSummary"))
        .isEqualTo(json(summary.formatted(false)));
  }

  @Test
  void takesTheArnOfTheSource() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");

    backups.call(
        "RestoreTableToPointInTime",
        "{'SourceTableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders',"
            + "'TargetTableName':'restored',%s}",
        LATEST);

    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  /** The window begins in the whole second that DescribeContinuousBackups shows. */
  @Test
  void acceptsTheWholeWindowAndNothingElse() {
    backups.create("orders");
    backups.enable("orders", ",'RecoveryPeriodInDays':1");
    backups.advance(Duration.ofDays(10));
    Instant now = START.plus(Duration.ofDays(10));
    Instant earliest = Instant.ofEpochSecond(now.minus(Duration.ofDays(1)).getEpochSecond());

    backups.restoreTo(earliest, "orders", "earliest");
    backups.restoreTo(now, "orders", "now");
    for (Instant outside : new Instant[] {earliest.minusMillis(1), now.plusMillis(1)}) {
      assertThat(
              backups.error(
                  "RestoreTableToPointInTime",
                  "{'SourceTableName':'orders','TargetTableName':'none','RestoreDateTime':%s}",
                  seconds(outside)))
          .startsWith("InvalidRestoreTimeException ");
    }
  }

  @Test
  void findsTheOldestStateOfTheWindowAgain() {
    backups.create("orders");
    backups.enable("orders", ",'RecoveryPeriodInDays':1");
    backups.put("orders", "1", "a");
    backups.advance(Duration.ofDays(9));
    backups.put("orders", "1", "b");
    backups.advance(Duration.ofDays(1));

    backups.restoreTo(START.plus(Duration.ofDays(9)).minusMillis(123), "orders", "restored");

    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void hasAllOrNothingOfATransaction() {
    backups.create("orders");
    backups.enable("orders");
    backups.advance(Duration.ofSeconds(1));
    backups.call(
        "TransactWriteItems",
        """
        {'TransactItems':[
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'1'},'v':{'S':'a'}}}},
          {'Put':{'TableName':'orders','Item':{'pk':{'S':'2'},'v':{'S':'a'}}}}]}
        """);

    backups.restoreTo(START.plusMillis(999), "orders", "before");
    backups.restoreTo(START.plusMillis(1000), "orders", "after");

    assertThat(backups.items("before")).isEmpty();
    assertThat(backups.items("after")).hasSize(2);
  }

  @Test
  void keepsFollowingTheSourceAndNotTheRestoredTable() {
    backups.create("orders");
    backups.enable("orders");
    backups.restoreTo(LATEST, "orders", "restored");

    assertThat(backups.recovery("restored").get("PointInTimeRecoveryStatus").asText())
        .isEqualTo("DISABLED");
    assertThat(backups.recovery("orders").get("PointInTimeRecoveryStatus").asText())
        .isEqualTo("ENABLED");
  }

  @Test
  void worksAfterTheStoreIsOpenedAgain() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");
    backups.advance(Duration.ofSeconds(1));
    backups.put("orders", "1", "b");

    BackupFixture again = backups.reopenedAt(START.plusSeconds(2));
    again.put("orders", "1", "c");

    again.restoreTo(START, "orders", "first");
    again.restoreTo(START.plusSeconds(1), "orders", "second");
    again.restoreTo(LATEST, "orders", "third");
    assertThat(again.items("first")).isEqualTo(Map.of("1", "a"));
    assertThat(again.items("second")).isEqualTo(Map.of("1", "b"));
    assertThat(again.items("third")).isEqualTo(Map.of("1", "c"));
  }

  @Test
  void givesTheStateAskedForWhenStatesAreDelayed() {
    BackupFixture slow = slowTable();
    Instant moment = slow.clock.instant();
    slow.advance(Duration.ofSeconds(1));
    slow.put("orders", "1", "b");

    slow.restoreTo(moment, "orders", "restored");
    slow.disable("orders");
    slow.put("orders", "1", "c");
    slow.advance(DELAY);

    assertThat(slow.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void goesOnAfterACrash() {
    BackupFixture slow = slowTable();
    Instant moment = slow.clock.instant();
    slow.advance(Duration.ofSeconds(1));
    slow.put("orders", "1", "b");
    slow.restoreTo(moment, "orders", "restored");

    BackupFixture next = slow.reopened();
    next.put("orders", "1", "c");
    next.advance(DELAY);

    assertThat(next.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  /** Nothing is left to restore from, so the table cannot become what was asked for. */
  @Test
  void isGivenUpWhenItsSourceIsGoneAfterACrash() {
    BackupFixture slow = slowTable();
    slow.restoreTo(LATEST, "orders", "restored");
    slow.disable("orders");

    BackupFixture next = slow.reopened();

    assertThat(next.call("ListTables", "{}").get("TableNames")).isEqualTo(json("['orders']"));
    assertThat(next.storage.collections()).doesNotContain("restores");
  }

  private static BackupFixture slowTable() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(DELAY.multipliedBy(2));
    slow.enable("orders");
    slow.put("orders", "1", "a");
    return slow;
  }
}
