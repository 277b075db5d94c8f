package dev.dynamoemulator.operation.backup;

import static dev.dynamoemulator.operation.backup.BackupFixture.DELAY;
import static dev.dynamoemulator.operation.backup.BackupFixture.START;
import static dev.dynamoemulator.operation.backup.BackupFixture.json;
import static dev.dynamoemulator.operation.backup.BackupFixture.units;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Evidence: control-plane.md §1 and the examples of the API reference, unless named otherwise. */
class CreateBackupTest {

  private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";

  private final BackupFixture backups = BackupFixture.immediate();

  @Test
  void answersWithTheBackupInTheMaking() {
    backups.create("orders");
    backups.put("orders", "1", "a");

    JsonNode details =
        backups
            .call("CreateBackup", "{'TableName':'orders','BackupName':'nightly'}")
            .get("BackupDetails");

    assertThat(details.get("BackupArn").asText())
        .matches(TABLE_ARN + "/backup/0" + START.toEpochMilli() + "-[0-9a-f]{8}");
    assertThat(details)
        .isEqualTo(
            json(
                """
                {'BackupArn':'%s','BackupName':'nightly','BackupSizeBytes':5,
                 'BackupStatus':'CREATING','BackupType':'USER',
                 'BackupCreationDateTime':1772366400.123}
                """
                    .formatted(details.get("BackupArn").asText())));
  }

  @Test
  void isAvailableAtOnceAndDescribesItsTable() {
    backups.create("orders", "'ProvisionedThroughput':" + units(5, 6));
    JsonNode table = backups.table("orders");
    backups.put("orders", "1", "a");

    JsonNode backup = backups.describe(backups.backup("orders"));

    assertThat(backup.at("/BackupDetails/BackupStatus").asText()).isEqualTo("AVAILABLE");
    assertThat(backup.get("SourceTableDetails"))
        .isEqualTo(
            json(
                """
                {'TableName':'orders','TableId':'%s','TableArn':'%s','TableSizeBytes':5,
                 'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
                 'TableCreationDateTime':1772366400.123,
                 'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6},
                 'ItemCount':1,'BillingMode':'PROVISIONED'}
                """
                    .formatted(table.get("TableId").asText(), TABLE_ARN)));
    assertThat(backup.get("SourceTableFeatureDetails")).isEqualTo(json("{}"));
  }

  @Test
  void describesTheFeaturesOfItsTable() {
    backups.createIndexed("orders");
    backups.call(
        "UpdateTable",
        "{'TableName':'orders','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}");
    backups.call(
        "UpdateTable",
        "{'TableName':'orders','SSESpecification':{'Enabled':true,'KMSMasterKeyId':'k'}}");
    backups.call(
        "UpdateTimeToLive",
        "{'TableName':'orders','TimeToLiveSpecification':{'Enabled':true,'AttributeName':'until'}}");

    assertThat(backups.describe(backups.backup("orders")).get("SourceTableFeatureDetails"))
        .isEqualTo(
            json(
                """
                {'LocalSecondaryIndexes':[%s],'GlobalSecondaryIndexes':[%s,%s],
                 'StreamDescription':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'},
                 'TimeToLiveDescription':{'TimeToLiveStatus':'ENABLED','AttributeName':'until'},
                 'SSEDescription':{'Status':'ENABLED','SSEType':'KMS',
                  'KMSMasterKeyArn':'arn:aws:kms:us-east-1:000000000000:key/k'}}
                """
                    .formatted(
                        BackupFixture.LOCAL_INDEX,
                        BackupFixture.globalIndex("byG", ",'ProvisionedThroughput':" + units(1, 2)),
                        BackupFixture.globalIndex(
                            "alsoByG", ",'ProvisionedThroughput':" + units(3, 4)))));
  }

  @Test
  void keepsTheItemsAsTheyWere() {
    backups.create("orders");
    backups.put("orders", "1", "a");
    backups.put("orders", "2", "a");
    String arn = backups.backup("orders");

    backups.put("orders", "1", "b");
    backups.delete("orders", "2");
    backups.put("orders", "3", "b");
    backups.deleteTable("orders");
    backups.restore(arn, "restored");

    assertThat(backups.items("restored")).isEqualTo(Map.of("1", "a", "2", "a"));
  }

