package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Wording;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsMessagesTest {

  private static final String ONE = "1 validation error detected: ";
  private static final String NOT_NULL = " failed to satisfy constraint: Member must not be null";
  private static final String PATTERN =
      " failed to satisfy constraint: Member must satisfy regular expression pattern:"
          + " [a-zA-Z0-9_.-]+";
  private static final String ENUM =
      " failed to satisfy constraint: Member must satisfy enum value set: ";
  private static final String LENGTH = " failed to satisfy constraint: Member must have length ";
  private static final String VALUE = " failed to satisfy constraint: Member must have value ";
  private static final String AT_LEAST = "greater than or equal to ";
  private static final String AT_MOST = "less than or equal to ";
  private static final String TABLES = "arn:aws:dynamodb:us-east-1:123456789012:table/";
  private static final String LONG_NAME = "a".repeat(256);

  /** protocol.md §6.5 and tables.md §3.2, §7.11, §11.1, whatever the generation. */
  @ParameterizedTest
  @MethodSource
  void reportsOneFailure(String operation, String json, String failure) {
    assertThat(message(operation, json, Wording.NEWER)).isEqualTo(ONE + failure);
    assertThat(message(operation, json, Wording.OLDER)).isEqualTo(ONE + failure);
  }

  static Stream<Arguments> reportsOneFailure() {
    return Stream.of(
        row("PutItem", "{'Item':{}}", "Value null at 'tableName'" + NOT_NULL),
        row("PutItem", "{'TableName':'t'}", "Value null at 'item'" + NOT_NULL),
        row("GetItem", "{'TableName':'t'}", "Value null at 'key'" + NOT_NULL),
        row(
            "PutItem",
            "{'TableName':'" + LONG_NAME + "','Item':{}}",
            "Value '" + LONG_NAME + "' at 'tableName'" + LENGTH + AT_MOST + 255),
        row(
            "PutItem",
            "{'TableName':'bad table!@#','Item':{}}",
            "Value 'bad table!@#' at 'tableName'" + PATTERN),
        row("Query", "{'TableName':'arn:x'}", "Value 'arn:x' at 'tableName'" + PATTERN),
        row(
            "Query",
            "{'TableName':'" + TABLES + "orders/index/i'}",
            "Value '" + TABLES + "orders/index/i' at 'tableName'" + PATTERN),
        row(
            "DescribeTable",
            "{'TableName':'" + TABLES + "ab'}",
            "Value '" + TABLES + "ab' at 'tableName'" + PATTERN),
        row(
            "Query",
            "{'TableName':'t','IndexName':'ab'}",
            "Value 'ab' at 'indexName'" + LENGTH + AT_LEAST + 3),
        row(
            "Query",
            "{'TableName':'t','Select':'INVALID_VALUE'}",
            "Value 'INVALID_VALUE' at 'select'"
                + ENUM
                + "[SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]"),
        row(
            "Query",
            "{'TableName':'t','ReturnConsumedCapacity':'x'}",
            "Value 'x' at 'returnConsumedCapacity'" + ENUM + "[INDEXES, TOTAL, NONE]"),
        row(
            "Query",
            "{'TableName':'t','ConditionalOperator':'x'}",
            "Value 'x' at 'conditionalOperator'" + ENUM + "[OR, AND]"),
        row("Query", "{'TableName':'t','Limit':0}", "Value at 'Limit'" + VALUE + AT_LEAST + 1),
        row("Scan", "{'TableName':'t','Limit':0}", "Value '0' at 'limit'" + VALUE + AT_LEAST + 1),
        row(
            "Scan",
            "{'TableName':'t','Segment':-1}",
            "Value '-1' at 'segment'" + VALUE + AT_LEAST + 0),
        row(
            "Scan",
            "{'TableName':'t','Segment':1000000}",
            "Value '1000000' at 'segment'" + VALUE + AT_MOST + 999999),
        row(
            "Scan",
            "{'TableName':'t','TotalSegments':1000001}",
            "Value '1000001' at 'totalSegments'" + VALUE + AT_MOST + 1000000),
        row(
            "Scan",
            "{'TableName':'t','AttributesToGet':[]}",
            "Value '[]' at 'attributesToGet'" + LENGTH + AT_LEAST + 1),
        row(
            "Scan",
            "{'TableName':'t','ScanFilter':{'Bar':{}}}",
            "Value null at 'scanFilter.Bar.member.comparisonOperator'" + NOT_NULL),
        row(
            "Scan",
            "{'TableName':'t','ScanFilter':{'Bar':{'ComparisonOperator':'=='}}}",
            "Value '==' at 'scanFilter.Bar.member.comparisonOperator'"
                + ENUM
                + "[IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH,"
                + " GE, CONTAINS]"),
        row(
            "PutItem",
            "{'TableName':'t','Item':{},'ReturnValues':'x'}",
            "Value 'x' at 'returnValues'"
                + ENUM
                + "[ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]"),
        row(
            "PutItem",
            "{'TableName':'t','Item':{},'ReturnItemCollectionMetrics':'x'}",
            "Value 'x' at 'returnItemCollectionMetrics'" + ENUM + "[SIZE, NONE]"),
        row(
            "PutItem",
            "{'TableName':'t','Item':{},'ReturnValuesOnConditionCheckFailure':'x'}",
            "Value 'x' at 'returnValuesOnConditionCheckFailure'" + ENUM + "[ALL_OLD, NONE]"),
        row("BatchGetItem", "{}", "Value null at 'requestItems'" + NOT_NULL),
        row("BatchWriteItem", "{}", "Value null at 'requestItems'" + NOT_NULL),
        row(
            "BatchGetItem",
            "{'RequestItems':{'Tab':{}}}",
            "Value null at 'requestItems.Tab.member.keys'" + NOT_NULL),
        row(
            "BatchGetItem",
            "{'RequestItems':{'Tab':{'Keys':[]}}}",
            "Value '[]' at 'requestItems.Tab.member.keys'" + LENGTH + AT_LEAST + 1),
        row(
            "BatchGetItem",
            "{'RequestItems':{'Tab':{'Keys':[{}" + ",{}".repeat(100) + "]}}}",
            "Value at 'RequestItems.Tab.member.Keys'" + LENGTH + AT_MOST + 100),
        row(
            "BatchWriteItem",
            "{'RequestItems':{'Tab':[{'DeleteRequest':{'Key':{}}},{'PutRequest':{}}]}}",
            "Value null at 'requestItems.Tab.member.2.member.putRequest.item'" + NOT_NULL),
        row(
            "BatchWriteItem",
            "{'RequestItems':{'Tab':[]}}",
            "Value '{Tab=[]}' at 'requestItems' failed to satisfy constraint: Map value must"
                + " satisfy constraint: [Member must have length less than or equal to 25, Member"
                + " must have length greater than or equal to 1]"),
        row("TransactWriteItems", "{}", "Value null at 'transactItems'" + NOT_NULL),
        row(
            "TransactWriteItems",
            "{'TransactItems':[]}",
            "Value '[]' at 'transactItems'" + LENGTH + AT_LEAST + 1),
        row(
            "TransactGetItems",
            "{'TransactItems':[]}",
            "Value '[]' at 'transactItems'" + LENGTH + AT_LEAST + 1),
        row(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':{'Item':{}}}]}",
            "Value null at 'transactItems.1.member.put.tableName'" + NOT_NULL),
        row(
            "TransactWriteItems",
            "{'TransactItems':[{},{'Update':{'TableName':'t','Key':{}}}]}",
            "Value null at 'transactItems.2.member.update.updateExpression'" + NOT_NULL),
        row(
            "TransactWriteItems",
            "{'TransactItems':[{'ConditionCheck':{'TableName':'t','Key':{}}}]}",
            "Value null at 'transactItems.1.member.conditionCheck.conditionExpression'" + NOT_NULL),
        row(
            "TransactGetItems",
            "{'TransactItems':[{'Get':{'TableName':'t'}}]}",
            "Value null at 'transactItems.1.member.get.key'" + NOT_NULL),
        row(
            "TransactWriteItems",
            "{'TransactItems':[{}],'ClientRequestToken':'" + "x".repeat(37) + "'}",
            "Value '" + "x".repeat(37) + "' at 'clientRequestToken'" + LENGTH + AT_MOST + 36),
        row(
            "CreateTable",
            "{'TableName':'ab','BillingMode':'x'}",
            "Value 'ab' at 'tableName'" + LENGTH + AT_LEAST + 3),
        row("CreateTable", "{'TableName':''}", "Value '' at 'tableName'" + LENGTH + AT_LEAST + 3),
        row(
            "CreateTable",
            "{'TableName':'x!'}",
            "Value 'x!' at 'tableName'" + LENGTH + AT_LEAST + 3),
        row("CreateTable", table("'TableName':'abc;'"), "Value 'abc;' at 'tableName'" + PATTERN),
        row(
            "CreateTable",
            table("'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'INVALID'}]"),
            "Value 'INVALID' at 'attributeDefinitions.1.member.attributeType'"
                + ENUM
                + "[B, N, S]"),
        row(
            "CreateTable",
            table("'AttributeDefinitions':[{'AttributeType':'S'}]"),
            "Value null at 'attributeDefinitions.1.member.attributeName'" + NOT_NULL),
        row(
            "CreateTable",
            table("'BillingMode':'X'"),
            "Value 'X' at 'billingMode'" + ENUM + "[PROVISIONED, PAY_PER_REQUEST]"),
        row(
            "CreateTable",
            table("'KeySchema':[]"),
            "Value '[]' at 'keySchema'" + LENGTH + AT_LEAST + 1),
        row(
            "CreateTable",
            table("'KeySchema':[{'AttributeName':'a','KeyType':'INVALID'}]"),
            "Value 'INVALID' at 'keySchema.1.member.keyType'" + ENUM + "[HASH, RANGE]"),
        row(
            "CreateTable",
            table("'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':-1}"),
            "Value '-1' at 'provisionedThroughput.writeCapacityUnits'" + VALUE + AT_LEAST + 1),
        row(
            "CreateTable",
            table(
                "'GlobalSecondaryIndexes':[{'IndexName':'a','KeySchema':[{'AttributeName':'a',"
                    + "'KeyType':'HASH'}],'Projection':{}}]"),
            "Value 'a' at 'globalSecondaryIndexes.1.member.indexName'" + LENGTH + AT_LEAST + 3),
        row(
            "CreateTable",
            table(
                "'GlobalSecondaryIndexes':[{'IndexName':'abc','KeySchema':[{'AttributeName':'a',"
                    + "'KeyType':'HASH'}],'Projection':{'ProjectionType':'abc',"
                    + "'NonKeyAttributes':['a']}}]"),
            "Value 'abc' at 'globalSecondaryIndexes.1.member.projection.projectionType'"
                + ENUM
                + "[ALL, INCLUDE, KEYS_ONLY]"),
        row(
            "CreateTable",
            table(
                "'LocalSecondaryIndexes':[{'IndexName':'abc','KeySchema':[{'AttributeName':'a',"
                    + "'KeyType':'HASH'}],'Projection':{'NonKeyAttributes':[]}}]"),
            "Value '[]' at 'localSecondaryIndexes.1.member.projection.nonKeyAttributes'"
                + LENGTH
                + AT_LEAST
                + 1),
        row(
            "CreateTable",
            table("'StreamSpecification':{}"),
            "Value null at 'streamSpecification.streamEnabled'" + NOT_NULL),
        row(
            "CreateTable",
            table(
                "'VectorIndexes':[{'IndexName':'abc','VectorAttribute':{'AttributeName':'v'},"
                    + "'Projection':{},'Dimensions':0,'DistanceFunction':'COSINE'}]"),
            "Value '0' at 'vectorIndexes.1.member.dimensions'" + VALUE + AT_LEAST + 1),
        row(
            "UpdateTable",
            "{'TableName':'abc','GlobalSecondaryIndexUpdates':[{},{'Update':"
                + "{'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}}]}",
            "Value null at 'globalSecondaryIndexUpdates.2.member.update.indexName'" + NOT_NULL),
        row("ListTables", "{'Limit':0}", "Value '0' at 'limit'" + VALUE + AT_LEAST + 1),
        row("ListTables", "{'Limit':101}", "Value '101' at 'limit'" + VALUE + AT_MOST + 100),
        row(
            "ListTables",
            "{'ExclusiveStartTableName':'" + LONG_NAME + "'}",
            "Value '" + LONG_NAME + "' at 'exclusiveStartTableName'" + LENGTH + AT_MOST + 255),
        row(
            "UpdateTimeToLive",
            "{'TableName':'t','TimeToLiveSpecification':{'Enabled':false,'AttributeName':''}}",
            "Value '' at 'timeToLiveSpecification.attributeName'" + LENGTH + AT_LEAST + 1),
        row(
            "UpdateContinuousBackups",
            "{'TableName':'t','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':"
                + "true,'RecoveryPeriodInDays':36}}",
            "Value '36' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays'"
                + VALUE
                + AT_MOST
                + 35),
        row(
            "TagResource",
            "{'Tags':[{'Key':'','Value':'a'}]}",
            "Value '' at 'tags.1.member.key'" + LENGTH + AT_LEAST + 1),
        row(
            "ExecuteStatement",
            "{'Statement':''}",
            "Value '' at 'statement'" + LENGTH + AT_LEAST + 1),
        row(
            "ExecuteStatement",
            "{'Statement':'x','Parameters':[]}",
            "Value '[]' at 'parameters'" + LENGTH + AT_LEAST + 1),
        row(
            "BatchExecuteStatement",
            "{'Statements':[]}",
            "Value '[]' at 'statements'" + LENGTH + AT_LEAST + 1),
        row(
            "ExecuteTransaction",
            "{'TransactStatements':[]}",
            "Value '[]' at 'transactStatements'" + LENGTH + AT_LEAST + 1),
        row(
            "SearchVectors",
            "{'TableName':'t','IndexName':'abc','SearchVector':[{}],'TopK':0}",
            "Value '0' at 'topK'" + VALUE + AT_LEAST + 1),
        row("ListStreams", "{'Limit':101}", "Value '101' at 'limit'" + VALUE + AT_MOST + 100),
        row(
            "DescribeStream",
            "{'StreamArn':'arn'}",
            "Value 'arn' at 'streamArn'" + LENGTH + AT_LEAST + 37),
        row(
            "GetShardIterator",
            "{'StreamArn':'"
                + "x".repeat(37)
                + "','ShardId':'shardId-00000001414576573621-f55eea83'"
                + ",'ShardIteratorType':'X'}",
            "Value 'X' at 'shardIteratorType'"
                + ENUM
                + "[AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]"),
        row(
            "GetRecords",
            "{'ShardIterator':'x','Limit':1001}",
            "Value '1001' at 'limit'" + VALUE + AT_MOST + 1000));
  }

  /** protocol.md §8 */
  @ParameterizedTest
  @ValueSource(strings = {"PutItem", "GetItem", "Query", "Scan", "DescribeTable", "UpdateTable"})
  void wordsAnEmptyTableNameByGeneration(String operation) {
    String json = "{'TableName':'','Item':{},'Key':{}}";

    assertThat(message(operation, json, Wording.NEWER))
        .isEqualTo(ONE + "Value at 'TableName'" + LENGTH + AT_LEAST + 1);
    assertThat(message(operation, json, Wording.OLDER))
        .startsWith(ONE + "Value '' at 'tableName'" + LENGTH + AT_LEAST + 1);
  }

  @Test
  void wordsNoTablesOfBatchGetItemInTheNewerGeneration() {
    assertThat(message("BatchGetItem", "{'RequestItems':{}}", Wording.NEWER))
        .isEqualTo(ONE + "Value at 'RequestItems'" + LENGTH + AT_LEAST + 1);
    assertThat(message("BatchGetItem", "{'RequestItems':{}}", Wording.OLDER)).isNull();
  }

  @Test
  void namesTheFaultyTableNamesOfBatchesByTheirMap() {
    assertThat(
            message(
                "BatchWriteItem",
                "{'RequestItems':{'a;':[{'PutRequest':{'Item':{}}}]}}",
                Wording.OLDER))
        .isEqualTo(
            ONE
                + "Value '{a;=[WriteRequest(putRequest=PutRequest(item={}), deleteRequest=null)]}'"
                + " at 'requestItems' failed to satisfy constraint: Map keys must satisfy"
                + " constraint: [Member must have length less than or equal to 255, Member must"
                + " have length greater than or equal to 1, Member must satisfy regular expression"
                + " pattern: [a-zA-Z0-9_.-]+]");
  }

  /** tables.md §3.2 row 1, §6.1; DescribeTimeToLive: dynalite; UpdateTimeToLive: inferred. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CreateTable",
        "UpdateTable",
        "DeleteTable",
        "DescribeTable",
        "DescribeTimeToLive",
        "UpdateTimeToLive"
      })
  void asksForTheTableNameInOtherWords(String operation) {
    assertThat(message(operation, "{'BillingMode':'x'}", Wording.NEWER))
        .isEqualTo("The parameter 'TableName' is required but was not present in the request");
  }

  @Test
  void showsStructuresByGeneration() {
    String json =
        table(
            "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk',"
                + "'KeyType':'RANGE'},{'AttributeName':'extra','KeyType':'RANGE'}]");

    assertThat(message("CreateTable", json, Wording.OLDER))
        .isEqualTo(
            ONE
                + "Value '[KeySchemaElement(attributeName=pk, keyType=HASH),"
                + " KeySchemaElement(attributeName=sk, keyType=RANGE),"
                + " KeySchemaElement(attributeName=extra, keyType=RANGE)]' at 'keySchema'"
                + LENGTH
                + AT_MOST
                + 2);
    String element = "com\\.amazonaws\\.dynamodb\\.v20120810\\.KeySchemaElement@[0-9a-f]+";
    assertThat(message("CreateTable", json, Wording.NEWER))
        .matches(
            ONE
                + "Value '\\["
                + element
                + ", "
                + element
                + ", "
                + element
                + "]' at 'keySchema'"
                + LENGTH
                + AT_MOST
                + 2);
  }

  @Test
  void showsEachMemberOfAttributeValuesInTheOlderGeneration() {
    String json =
        "{'RequestItems':{'t':["
            + "{'DeleteRequest':{'Key':{'a':{'N':'1'}}}},".repeat(25)
            + "{}]}}";
    String request =
        "WriteRequest(putRequest=null, deleteRequest=DeleteRequest(key={a=AttributeValue(s=null,"
            + " n=1, b=null, sS=null, nS=null, bS=null, m=null, l=null, nULL=null, bOOL=null)}))";

    assertThat(message("BatchWriteItem", json, Wording.OLDER))
        .startsWith(ONE + "Value '{t=[" + request + ", " + request)
        .endsWith(
            "WriteRequest(putRequest=null, deleteRequest=null)]}' at 'requestItems' failed to"
                + " satisfy constraint: Map value must satisfy constraint: [Member must have"
                + " length less than or equal to 25, Member must have length greater than or equal"
                + " to 1]");
  }

  @ParameterizedTest
  @CsvSource({"100, true", "101, false"})
  void allowsAHundredActionsInATransaction(int count, boolean allowed) {
    String json = "{'TransactItems':[{}" + ",{}".repeat(count - 1) + "]}";
    String message = message("TransactWriteItems", json, Wording.NEWER);

    if (allowed) {
      assertThat(message).isNull();
    } else {
      assertThat(message)
          .startsWith(ONE + "Value '[")
          .endsWith("]' at 'transactItems'" + LENGTH + AT_MOST + 100);
    }
  }

  @ParameterizedTest
  @MethodSource
  void passesWhatTheServiceAccepts(String operation, String json) {
    assertThatCode(() -> check(operation, json, Wording.NEWER)).doesNotThrowAnyException();
    assertThatCode(() -> check(operation, json, Wording.OLDER)).doesNotThrowAnyException();
  }

  static Stream<Arguments> passesWhatTheServiceAccepts() {
    String arn = TABLES + "t".repeat(255);
    String keys = "{'AttributeName':'a','KeyType':'HASH'}";
    return Stream.of(
        row("PutItem", "{'TableName':'a','Item':{}}"),
        row(
            "CreateTable",
            "{'TableName':'"
                + arn
                + "','KeySchema':["
                + keys
                + "],'AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}]}"),
        row("PutItem", "{'TableName':'" + "a".repeat(255) + "','Item':{}}"),
        row("GetItem", "{'TableName':'" + arn + "','Key':{}}"),
        row("Query", "{'TableName':'t','IndexName':'abc','Limit':1}"),
        row("BatchGetItem", "{'RequestItems':{'" + arn + "':{'Keys':[{}]}}}"),
        row("BatchWriteItem", "{'RequestItems':{}}"),
        row("BatchGetItem", "{'RequestItems':{'t':{'Keys':[{}" + ",{}".repeat(99) + "]}}}"),
        row("BatchWriteItem", "{'RequestItems':{'t':[{}" + ",{}".repeat(24) + "]}}"),
        row("CreateTable", table("'BillingMode':'PAY_PER_REQUEST'")),
        row(
            "CreateTable",
            table(
                "'GlobalSecondaryIndexes':[{'IndexName':'abc','Projection':{},'KeySchema':["
                    + (keys + ",").repeat(7)
                    + keys
                    + "]}]")),
        row("CreateTable", "{'TableName':'abc','GlobalTableSourceArn':'" + arn + "'}"),
        row("UpdateTable", "{'TableName':'abc','GlobalSecondaryIndexUpdates':[]}"),
        row("TagResource", "{}"),
        row("TagResource", "{'ResourceArn':'','Tags':[]}"),
        row("UntagResource", "{}"),
        row("ListTagsOfResource", "{}"),
        row("ListTables", "{}"),
        row("ListTables", "{'ExclusiveStartTableName':'abc','Limit':100}"),
        row("DescribeLimits", "{}"),
        row("DescribeEndpoints", "{}"),
        row("ListStreams", "{}"));
  }

  static String message(String operation, String json, Wording wording) {
    DynamoDbException error =
        catchThrowableOfType(DynamoDbException.class, () -> check(operation, json, wording));
    if (error == null) {
      return null;
    }
    assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION);
    return error.getMessage();
  }

  private static void check(String operation, String json, Wording wording) {
    Constraints.check(RequestDecoderTest.decode(operation, json), operation, wording);
  }

  /** A table that is in order but for the given member, which replaces the one of its name. */
  static String table(String member) {
    return "{'TableName':'abc','AttributeDefinitions':[{'AttributeName':'a','AttributeType':'S'}],"
        + "'KeySchema':[{'AttributeName':'a','KeyType':'HASH'}],"
        + member
        + "}";
  }

  private static Arguments row(Object... cells) {
    return Arguments.of(cells);
  }
}
