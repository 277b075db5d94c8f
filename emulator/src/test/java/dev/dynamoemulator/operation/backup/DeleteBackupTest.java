package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §1.2 rules 6 and 7. */
class DeleteBackupTest {

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void answersWithTheDeletedBackup() {
    backups.create("orders");
    String arn = backups.backup("orders");
    JsonNode before = backups.describe(arn);
    ((ObjectNode) before.get("BackupDetails")).put("BackupStatus", "DELETED");

    assertThat(delete(backups, arn).get("BackupDescription")).isEqualTo(before);

    assertThat(backups.list("")).isEmpty();
    assertThat(backups.error("DescribeBackup", "{'BackupArn':'%s'}", arn))
        .isEqualTo("BackupNotFoundException Backup not found: " + arn);
    assertThat(backups.error("DeleteBackup", "{'BackupArn':'%s'}", arn))
        .isEqualTo("BackupNotFoundException Backup not found: " + arn);
  }

  @Test
  void leavesNothingBehind() {
    backups.create("orders");
    backups.put("orders", "1", "a");
    Set<String> before = backups.storage.collections();

    delete(backups, backups.backup("orders"));

    assertThat(backups.storage.collections()).isEqualTo(before);
    assertThat(backups.reopened().list("")).isEmpty();
  }

  @Test
  void refusesABackupInTheMaking() {
    BackupFixture slow = readyTable();
    String arn = slow.backup("orders");

    assertThat(slow.error("DeleteBackup", "{'BackupArn':'%s'}", arn))
        .isEqualTo("BackupInUseException Backup is being created: " + arn);
    assertThat(
            slow.error("RestoreTableFromBackup", "{'BackupArn':'%s','TargetTableName':'new'}", arn))
        .isEqualTo("BackupInUseException Backup is being created: " + arn);
  }

  @Test
  void refusesABackupThatIsBeingRestored() {
    BackupFixture slow = readyTable();
    String arn = slow.backup("orders");
    slow.advance(DELAY);
    slow.restore(arn, "restored");
    String inUse = "BackupInUseException Backup is being restored: " + arn;

    assertThat(slow.error("DeleteBackup", "{'BackupArn':'%s'}", arn)).isEqualTo(inUse);
    assertThat(slow.reopened().error("DeleteBackup", "{'BackupArn':'%s'}", arn)).isEqualTo(inUse);

    slow.advance(DELAY);
    delete(slow, arn);
  }

  private static JsonNode delete(BackupFixture backups, String arn) {
    return backups.call("DeleteBackup", "{'BackupArn':'%s'}", arn);
  }

  private static BackupFixture readyTable() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(DELAY.multipliedBy(2));
    return slow;
  }
}
