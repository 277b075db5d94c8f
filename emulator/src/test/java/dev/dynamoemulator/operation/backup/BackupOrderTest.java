package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static dev.dynamoemulator.operation.backup.BackupFixture.globalIndex;
import static dev.dynamoemulator.operation.backup.BackupFixture.units;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Which of two faults is reported. Nothing is known of the service's order beyond its general one,
 * constraints before request checks before lookups before the state of what was found (tables.md
 * §1.5); the rest is inferred.
 */
class BackupOrderTest {

  private static final String UNKNOWN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/orders/backup/01772366400123-0123abcd";
  private static final String FAULTY_UNITS =
      ",'BillingModeOverride':'PAY_PER_REQUEST','ProvisionedThroughputOverride':" + units(1, 1);
  private static final String LATEST = ",'UseLatestRestorableTime':true";

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void createBackupLooksAtItsNameThenTheTableThenItsAge() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("young");

    assertThat(slow.error("CreateBackup", "{'TableName':'none','BackupName':'a'}"))
        .contains("at 'backupName'");
    assertThat(slow.error("CreateBackup", "{'TableName':'none','BackupName':'abc'}"))
        .startsWith("TableNotFoundException");
    assertThat(slow.error("CreateBackup", "{'TableName':'young','BackupName':'abc'}"))
        .startsWith("ContinuousBackupsUnavailableException");
  }

  @Test
  void restoreTableFromBackupLooksAtOverridesThenTheBackupThenTheTargetThenBoth() {
    backups.create("orders");
    String arn = backups.backup("orders");
    String unknownIndex = ",'GlobalSecondaryIndexOverride':[" + globalIndex("none", "") + "]";

    assertThat(fromBackup(UNKNOWN, "a;b", FAULTY_UNITS)).contains("at 'targetTableName'");
    assertThat(fromBackup(UNKNOWN, "new", FAULTY_UNITS)).contains("Neither ReadCapacityUnits");
    assertThat(fromBackup(UNKNOWN, "orders", "")).startsWith("BackupNotFoundException");
    assertThat(fromBackup(arn, "orders", unknownIndex)).startsWith("TableAlreadyExistsException");
    assertThat(fromBackup(arn, "new", unknownIndex + ",'BillingModeOverride':'PROVISIONED'"))
        .contains("must both be specified");
    assertThat(fromBackup(arn, "new", unknownIndex)).contains("names an index");
  }

  @Test
  void restoreTableToPointInTimeLooksAtSourceMomentAndOverridesBeforeTables() {
    String twoMoments = LATEST + ",'RestoreDateTime':1";
    String warm =
        ",'GlobalSecondaryIndexOverride':["
            + globalIndex("abc", ",'WarmThroughput':{'ReadUnitsPerSecond':50}")
            + "]";

    assertThat(toPointInTime("", twoMoments)).contains("One of SourceTableName");
    assertThat(toPointInTime("'SourceTableName':'none',", twoMoments + FAULTY_UNITS))
        .contains("RestoreDateTime cannot");
    assertThat(toPointInTime("'SourceTableName':'none',", LATEST + FAULTY_UNITS + warm))
        .contains("Neither ReadCapacityUnits");
    assertThat(toPointInTime("'SourceTableName':'none',", LATEST + warm))
        .contains("WarmThroughput cannot");
    assertThat(toPointInTime("'SourceTableName':'none',", LATEST))
        .startsWith("TableNotFoundException");
  }

  @Test
  void restoreTableToPointInTimeLooksAtRecoveryThenTheMomentThenTheTarget() {
    backups.create("orders");
    backups.create("taken");
    String source = "'SourceTableName':'orders',";

    assertThat(toPointInTime(source, ",'RestoreDateTime':1"))
        .startsWith("PointInTimeRecoveryUnavailableException");
    backups.enable("orders");
    assertThat(toPointInTime(source, ",'RestoreDateTime':1"))
        .startsWith("InvalidRestoreTimeException");
    assertThat(toPointInTime(source, LATEST)).startsWith("TableAlreadyExistsException");
  }

  @Test
  void updateContinuousBackupsLooksAtThePeriodThenTheTable() {
    String input =
        "{'TableName':'none','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':%d}}";

    assertThat(backups.error("UpdateContinuousBackups", input, 0)).contains("recoveryPeriodInDays");
    assertThat(backups.error("UpdateContinuousBackups", input, 1))
        .startsWith("TableNotFoundException");
  }

  @Test
  void deleteBackupLooksForTheBackupBeforeItsState() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(DELAY.multipliedBy(2));
    String arn = slow.backup("orders");

    assertThat(slow.error("DeleteBackup", "{'BackupArn':'%s'}", arn.replace("orders", "others")))
        .startsWith("BackupNotFoundException");
    assertThat(slow.error("DeleteBackup", "{'BackupArn':'%s'}", arn))
        .startsWith("BackupInUseException");
  }

  private String fromBackup(String arn, String target, String override) {
    return backups.error(
        "RestoreTableFromBackup",
        "{'BackupArn':'%s','TargetTableName':'%s'%s}",
        arn,
        target,
        override);
  }

  private String toPointInTime(String source, String members) {
    return backups.error(
        "RestoreTableToPointInTime", "{%s'TargetTableName':'taken'%s}", source, members);
  }
}
