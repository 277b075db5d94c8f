package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.TestTable.all;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BackupDescription;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Backups, restores and point-in-time recovery (control-plane.md §1, §2). */
class BackupTest extends BehaviourTest {

  private final List<String> restored = new ArrayList<>();

  @AfterEach
  void dropRestoredTables() {
    restored.forEach(name -> client.deleteTable(table -> table.tableName(name)));
  }

  private String target() {
    String name = tableName + "-restored" + restored.size();
    restored.add(name);
    return name;
  }

  @Test
  void restoresADeletedTableFromItsBackup() {
    table()
        .globalIndex("byG", all(), "g:S")
        .create("pk:S")
        .put(Map.of("pk", s("a"), "g", s("x")))
        .put(Map.of("pk", s("b")));
    String arn = createBackup();
    table().put(Map.of("pk", s("c")));
    client.deleteTable(table -> table.tableName(tableName));

    String target = target();
    TableDescription creating =
        client
            .restoreTableFromBackup(r -> r.backupArn(arn).targetTableName(target))
            .tableDescription();

    assertThat(creating.tableStatus()).isEqualTo(TableStatus.CREATING);
    assertThat(creating.restoreSummary().sourceBackupArn()).isEqualTo(arn);
    assertThat(client.waiter().waitUntilTableExists(d -> d.tableName(target)).matched().response())
        .isPresent();
    assertThat(keys(target)).containsExactly("a", "b");
    assertThat(client.scan(scan -> scan.tableName(target).indexName("byG")).count()).isEqualTo(1);
  }

  @Test
  void describesAndListsAndDeletesBackups() {
    table().create("pk:S").put(Map.of("pk", s("a")));
    List<String> arns = List.of(createBackup(), createBackup(), createBackup());

    BackupDescription backup =
        client.describeBackup(describe -> describe.backupArn(arns.get(0))).backupDescription();
    assertThat(backup.backupDetails().backupStatus()).isEqualTo(BackupStatus.AVAILABLE);
    assertThat(backup.sourceTableDetails().itemCount()).isEqualTo(1);
    assertThat(backup.sourceTableDetails().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(
            client.listBackups(list -> list.tableName(tableName).limit(2)).lastEvaluatedBackupArn())
        .isIn(arns);
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(arns);

    arns.forEach(arn -> client.deleteBackup(delete -> delete.backupArn(arn)));
    assertThat(listed()).isEmpty();
    assertThat(Failure.of(() -> client.describeBackup(d -> d.backupArn(arns.get(0)))))
        .isEqualTo(new Failure("BackupNotFoundException", "Backup not found: " + arns.get(0)));
  }

  private String createBackup() {
    return client
        .createBackup(create -> create.tableName(tableName).backupName("nightly"))
        .backupDetails()
        .backupArn();
  }

  private List<String> listed() {
    return client.listBackups(list -> list.tableName(tableName)).backupSummaries().stream()
        .map(BackupSummary::backupArn)
        .toList();
  }

  @Test
  void recoversThePresentAndThePast() {
    table().create("pk:S").put(Map.of("pk", s("before")));
    PointInTimeRecoveryDescription window = enableRecovery();
    table().put(Map.of("pk", s("after")));

    String past = target();
    client.restoreTableToPointInTime(
        r ->
            r.sourceTableName(tableName)
                .targetTableName(past)
                .restoreDateTime(window.earliestRestorableDateTime()));
    String present = target();
    client.restoreTableToPointInTime(
        r -> r.sourceTableName(tableName).targetTableName(present).useLatestRestorableTime(true));

    assertThat(window.pointInTimeRecoveryStatus()).isEqualTo(PointInTimeRecoveryStatus.ENABLED);
    assertThat(window.latestRestorableDateTime())
        .isAfterOrEqualTo(window.earliestRestorableDateTime());
    assertThat(keys(past)).containsExactly("before");
    assertThat(keys(present)).containsExactly("after", "before");
  }

  @Test
  void deletedTableWithRecoveryLeavesASystemBackup() {
    table().create("pk:S").put(Map.of("pk", s("a")));
    enableRecovery();

    client.deleteTable(table -> table.tableName(tableName));

    BackupSummary backup =
        client
            .listBackups(list -> list.tableName(tableName).backupType(BackupTypeFilter.SYSTEM))
            .backupSummaries()
            .get(0);
    assertThat(backup.backupName()).isEqualTo(tableName + "$DeletedTableBackup");
    assertThat(backup.backupExpiryDateTime()).isAfter(backup.backupCreationDateTime());
    String target = target();
    client.restoreTableFromBackup(r -> r.backupArn(backup.backupArn()).targetTableName(target));
    assertThat(keys(target)).containsExactly("a");
    client.deleteBackup(delete -> delete.backupArn(backup.backupArn()));
  }

  private PointInTimeRecoveryDescription enableRecovery() {
    return client
        .updateContinuousBackups(
            update ->
                update
                    .tableName(tableName)
                    .pointInTimeRecoverySpecification(
                        recovery -> recovery.pointInTimeRecoveryEnabled(true)))
        .continuousBackupsDescription()
        .pointInTimeRecoveryDescription();
  }

  @Test
  void reportsWhatIsAbsent() {
    assertThat(Failure.of(() -> client.createBackup(c -> c.tableName(tableName).backupName("abc"))))
        .isEqualTo(new Failure("TableNotFoundException", "Table not found: " + tableName));
    assertThat(Failure.of(() -> client.describeContinuousBackups(d -> d.tableName(tableName))))
        .isEqualTo(new Failure("TableNotFoundException", "Table not found: " + tableName));
  }

  private TreeSet<String> keys(String table) {
    TreeSet<String> keys = new TreeSet<>();
    client
        .scanPaginator(scan -> scan.tableName(table))
        .items()
        .forEach(i -> keys.add(i.get("pk").s()));
    return keys;
  }
}