  @Test
  void isThereAgainWhenTheStoreIsOpenedAgain() {
    backups.create("orders");
    backups.put("orders", "1", "a");
    String arn = backups.backup("orders");
    backups.deleteTable("orders");
    JsonNode described = backups.describe(arn);

    BackupFixture again = backups.reopened();

    assertThat(again.describe(arn)).isEqualTo(described);
    again.restore(arn, "restored");
    assertThat(again.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void takesAnyNumberOfBackupsOfOneName() {
    backups.create("orders");

    assertThat(backups.backup("orders")).isNotEqualTo(backups.backup("orders"));
    assertThat(backups.list("")).hasSize(2);
  }

  @Test
  void takesTheArnOfTheTable() {
    backups.create("orders");

    assertThat(backups.backup(TABLE_ARN)).startsWith(TABLE_ARN + "/backup/");
  }

  @Test
  void copiesManyItems() {
    backups.create("orders");
    for (int i = 0; i < 1_234; i++) {
      backups.put("orders", "k" + i, "v" + i);
    }

    String arn = backups.backup("orders");
    backups.restore(arn, "restored");

    assertThat(backups.items("restored")).isEqualTo(backups.items("orders"));
    assertThat(backups.describe(arn).at("/SourceTableDetails/ItemCount").asInt()).isEqualTo(1_234);
  }

  @Test
  void isInTheMakingForAWhileWhenStatesAreDelayed() {
    BackupFixture slow = readyTable();
    slow.put("orders", "1", "a");
    String arn = slow.backup("orders");
    assertThat(slow.status(arn)).isEqualTo("CREATING");
    slow.put("orders", "1", "b");
    slow.put("orders", "2", "b");

    slow.advance(DELAY);

    assertThat(slow.status(arn)).isEqualTo("AVAILABLE");
    assertThat(slow.describe(arn).at("/SourceTableDetails/ItemCount").asInt()).isEqualTo(1);
    slow.restore(arn, "restored");
    slow.advance(DELAY);
    assertThat(slow.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  /** What was written since the request is known to the next process. */
  @Test
  void isCompletedAsItWasAskedForAfterACrash() {
    BackupFixture slow = readyTable();
    slow.put("orders", "1", "a");
    String arn = slow.backup("orders");
    slow.put("orders", "1", "b");

    BackupFixture next = slow.reopened();
    next.put("orders", "2", "c");
    assertThat(next.status(arn)).isEqualTo("CREATING");
    next.advance(DELAY);

    assertThat(next.status(arn)).isEqualTo("AVAILABLE");
    next.restore(arn, "restored");
    next.advance(DELAY);
    assertThat(next.items("restored")).isEqualTo(Map.of("1", "a"));
  }

  @Test
  void leavesNoHistoryBehind() {
    BackupFixture slow = readyTable();
    slow.put("orders", "1", "a");
    slow.backup("orders");
    slow.put("orders", "1", "b");

    slow.advance(DELAY);
    slow.put("orders", "1", "c");

    assertThat(slow.storage.collections())
        .filteredOn(name -> name.startsWith("history/"))
        .isEmpty();
  }

  /** "Delete the source table of the backup" is what cannot be done meanwhile (Developer Guide). */
  @Test
  void keepsItsTableFromBeingDeletedWhileItIsInTheMaking() {
    BackupFixture slow = readyTable();
    slow.backup("orders");

    assertThat(slow.error("DeleteTable", "{'TableName':'orders'}"))
        .isEqualTo(
            "ResourceInUseException Attempt to change a resource which is still in use: Table is"
                + " being backed up: orders");

    slow.advance(DELAY);
    slow.deleteTable("orders");
    slow.advance(DELAY);
    assertThat(slow.call("ListTables", "{}").get("TableNames")).isEmpty();
  }

  @Test
  void isUnavailableForAWhileAfterTheCreationOfTheTableWhenStatesAreDelayed() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    String unavailable =
        "ContinuousBackupsUnavailableException Backups are being enabled for the table: orders."
            + " Please retry later";

    assertThat(backupError(slow)).isEqualTo(unavailable);
    slow.advance(DELAY.plusSeconds(1));
    assertThat(slow.table("orders").get("TableStatus").asText()).isEqualTo("ACTIVE");
    assertThat(backupError(slow)).isEqualTo(unavailable);

    slow.advance(DELAY.minus(Duration.ofSeconds(1)));
    slow.backup("orders");
  }

  private static String backupError(BackupFixture backups) {
    return backups.error("CreateBackup", "{'TableName':'orders','BackupName':'nightly'}");
  }

  private static BackupFixture readyTable() {
    BackupFixture slow = BackupFixture.delayed();
    slow.create("orders");
    slow.advance(DELAY.multipliedBy(2));
    return slow;
  }
}
