package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.CALLER;
import static dev.dynamoemulator.operation.backup.BackupFixture.START;
import static dev.dynamoemulator.operation.backup.BackupFixture.json;
import static dev.dynamoemulator.operation.backup.BackupFixture.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.model.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §1.2 rule 8. */
class ListBackupsTest {

  private final BackupFixture backups = BackupFixture.immediate();
  private final List<String> arns = new ArrayList<>();

  /** One backup of each table in turn, a second apart. */
  @BeforeEach
  void makeBackups() {
    backups.create("one");
    backups.create("two");
    for (String table : List.of("one", "two", "one", "two", "one")) {
      arns.add(backups.backup(table));
      backups.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void summarisesEachBackup() {
    JsonNode first = backups.call("ListBackups", "{}").at("/BackupSummaries/0");

    assertThat(first)
        .isEqualTo(
            json(
                """
                {'TableName':'one','TableId':'%s',
                 'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/one',
                 'BackupArn':'%s','BackupName':'nightly','BackupSizeBytes':0,
                 'BackupStatus':'AVAILABLE','BackupType':'USER',
                 'BackupCreationDateTime':1772366400.123}
                """
                    .formatted(backups.table("one").get("TableId").asText(), arns.get(0))));
  }

  @Test
  void listsThoseOfOneTable() {
    assertThat(backups.list("'TableName':'two'")).containsExactly(arns.get(1), arns.get(3));
    assertThat(backups.list("'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/two'"))
        .containsExactly(arns.get(1), arns.get(3));
    assertThat(backups.list("'TableName':'none'")).isEmpty();
  }

  @Test
  void listsThoseOfADeletedTable() {
    backups.deleteTable("two");

    assertThat(backups.list("'TableName':'two'")).containsExactly(arns.get(1), arns.get(3));
  }

  @Test
  void listsThoseMadeInATimeWithoutItsEnd() {
    String from = "'TimeRangeLowerBound':" + seconds(START.plusSeconds(1));
    String to = "'TimeRangeUpperBound':" + seconds(START.plusSeconds(3));

    assertThat(backups.list(from)).isEqualTo(arns.subList(1, 5));
    assertThat(backups.list(to)).isEqualTo(arns.subList(0, 3));
    assertThat(backups.list(from + "," + to)).isEqualTo(arns.subList(1, 3));
  }

  @Test
  void listsThoseOfOneTypeAndOnDemandOnesByDefault() {
    backups.enable("two");
    backups.deleteTable("two");

    assertThat(backups.list("")).isEqualTo(arns);
    assertThat(backups.list("'BackupType':'USER'")).isEqualTo(arns);
    assertThat(backups.list("'BackupType':'ALL'")).hasSize(6).containsAll(arns);
    assertThat(backups.list("'BackupType':'SYSTEM'")).hasSize(1).doesNotContainAnyElementsOf(arns);
    assertThat(backups.list("'BackupType':'AWS_BACKUP'")).isEmpty();
  }

  @Test
  void goesOnPageByPage() {
    JsonNode first = backups.call("ListBackups", "{'Limit':2}");
    assertThat(first.get("BackupSummaries")).hasSize(2);
    assertThat(first.get("LastEvaluatedBackupArn").asText()).isEqualTo(arns.get(1));

    assertThat(backups.list("'Limit':2,'ExclusiveStartBackupArn':'" + arns.get(1) + "'"))
        .isEqualTo(arns.subList(2, 4));
    assertThat(backups.call("ListBackups", "{'Limit':5}").has("LastEvaluatedBackupArn")).isFalse();
  }

  @Test
  void startsAfterABackupThatIsGone() {
    backups.call("DeleteBackup", "{'BackupArn':'%s'}", arns.get(1));

    assertThat(backups.list("'ExclusiveStartBackupArn':'" + arns.get(1) + "'"))
        .isEqualTo(arns.subList(2, 5));
  }

  @Test
  void showsNobodyElsesBackups() {
    for (Namespace other :
        List.of(
            new Namespace("111111111111", CALLER.region()),
            new Namespace(CALLER.account(), "eu-west-1"))) {
      assertThat(backups.call(other, "ListBackups", "{}").get("BackupSummaries")).isEmpty();
    }
  }

  @Test
  void showsAllToEverybodyWhenTheDatabaseIsShared() {
    BackupFixture shared = BackupFixture.shared();
    shared.create("orders");
    shared.backup("orders");
    Namespace other = new Namespace("111111111111", "eu-west-1");

    String arn =
        shared.call(other, "ListBackups", "{}").at("/BackupSummaries/0/BackupArn").asText();

    assertThat(arn).startsWith("arn:aws:dynamodb:eu-west-1:111111111111:table/orders/backup/");
    shared.call(other, "DescribeBackup", "{'BackupArn':'%s'}", arn);
  }
}
