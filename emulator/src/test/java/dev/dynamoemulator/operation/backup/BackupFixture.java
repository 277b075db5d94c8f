package dev.dynamoemulator.operation.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables with backups over a store, with a clock that is set by hand. */
final class BackupFixture extends RecordedFixture {

  private BackupFixture(Storage storage, TransientDelays delays, Instant start, boolean isShared) {
    super(storage, delays, start, isShared);
    parts.lifecycle().resume(backups.restores()::isFilling);
  }

  static BackupFixture immediate() {
    return open(H2Storage.inMemory());
  }

  static BackupFixture open(Storage storage) {
    return new BackupFixture(storage, TransientDelays.NONE, START, false);
  }

  /** Every transient state lasts ten seconds. */
  static BackupFixture delayed() {
    return new BackupFixture(H2Storage.inMemory(), DELAYED, START, false);
  }

  /** All accounts and regions see the same tables. */
  static BackupFixture shared() {
    return new BackupFixture(H2Storage.inMemory(), TransientDelays.NONE, START, true);
  }

  /** What another process finds in the store of one that was killed. */
  BackupFixture reopened() {
    return reopenedAt(clock.instant());
  }

  BackupFixture reopenedAt(Instant time) {
    return new BackupFixture(storage, delays, time, false);
  }

  /** Creates an on-demand table with the partition key {@code pk}. */
  void create(String tableName) {
    create(tableName, "'BillingMode':'PAY_PER_REQUEST'");
  }

  /** The same with other members. */
  void create(String tableName, String members) {
    call(
        "CreateTable",
        "{'TableName':'%s','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],%s}",
        tableName,
        members);
  }

  /** Creates a table with the keys {@code pk} and {@code sk}, a local and two global indexes. */
  void createIndexed(String tableName) {
    call(
        "CreateTable",
        """
        {'TableName':'%s','ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':6},
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
          {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'l','AttributeType':'S'},
          {'AttributeName':'g','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
          {'AttributeName':'sk','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[%s],'GlobalSecondaryIndexes':[%s,%s]}
        """,
        tableName,
        LOCAL_INDEX,
        globalIndex("byG", ",'ProvisionedThroughput':" + units(1, 2)),
        globalIndex("alsoByG", ",'ProvisionedThroughput':" + units(3, 4)));
  }

  static final String LOCAL_INDEX =
      "{'IndexName':'byL','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},"
          + "{'AttributeName':'l','KeyType':'RANGE'}],"
          + "'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['v']}}";

  static String globalIndex(String name, String more) {
    return "{'IndexName':'%s','KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}%s}"
        .formatted(name, more);
  }

  static String units(int read, int write) {
    return "{'ReadCapacityUnits':%d,'WriteCapacityUnits':%d}".formatted(read, write);
  }

  /** Puts an item whose attribute {@code v} has that value. */
  void put(String tableName, String partitionKey, String value) {
    call(
        "PutItem",
        "{'TableName':'%s','Item':{'pk':{'S':'%s'},'v':{'S':'%s'}}}",
        tableName,
        partitionKey,
        value);
  }

  void delete(String tableName, String partitionKey) {
    call("DeleteItem", "{'TableName':'%s','Key':{'pk':{'S':'%s'}}}", tableName, partitionKey);
  }

  void deleteTable(String tableName) {
    call("DeleteTable", "{'TableName':'%s'}", tableName);
  }

  JsonNode table(String tableName) {
    return call("DescribeTable", "{'TableName':'%s'}", tableName).get("Table");
  }

  /** Values by partition key. */
  Map<String, String> items(String tableName) {
    Map<String, String> items = new TreeMap<>();
    call("Scan", "{'TableName':'%s'}", tableName)
        .get("Items")
        .forEach(item -> items.put(item.at("/pk/S").asText(), item.at("/v/S").asText()));
    return items;
  }

  /** Makes a backup; answers its ARN. */
  String backup(String tableName) {
    return call("CreateBackup", "{'TableName':'%s','BackupName':'nightly'}", tableName)
        .at("/BackupDetails/BackupArn")
        .asText();
  }

  JsonNode describe(String backupArn) {
    return call("DescribeBackup", "{'BackupArn':'%s'}", backupArn).get("BackupDescription");
  }

  String status(String backupArn) {
    return describe(backupArn).at("/BackupDetails/BackupStatus").asText();
  }

  /** The ARNs that ListBackups answers. */
  List<String> list(String members) {
    List<String> arns = new ArrayList<>();
    call("ListBackups", "{%s}", members)
        .get("BackupSummaries")
        .forEach(summary -> arns.add(summary.get("BackupArn").asText()));
    return arns;
  }

  /** Restores a backup; answers the description of the new table. */
  JsonNode restore(String backupArn, String tableName, String members) {
    return call(
            "RestoreTableFromBackup",
            "{'BackupArn':'%s','TargetTableName':'%s'%s}",
            backupArn,
            tableName,
            members)
        .get("TableDescription");
  }

  JsonNode restore(String backupArn, String tableName) {
    return restore(backupArn, tableName, "");
  }

  /** Switches point-in-time recovery on; answers its description. */
  JsonNode enable(String tableName, String members) {
    return call(
            "UpdateContinuousBackups",
            "{'TableName':'%s','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true%s}}",
            tableName,
            members)
        .at("/ContinuousBackupsDescription/PointInTimeRecoveryDescription");
  }

  JsonNode enable(String tableName) {
    return enable(tableName, "");
  }

  void disable(String tableName) {
    call(
        "UpdateContinuousBackups",
        "{'TableName':'%s','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':false}}",
        tableName);
  }

  JsonNode recovery(String tableName) {
    return call("DescribeContinuousBackups", "{'TableName':'%s'}", tableName)
        .at("/ContinuousBackupsDescription/PointInTimeRecoveryDescription");
  }

  /** Restores the table to how it was then; answers the description of the new one. */
  JsonNode restoreTo(Instant moment, String source, String target) {
    return restoreTo("'RestoreDateTime':" + seconds(moment), source, target);
  }

  JsonNode restoreTo(String moment, String source, String target) {
    return call(
            "RestoreTableToPointInTime",
            "{'SourceTableName':'%s','TargetTableName':'%s',%s}",
            source,
            target,
            moment)
        .get("TableDescription");
  }

  static String seconds(Instant time) {
    return time.getEpochSecond() + "." + "%03d".formatted(time.getNano() / 1_000_000);
  }
}
