package dev.dynamoemulator.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of UpdateContinuousBackups and DescribeContinuousBackups (control-plane.md §2). */
class UpdateContinuousBackupsMessagesTest {

  private static final String ON = "'PointInTimeRecoveryEnabled':true";

  private final BackupFixture backups = BackupFixture.immediate();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'TableName':'orders'} | Value null at 'pointInTimeRecoverySpecification' failed to satisfy constraint: Member must not be null
          {'TableName':'orders','PointInTimeRecoverySpecification':{}} | Value null at 'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled' failed to satisfy constraint: Member must not be null
          {'TableName':'orders','PointInTimeRecoverySpecification':{ON,'RecoveryPeriodInDays':0}} | Value '0' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'TableName':'orders','PointInTimeRecoverySpecification':{ON,'RecoveryPeriodInDays':36}} | Value '36' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy constraint: Member must have value less than or equal to 35
          """)
  void validationMessages(String input, String failure) {
    assertThat(backups.error("UpdateContinuousBackups", input.replace("ON", ON)))
        .isEqualTo("ValidationException 1 validation error detected: " + failure);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 35})
  void takesPeriodsUpToTheBounds(int days) {
    backups.create("orders");

    assertThat(
            backups
                .enable("orders", ",'RecoveryPeriodInDays':" + days)
                .get("RecoveryPeriodInDays")
                .asInt())
        .isEqualTo(days);
  }

  @Test
  void reportsAnAbsentTable() {
    assertThat(
            backups.error(
                "UpdateContinuousBackups",
                "{'TableName':'none','PointInTimeRecoverySpecification':{%s}}",
                ON))
        .isEqualTo("TableNotFoundException Table not found: none");
    assertThat(backups.error("DescribeContinuousBackups", "{'TableName':'none'}"))
        .isEqualTo("TableNotFoundException Table not found: none");
  }

  /** Inferred: the API declares no error for a table in use. */
  @Test
  void takesATableThatIsBeingDeletedForAbsent() {
    BackupFixture delayed = BackupFixture.delayed();
    delayed.create("orders");
    delayed.advance(BackupFixture.DELAY.multipliedBy(2));
    delayed.call("DeleteTable", "{'TableName':'orders'}");

    assertThat(
            delayed.error(
                "UpdateContinuousBackups",
                "{'TableName':'orders','PointInTimeRecoverySpecification':{%s}}",
                ON))
        .isEqualTo("TableNotFoundException Table not found: orders");
  }

  @Test
  void reportsAMissingTableName() {
    assertThat(backups.error("DescribeContinuousBackups", "{}"))
        .isEqualTo(
            "ValidationException 1 validation error detected: Value null at 'tableName' failed to"
                + " satisfy constraint: Member must not be null");
  }
}
