package dev.dynamoemulator.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of DescribeBackup and DeleteBackup, which name a backup alike, and of ListBackups. */
class DescribeBackupMessagesTest {

  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/orders/backup/01772366400123-0123abcd";

  private final BackupFixture backups = BackupFixture.immediate();

  @ParameterizedTest
  @ValueSource(strings = {"DescribeBackup", "DeleteBackup"})
  void reportsAMissingOrShortArn(String operation) {
    String text =
        "ValidationException 1 validation error detected: Value %s failed to satisfy"
            + " constraint: %s";

    assertThat(backups.error(operation, "{}"))
        .isEqualTo(text.formatted("null at 'backupArn'", "Member must not be null"));
    assertThat(backups.error(operation, "{'BackupArn':'%s'}", "x".repeat(36)))
        .isEqualTo(
            text.formatted(
                "'" + "x".repeat(36) + "' at 'backupArn'",
                "Member must have length greater than or equal to 37"));
    assertThat(backups.error(operation, "{'BackupArn':'%s'}", "x".repeat(1025)))
        .isEqualTo(
            text.formatted(
                "'" + "x".repeat(1025) + "' at 'backupArn'",
                "Member must have length less than or equal to 1024"));
  }

  static Stream<Arguments> reportsWhatIsNoBackupOfTheCaller() {
    return Stream.of("DescribeBackup", "DeleteBackup")
        .flatMap(
            operation ->
                Stream.of(
                        ARN,
                        ARN.replace("backup", "export"),
                        ARN + "/x",
                        "x".repeat(37),
                        "arn:aws:s3:us-east-1:000000000000:table/orders/backup/1")
                    .map(arn -> Arguments.of(operation, arn)));
  }

  @ParameterizedTest
  @MethodSource
  void reportsWhatIsNoBackupOfTheCaller(String operation, String arn) {
    assertThat(backups.error(operation, "{'BackupArn':'%s'}", arn))
        .isEqualTo("BackupNotFoundException Backup not found: " + arn);
  }

  @Test
  void reportsTheBackupOfAnotherTableUnderThisName() {
    backups.create("orders");
    String arn = backups.backup("orders").replace("orders", "others");

    assertThat(backups.error("DescribeBackup", "{'BackupArn':'%s'}", arn))
        .isEqualTo("BackupNotFoundException Backup not found: " + arn);
  }

  /** As for tables (tables.md §2.5). */
  @Test
  void reportsForeignRegionsAndAccounts() {
    String elsewhere = ARN.replace("us-east-1", "eu-west-1");
    String foreign = ARN.replace("000000000000", "111111111111");

    assertThat(backups.error("DescribeBackup", "{'BackupArn':'%s'}", elsewhere))
        .isEqualTo(
            "ValidationException 1 validation error detected: Invalid AWS region in '"
                + elsewhere
                + "'");
    assertThat(backups.error("DescribeBackup", "{'BackupArn':'%s'}", foreign))
        .isEqualTo(
            "AccessDeniedException User: arn:aws:iam::000000000000:root is not authorized to access"
                + " resource: "
                + foreign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'Limit':0} | Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'Limit':101} | Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
          {'BackupType':'user'} | Value 'user' at 'backupType' failed to satisfy constraint: Member must satisfy enum value set: [USER, SYSTEM, AWS_BACKUP, ALL]
          {'ExclusiveStartBackupArn':'arn'} | Value 'arn' at 'exclusiveStartBackupArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          {'TableName':'a;b'} | Value 'a;b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
          """)
  void listBackupsValidationMessages(String input, String failure) {
    assertThat(backups.error("ListBackups", input))
        .isEqualTo("ValidationException 1 validation error detected: " + failure);
  }

  /** Inferred: as every operation that takes the ARN of a table. */
  @Test
  void listBackupsRefusesTablesOutOfReach() {
    backups.create("orders");
    backups.backup("orders");

    String otherRegion = "arn:aws:dynamodb:eu-west-1:000000000000:table/orders";
    assertThat(backups.error("ListBackups", "{'TableName':'%s'}", otherRegion))
        .isEqualTo(
            "ValidationException 1 validation error detected: Invalid AWS region in '"
                + otherRegion
                + "'");
    String otherAccount = "arn:aws:dynamodb:us-east-1:111111111111:table/orders";
    assertThat(backups.error("ListBackups", "{'TableName':'%s'}", otherAccount))
        .isEqualTo(
            "AccessDeniedException User: arn:aws:iam::000000000000:root is not authorized to access"
                + " resource: "
                + otherAccount);
  }
}
