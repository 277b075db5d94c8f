package dev.dynamoemulator.operation.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.TimeToLiveSweep;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.OperationFixture;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.TransientDelays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tables with streams over a store, with a clock that is set by hand. */
public final class StreamFixture extends OperationFixture {

  public final Streams streams;
  public final Engine engine;
  public final TimeToLiveSweep sweep;

  private StreamFixture(
      Storage storage,
      StreamSettings settings,
      TransientDelays delays,
      Instant start,
      boolean isShared) {
    super(storage, delays, start, isShared);
    streams = Streams.open(catalogue, storage, environment, settings);
    Parts parts = follow(streams);
    engine = parts.engine();
    sweep = new TimeToLiveSweep(catalogue, engine, storage, environment);
    parts.lifecycle().resume();
    add(StreamOperations.all(streams, environment));
  }

  public static StreamFixture create() {
    return with(StreamSettings.unbounded());
  }

  public static StreamFixture with(StreamSettings settings) {
    return open(H2Storage.inMemory(), settings, START);
  }

  /** What is there when a store is opened again. */
  public static StreamFixture open(Storage storage, StreamSettings settings, Instant start) {
    return new StreamFixture(storage, settings, TransientDelays.NONE, start, false);
  }

  /** Every transient state lasts ten seconds. */
  public static StreamFixture delayed() {
    return new StreamFixture(
        H2Storage.inMemory(), StreamSettings.unbounded(), DELAYED, START, false);
  }

  /** All accounts and regions see the same tables. */
  public static StreamFixture shared() {
    return new StreamFixture(
        H2Storage.inMemory(), StreamSettings.unbounded(), TransientDelays.NONE, START, true);
  }

  /** Creates a table with the partition key {@code pk} and a stream; answers the stream's ARN. */
  public String createTable(String tableName, String viewType) {
    return createTable(CALLER, tableName, viewType);
  }

  public String createTable(Namespace caller, String tableName, String viewType) {
    return call(
            caller,
            "CreateTable",
            """
            {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
             'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
             'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
             'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'%s'}}
            """,
            tableName,
            viewType)
        .at("/TableDescription/LatestStreamArn")
        .asText();
  }

  public void disableStream(String tableName) {
    call(
        "UpdateTable",
        "{'TableName':'%s','StreamSpecification':{'StreamEnabled':false}}",
        tableName);
  }

  public String enableStream(String tableName, String viewType) {
    return call(
            "UpdateTable",
            "{'TableName':'%s','StreamSpecification':{'StreamEnabled':true,'StreamViewType':'%s'}}",
            tableName,
            viewType)
        .at("/TableDescription/LatestStreamArn")
        .asText();
  }

  public void deleteTable(String tableName) {
    call("DeleteTable", "{'TableName':'%s'}", tableName);
  }

  /** Puts an item whose attribute {@code v} has that value. */
  public void put(String tableName, String partitionKey, String value) {
    call(
        "PutItem",
        "{'TableName':'%s','Item':{'pk':{'S':'%s'},'v':{'S':'%s'}}}",
        tableName,
        partitionKey,
        value);
  }

  public void delete(String tableName, String partitionKey) {
    call("DeleteItem", "{'TableName':'%s','Key':{'pk':{'S':'%s'}}}", tableName, partitionKey);
  }

  public JsonNode describe(String arn) {
    return call("DescribeStream", "{'StreamArn':'%s'}", arn).get("StreamDescription");
  }

  public List<JsonNode> shards(String arn) {
    List<JsonNode> shards = new ArrayList<>();
    describe(arn).get("Shards").forEach(shards::add);
    return shards;
  }

  public List<String> shardIds(String arn) {
    return shards(arn).stream().map(shard -> shard.get("ShardId").asText()).toList();
  }

  /** The id of the only shard, or of the oldest one. */
  public String firstShard(String arn) {
    return shardIds(arn).get(0);
  }

  public String iterator(String arn, String shardId, String type) {
    return call(
            "GetShardIterator",
            "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'%s'}",
            arn,
            shardId,
            type)
        .get("ShardIterator")
        .asText();
  }

  public String iterator(String arn, String shardId, String type, String sequenceNumber) {
    return call(
            "GetShardIterator",
            "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'%s','SequenceNumber':'%s'}",
            arn,
            shardId,
            type,
            sequenceNumber)
        .get("ShardIterator")
        .asText();
  }

  public JsonNode getRecords(String iterator) {
    return call("GetRecords", "{'ShardIterator':'%s'}", iterator);
  }

  /** What one call answers from the beginning of a shard on. */
  public List<JsonNode> records(String arn, String shardId) {
    return list(getRecords(iterator(arn, shardId, "TRIM_HORIZON")));
  }

  /** The records of all shards, parents first. */
  public List<JsonNode> records(String arn) {
    List<JsonNode> records = new ArrayList<>();
    shardIds(arn).forEach(shardId -> records.addAll(records(arn, shardId)));
    return records;
  }

  public static List<JsonNode> list(JsonNode answer) {
    List<JsonNode> records = new ArrayList<>();
    answer.get("Records").forEach(records::add);
    return records;
  }

  /** Event name and value of {@code v} in the newest image, such as {@code MODIFY b}. */
  public static String summary(JsonNode record) {
    JsonNode change = record.get("dynamodb");
    JsonNode image = change.has("NewImage") ? change.get("NewImage") : change.get("OldImage");
    return record.get("eventName").asText() + " " + image.at("/v/S").asText();
  }

  public static String sequenceNumber(JsonNode record) {
    return record.at("/dynamodb/SequenceNumber").asText();
  }
}
