package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.globalIndex;
import static dev.dynamoemulator.operation.backup.BackupFixture.units;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wording of RestoreTableFromBackup and RestoreTableToPointInTime (control-plane.md §1.3, §2).
 * Texts on overrides are those of CreateTable, or inferred.
 */
class RestoreTableMessagesTest {

  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/orders/backup/01772366400123-0123abcd";
  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";

  private final BackupFixture backups = BackupFixture.immediate();
  private String onDemand;
  private String provisioned;

  @BeforeEach
  void makeBackups() {
    backups.create("orders");
    onDemand = backups.backup("orders");
    backups.createIndexed("indexed");
    provisioned = backups.backup("indexed");
    backups.enable("orders");
    backups.enable("indexed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'BackupArn':'ARN'} | Value null at 'targetTableName' failed to satisfy constraint: Member must not be null
          {'TargetTableName':'new'} | Value null at 'backupArn' failed to satisfy constraint: Member must not be null
          {'TargetTableName':'ab','BackupArn':'ARN'} | Value 'ab' at 'targetTableName' failed to satisfy constraint: Member must have length greater than or equal to 3
          {'TargetTableName':'a b','BackupArn':'ARN'} | Value 'a b' at 'targetTableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
          {'TargetTableName':'new','BackupArn':'arn'} | Value 'arn' at 'backupArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          {'TargetTableName':'new','BackupArn':'ARN','BillingModeOverride':'X'} | Value 'X' at 'billingModeOverride' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]
          {'TargetTableName':'new','BackupArn':'ARN','ProvisionedThroughputOverride':{'ReadCapacityUnits':0,'WriteCapacityUnits':1}} | Value '0' at 'provisionedThroughputOverride.readCapacityUnits' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'TargetTableName':'new','BackupArn':'ARN','GlobalSecondaryIndexOverride':[{'IndexName':'abc','KeySchema':[{'AttributeName':'a','KeyType':'HASH'}]}]} | Value null at 'globalSecondaryIndexOverride.1.member.projection' failed to satisfy constraint: Member must not be null
          """)
  void validationMessages(String input, String failure) {
    assertThat(backups.error("RestoreTableFromBackup", input.replace("ARN", ARN)))
        .isEqualTo("ValidationException 1 validation error detected: " + failure);
  }

  @Test
  void reportsAnUnknownBackup() {
    assertThat(
            backups.error(
                "RestoreTableFromBackup", "{'TargetTableName':'new','BackupArn':'%s'}", ARN))
        .isEqualTo("BackupNotFoundException Backup not found: " + ARN);
  }

  @Test
  void reportsATargetThatExists() {
    assertThat(fromBackup(onDemand, "orders", ""))
        .isEqualTo("TableAlreadyExistsException Table already exists: orders");
    assertThat(toPointInTime("orders", "orders", ""))
        .isEqualTo("TableAlreadyExistsException Table already exists: orders");
  }

  @Test
  void reportsATargetThatIsComingOrGoing() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(BackupFixture.DELAY.multipliedBy(2));
    String arn = slow.backup("orders");
    slow.advance(BackupFixture.DELAY);
    slow.create("coming");
    slow.deleteTable("orders");
    String input = "{'TargetTableName':'%s','BackupArn':'%s'}";

    assertThat(slow.error("RestoreTableFromBackup", input, "coming", arn))
        .isEqualTo("TableInUseException Table is being created: coming");
    assertThat(slow.error("RestoreTableFromBackup", input, "orders", arn))
        .isEqualTo("TableInUseException Table is being deleted: orders");
  }

  static Stream<Arguments> overridesThatDoNotFitAnOnDemandTable() {
    return Stream.of(
        Arguments.of(
            "'ProvisionedThroughputOverride':" + units(1, 1),
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST"),
        Arguments.of(
            "'BillingModeOverride':'PAY_PER_REQUEST','ProvisionedThroughputOverride':"
                + units(1, 1),
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST"),
        Arguments.of(
            "'BillingModeOverride':'PROVISIONED'",
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
                + " PROVISIONED"),
        Arguments.of(
            "'GlobalSecondaryIndexOverride':[" + globalIndex("none", "") + "]",
            "GlobalSecondaryIndexOverride names an index that the source table does not have:"
                + " none"),
        Arguments.of(
            "'GlobalSecondaryIndexOverride':["
                + globalIndex("byG", "")
                + ","
                + globalIndex("byG", "")
                + "]",
            "Duplicate index name: byG"),
        Arguments.of(
            "'SSESpecificationOverride':{'Enabled':true,'SSEType':'AES256'}",
            "SSEType AES256 is not supported"));
  }

  @ParameterizedTest
  @MethodSource
  void overridesThatDoNotFitAnOnDemandTable(String override, String text) {
    assertThat(fromBackup(onDemand, "new", "," + override)).isEqualTo(INVALID + text);
    assertThat(toPointInTime("orders", "new", "," + override)).isEqualTo(INVALID + text);
  }

  static Stream<Arguments> overridesThatDoNotFitAProvisionedTable() {
    return Stream.of(
        Arguments.of(
            "'OnDemandThroughputOverride':{'MaxReadRequestUnits':5}",
            "Neither MaxReadRequestUnits nor MaxWriteRequestUnits can be specified when BillingMode"
                + " is PROVISIONED"),
        Arguments.of(
            "'BillingModeOverride':'PAY_PER_REQUEST','GlobalSecondaryIndexOverride':["
                + globalIndex("byG", ",'ProvisionedThroughput':" + units(1, 1))
                + "]",
            "ProvisionedThroughput should not be specified for index: byG when BillingMode is"
                + " PAY_PER_REQUEST"),
        Arguments.of(
            "'GlobalSecondaryIndexOverride':["
                + globalIndex("byG", "").replace("'g'", "'pk'")
                + "]",
            "GlobalSecondaryIndexOverride does not match the index of the source table: byG"),
        Arguments.of(
            "'GlobalSecondaryIndexOverride':["
                + globalIndex("byG", "").replace("ALL", "KEYS_ONLY")
                + "]",
            "GlobalSecondaryIndexOverride does not match the index of the source table: byG"),
        Arguments.of(
            "'LocalSecondaryIndexOverride':["
                + BackupFixture.LOCAL_INDEX.replace("'v'", "'w'")
                + "]",
            "LocalSecondaryIndexOverride does not match the index of the source table: byL"),
        Arguments.of(
            "'LocalSecondaryIndexOverride':["
                + BackupFixture.LOCAL_INDEX.replace("byL", "none")
                + "]",
            "LocalSecondaryIndexOverride names an index that the source table does not have:"
                + " none"));
  }

  @ParameterizedTest
  @MethodSource
  void overridesThatDoNotFitAProvisionedTable(String override, String text) {
    assertThat(fromBackup(provisioned, "new", "," + override)).isEqualTo(INVALID + text);
    assertThat(toPointInTime("indexed", "new", "," + override)).isEqualTo(INVALID + text);
  }

  /** A source without units of its own gives its indexes none either. */
  @Test
  void asksForUnitsOfEachIndexWhenTheSourceHasNone() {
    backups.call("UpdateTable", "{'TableName':'indexed','BillingMode':'PAY_PER_REQUEST'}");
    String arn = backups.backup("indexed");

    assertThat(
            fromBackup(
                arn,
                "new",
                ",'BillingModeOverride':'PROVISIONED','ProvisionedThroughputOverride':"
                    + units(1, 1)))
        .isEqualTo(INVALID + "ProvisionedThroughput is not specified for index: byG");
  }

  /** control-plane.md §2.10 */
  @Test
  void refusesWarmThroughputOnlyForAPointInTime() {
    String override =
        ",'GlobalSecondaryIndexOverride':["
            + globalIndex("byG", ",'WarmThroughput':{'ReadUnitsPerSecond':50}")
            + "]";

    assertThat(toPointInTime("indexed", "new", override))
        .isEqualTo(INVALID + "WarmThroughput cannot be specified in GlobalSecondaryIndexOverride");
    backups.restore(provisioned, "new", override);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'UseLatestRestorableTime':true | One of SourceTableName or SourceTableArn must be specified
          'SourceTableName':'orders','SourceTableArn':'orders','UseLatestRestorableTime':true | Only one of SourceTableName or SourceTableArn can be specified
          'SourceTableName':'orders' | One of RestoreDateTime or UseLatestRestorableTime must be specified
          'SourceTableName':'orders','UseLatestRestorableTime':false | One of RestoreDateTime or UseLatestRestorableTime must be specified
          'SourceTableName':'orders','UseLatestRestorableTime':true,'RestoreDateTime':1772366400 | RestoreDateTime cannot be specified when UseLatestRestorableTime is true
          """)
  void sourceAndMomentMessages(String members, String text) {
    assertThat(backups.error("RestoreTableToPointInTime", "{'TargetTableName':'new',%s}", members))
        .isEqualTo(INVALID + text);
  }

