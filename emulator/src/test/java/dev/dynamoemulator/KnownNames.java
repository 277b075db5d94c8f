package dev.dynamoemulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An emulator's tables, stream and backup, and what {@link RandomRequestTest} calls them and what
 * is in them.
 *
 * @param texts by the members of requests that hold them
 * @param types of attributes and placeholders
 */
record KnownNames(Map<String, List<String>> texts, Map<String, String> types) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE_ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/";
  private static final String POLICY =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"dynamodb:*\","
          + "\"Resource\":\"*\"}}";
  private static final Map<String, String> TYPES =
      Map.of("a", "S", ":a", "S", "b", "N", ":b", "N", "SearchVector", "N", "v", "L");

  /** Fills an empty emulator. */
  static KnownNames make(Emulator emulator) {
    call(
        emulator,
        "CreateTable",
        """
        {'TableName':'Plain','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],
         'VectorIndexes':[{'IndexName':'vectors','VectorAttribute':{'AttributeName':'v'},
           'Dimensions':1,'DistanceFunction':'COSINE','Projection':{'ProjectionType':'ALL'}}],
         'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}
        """);
    call(
        emulator,
        "CreateTable",
        """
        {'TableName':'Indexed','BillingMode':'PROVISIONED',
         'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5},
         'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'},
           {'AttributeName':'b','AttributeType':'N'}],
         'KeySchema':[{'AttributeName':'a','KeyType':'HASH'},
           {'AttributeName':'b','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
           {'AttributeName':'a','KeyType':'HASH'},{'AttributeName':'b','KeyType':'RANGE'}],
           'Projection':{'ProjectionType':'KEYS_ONLY'}}],
         'GlobalSecondaryIndexes':[{'IndexName':'global','KeySchema':[
           {'AttributeName':'b','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'},
           'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}]}
        """);
    call(
        emulator,
        "UpdateContinuousBackups",
        """
        {'TableName':'Plain','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}
        """);
    call(emulator, "PutItem", "{'TableName':'Plain','Item':{'a':{'S':'a'},'v':{'L':[{'N':'1'}]}}}");
    call(emulator, "PutItem", "{'TableName':'Indexed','Item':{'a':{'S':'a'},'b':{'N':'1'}}}");
    KnownNames names = new KnownNames(new HashMap<>(), TYPES);
    names.nameTables();
    names.nameBackup(emulator);
    names.nameStream(emulator);
    names.nameAttributes();
    names.writeExpressions();
    return names;
  }

  private void nameBackup(Emulator emulator) {
    String backup =
        call(emulator, "CreateBackup", "{'TableName':'Indexed','BackupName':'backup'}")
            .at("/BackupDetails/BackupArn")
            .asText();
    put("BackupArn", backup, backup + "0");
    put("ExclusiveStartBackupArn", backup, "x".repeat(40));
    put("BackupName", "backup");
  }

  private void nameStream(Emulator emulator) {
    String stream = call(emulator, "ListStreams", "{}").at("/Streams/0/StreamArn").asText();
    String shard =
        call(emulator, "DescribeStream", "{'StreamArn':'" + stream + "'}")
            .at("/StreamDescription/Shards/0/ShardId")
            .asText();
    String iterator =
        call(
                emulator,
                "GetShardIterator",
                ("{'StreamArn':'" + stream + "','ShardId':'" + shard)
                    + "','ShardIteratorType':'TRIM_HORIZON'}")
            .at("/ShardIterator")
            .asText();

    put("StreamArn", stream, "arn:aws:kinesis:us-east-1:000000000000:stream/s", "x".repeat(40));
    put("ShardId", shard, "x".repeat(30));
    put("ExclusiveStartShardId", shard, "x".repeat(30));
    put("ShardIterator", iterator, iterator.substring(1), "x");
    put("SequenceNumber", "1", "0".repeat(21), "9".repeat(40), "x".repeat(21));
    put("ResourceArn", TABLE_ARN + "Plain", TABLE_ARN + "Indexed", TABLE_ARN + "Absent", stream);
  }

  private void nameTables() {
    for (String member : List.of("TableName", "SourceTableName", "RequestItems")) {
      put(member, "Plain", "Indexed", TABLE_ARN + "Plain", "Absent");
    }
    for (String member : List.of("SourceTableArn", "TableArn", "GlobalTableSourceArn")) {
      put(member, TABLE_ARN + "Plain", TABLE_ARN + "Indexed", TABLE_ARN + "Absent");
    }
    put("GlobalTableName", "Plain", "Absent");
    put("TargetTableName", "Restored", "Plain");
    put("IndexName", "global", "local", "vectors", "made", "absent");
    put("RegionName", "us-east-1", "eu-west-1", "us-west-2", "nowhere");
    put("NextToken", "x", "Z3R0IA", "x".repeat(120));
    put("ClientRequestToken", "token", "other");
    put("Policy", "{}", "x", "[]", "{\"Statement\":[{}]}", POLICY);
  }

  private void nameAttributes() {
    for (String member : List.of("Key", "Keys", "ExclusiveStartKey")) {
      put(member, "a");
    }
    for (String member : List.of("Expected", "KeyConditions", "ScanFilter", "QueryFilter")) {
      put(member, "a", "b", "c");
    }
    for (String member : List.of("AttributeName", "KeySchema", "AttributeDefinitions")) {
      put(member, "a", "b", "c");
    }
    put("Item", "a", "b", "c", "v");
    put("AttributeUpdates", "b", "c", "v");
    put("ExpressionAttributeValues", ":a", ":b");
    put("ExpressionAttributeNames", "#a", "#b");
  }

  private void writeExpressions() {
    for (String member : List.of("Condition", "Filter", "KeyCondition", "SearchCondition")) {
      put(
          member + "Expression",
          "a = :a AND b = :b",
          "a = :a AND b > :b",
          "a <> :a OR size(a) > :b",
          "contains(c,:a) AND b < :b",
          "begins_with(a, :a) AND attribute_exists(b)",
          "c[0] = :b OR NOT b IN (:a, :b)",
          "a BETWEEN :a AND :a",
          "#a = :a",
          "a =");
    }
    put("ProjectionExpression", "a", "a, b.c", "c[0], c[1]", "v[0], a", "#a", "a,");
    put(
        "UpdateExpression",
        "SET c = :a, d = :b",
        "SET b.c = list_append(c, :a)",
        "SET d = d + :b, c = if_not_exists(e, :a)",
        "SET v = :a",
        "REMOVE c[0], b",
        "ADD d :b",
        "DELETE c :a",
        "SET");
    put(
        "Statement",
        "SELECT * FROM Plain",
        "SELECT a, c[0] FROM \"Indexed\".\"global\" WHERE b = ?",
        "SELECT * FROM Plain WHERE a IN [?]",
        "INSERT INTO Plain VALUE {'a': ?}",
        "UPDATE Indexed SET c = ? WHERE a = ? AND b = 1",
        "DELETE FROM Plain WHERE a = 'a'",
        "EXISTS(SELECT * FROM Plain WHERE a = ?)",
        "SELECT FROM");
  }

  private void put(String member, String... known) {
    texts.put(member, Arrays.asList(known));
  }

  private static JsonNode call(Emulator emulator, String operation, String request) {
    try {
      return JSON.readTree(emulator.call(operation, request.replace('\'', '"')));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
