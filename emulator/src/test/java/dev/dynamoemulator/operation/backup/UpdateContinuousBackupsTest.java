package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static dev.dynamoemulator.operation.backup.BackupFixture.START;
import static dev.dynamoemulator.operation.backup.BackupFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §2. */
class UpdateContinuousBackupsTest {

  private static final String OFF = "{'PointInTimeRecoveryStatus':'DISABLED'}";

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void everyTableHasContinuousBackupsButNoPointInTimeRecovery() {
    backups.create("orders");

    assertThat(backups.call("DescribeContinuousBackups", "{'TableName':'orders'}"))
        .isEqualTo(
            json(
                "{'ContinuousBackupsDescription':{'ContinuousBackupsStatus':'ENABLED',"
                    + "'PointInTimeRecoveryDescription':"
                    + OFF
                    + "}}"));
  }

  @Test
  void tellsTheWindowFromTheStart() {
    backups.create("orders");

    JsonNode enabled = backups.enable("orders");

    assertThat(enabled)
        .isEqualTo(
            json(
                """
                {'PointInTimeRecoveryStatus':'ENABLED','RecoveryPeriodInDays':35,
                 'EarliestRestorableDateTime':1772366400.000,
                 'LatestRestorableDateTime':1772366400.123}
                """));
    assertThat(backups.recovery("orders")).isEqualTo(enabled);
  }

  @Test
  void movesTheWindowWithTime() {
    backups.create("orders");
    backups.enable("orders", ",'RecoveryPeriodInDays':2");

    backups.advance(Duration.ofDays(1));
    assertThat(earliest()).isEqualTo(START.getEpochSecond());

    backups.advance(Duration.ofDays(4));
    assertThat(earliest()).isEqualTo(START.plus(Duration.ofDays(3)).getEpochSecond());
  }

  private long earliest() {
    return backups.recovery("orders").get("EarliestRestorableDateTime").asLong();
  }

  @Test
  void changesThePeriodAndNothingElse() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");
    backups.advance(Duration.ofHours(1));
    backups.put("orders", "1", "b");

    JsonNode changed = backups.enable("orders", ",'RecoveryPeriodInDays':7");

    assertThat(changed.get("RecoveryPeriodInDays").asInt()).isEqualTo(7);
    assertThat(earliest()).isEqualTo(START.getEpochSecond());
    assertThat(backups.enable("orders").get("RecoveryPeriodInDays").asInt()).isEqualTo(7);
    backups.restoreTo(START.plusSeconds(1), "orders", "restored");
    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void startsAgainWhenItIsSwitchedOffAndOn() {
    backups.create("orders");
    backups.enable("orders", ",'RecoveryPeriodInDays':7");
    backups.advance(Duration.ofHours(1));

    backups.disable("orders");
    assertThat(backups.recovery("orders")).isEqualTo(json(OFF));

    assertThat(backups.enable("orders").get("RecoveryPeriodInDays").asInt()).isEqualTo(35);
    assertThat(earliest()).isEqualTo(START.plus(Duration.ofHours(1)).getEpochSecond());
  }

  @Test
  void isThereAgainWhenTheStoreIsOpenedAgain() {
    backups.create("orders");
    backups.enable("orders", ",'RecoveryPeriodInDays':7");
    JsonNode described = backups.recovery("orders");

    assertThat(backups.reopened().recovery("orders")).isEqualTo(described);
  }

  @Test
  void switchingOffWhatIsOffChangesNothing() {
    backups.create("orders");

    backups.disable("orders");

    assertThat(backups.recovery("orders")).isEqualTo(json(OFF));
  }

  @Test
  void isUnavailableForAWhileAfterTheCreationOfTheTableWhenStatesAreDelayed() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");

    assertThat(
            slow.error(
                "UpdateContinuousBackups",
                "{'TableName':'orders','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}"))
        .isEqualTo(
            "ContinuousBackupsUnavailableException Backups are being enabled for the table: orders."
                + " Please retry later");
    assertThat(slow.recovery("orders")).isEqualTo(json(OFF));

    slow.advance(DELAY.multipliedBy(2));
    slow.enable("orders");
  }

  @Test
  void deletedTableLeavesABackupForFiveWeeks() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");
    backups.advance(Duration.ofHours(1));

    backups.deleteTable("orders");

    String arn = backups.list("'BackupType':'SYSTEM'").get(0);
    JsonNode details = backups.describe(arn).get("BackupDetails");
    assertThat(details)
        .isEqualTo(
            json(
                """
                {'BackupArn':'%s','BackupName':'orders$DeletedTableBackup','BackupSizeBytes':5,
                 'BackupStatus':'AVAILABLE','BackupType':'SYSTEM',
                 'BackupCreationDateTime':1772370000.123,'BackupExpiryDateTime':1775394000.123}
                """
                    .formatted(arn)));
    assertThat(backups.describe(arn).at("/SourceTableDetails/ItemCount").asInt()).isEqualTo(1);
    backups.create("orders");
    backups.restore(arn, "restored");
    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a"));

    backups.advance(Duration.ofDays(35).minusSeconds(1));
    assertThat(backups.list("'BackupType':'ALL'")).containsExactly(arn);
    backups.advance(Duration.ofSeconds(1));
    assertThat(backups.list("'BackupType':'ALL'")).isEmpty();
  }

  @Test
  void deletedTableLeavesNoMoreThanItsBackup() {
    backups.create("orders");
    backups.enable("orders");
    backups.put("orders", "1", "a");
    backups.put("orders", "1", "b");

    backups.deleteTable("orders");
    assertThat(backups.storage.collections())
        .hasSize(2)
        .contains("backups")
        .anyMatch(name -> name.startsWith("table/"));

    BackupFixture again = backups.reopenedAt(START.plus(Duration.ofDays(40)));
    assertThat(again.storage.collections()).isEmpty();
  }
}