  @Test
  void reportsAnAbsentSource() {
    assertThat(toPointInTime("none", "new", ""))
        .isEqualTo("TableNotFoundException Table not found: none");
  }

  @Test
  void reportsASourceWithoutRecovery() {
    backups.disable("orders");

    assertThat(toPointInTime("orders", "new", ""))
        .isEqualTo(
            "PointInTimeRecoveryUnavailableException Point in time recovery is not enabled for"
                + " table 'orders'");
  }

  @Test
  void reportsAMomentOutsideTheWindow() {
    assertThat(
            backups.error(
                "RestoreTableToPointInTime",
                "{'SourceTableName':'orders','TargetTableName':'new','RestoreDateTime':1}"))
        .isEqualTo(
            "InvalidRestoreTimeException An invalid restore time was specified. RestoreDateTime"
                + " must be between EarliestRestorableDateTime and LatestRestorableDateTime.");
  }

  private String fromBackup(String arn, String target, String override) {
    return backups.error(
        "RestoreTableFromBackup",
        "{'BackupArn':'%s','TargetTableName':'%s'%s}",
        arn,
        target,
        override);
  }

  private String toPointInTime(String source, String target, String override) {
    return backups.error(
        "RestoreTableToPointInTime",
        "{'SourceTableName':'%s','TargetTableName':'%s','UseLatestRestorableTime':true%s}",
        source,
        target,
        override);
  }
}
