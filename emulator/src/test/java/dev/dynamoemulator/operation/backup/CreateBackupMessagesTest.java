package dev.dynamoemulator.operation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of CreateBackup: constraints by the model, the rest by control-plane.md §1. */
class CreateBackupMessagesTest {

  private final BackupFixture backups = BackupFixture.immediate();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {} | 2 validation errors detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null; Value null at 'backupName' failed to satisfy constraint: Member must not be null
          {'TableName':'orders'} | 1 validation error detected: Value null at 'backupName' failed to satisfy constraint: Member must not be null
          {'TableName':'a;b','BackupName':'abc'} | 1 validation error detected: Value 'a;b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
          {'TableName':'orders','BackupName':'ab'} | 1 validation error detected: Value 'ab' at 'backupName' failed to satisfy constraint: Member must have length greater than or equal to 3
          {'TableName':'orders','BackupName':'a b'} | 1 validation error detected: Value 'a b' at 'backupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
          """)
  void validationMessages(String input, String message) {
    assertThat(backups.error("CreateBackup", input)).isEqualTo("ValidationException " + message);
  }

  @Test
  void rejectsANameOfMoreThan255Characters() {
    backups.create("orders");
    String name = "x".repeat(256);

    backups.call("CreateBackup", "{'TableName':'orders','BackupName':'%s'}", name.substring(1));
    assertThat(backups.error("CreateBackup", "{'TableName':'orders','BackupName':'%s'}", name))
        .isEqualTo(
            "ValidationException 1 validation error detected: Value '"
                + name
                + "' at 'backupName' failed to satisfy constraint: Member must have length less"
                + " than or equal to 255");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "arn:aws:dynamodb:us-east-1:000000000000:table/none"})
  void reportsAnAbsentTable(String table) {
    assertThat(backups.error("CreateBackup", "{'TableName':'%s','BackupName':'abc'}", table))
        .isEqualTo("TableNotFoundException Table not found: none");
  }

  @Test
  void reportsATableThatIsBeingDeleted() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(BackupFixture.DELAY.multipliedBy(2));
    slow.deleteTable("orders");

    assertThat(slow.error("CreateBackup", "{'TableName':'orders','BackupName':'abc'}"))
        .isEqualTo("TableInUseException Table is being deleted: orders");
  }
}
