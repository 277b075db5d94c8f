package dev.dynamoemulator.operation.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TimeToLiveSweep;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.operation.item.ItemOperations;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.operation.table.TableOperations;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.Constraints;
import dev.dynamoemulator.shape.ResponseBuffer;
import dev.dynamoemulator.shape.ResponseBuffers;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.shape.Structs;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables with streams over a store, with a clock that is set by hand. */
public final class StreamFixture {

  public static final Namespace CALLER = new Namespace("000000000000", "us-east-1");
  public static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  public final AdjustableClock clock;
  public final Streams streams;
  public final Engine engine;
  public final TimeToLiveSweep sweep;
  private final Map<String, Operation> operations = new HashMap<>();
  private final ResponseBuffers buffers = new ResponseBuffers();

  private StreamFixture(
      Storage storage,
      StreamSettings settings,
      TransientDelays delays,
      Instant start,
      boolean isShared) {
    clock = AdjustableClock.fixed(start);
    Environment environment = new Environment(clock, Ids.seeded(start.toEpochMilli()));
    Catalogue catalogue = Catalogue.open(storage, isShared);
    streams = Streams.open(catalogue, storage, environment, settings);
    engine =
        new Engine(storage, streams, new TransactionHold(environment.scheduler()), Limits.DYNAMODB);
    sweep = new TimeToLiveSweep(catalogue, engine, storage, environment);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue, storage, environment, engine.indexBuilder(), delays, Limits.DYNAMODB);
    lifecycle.resume();
    ItemAccess items =
        new ItemAccess(
            catalogue, engine, new ExpressionCache(), Limits.DYNAMODB, new Faults(environment));
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(engine.statistics(), TableReplicas.NONE, environment);
    TableOperations.all(
            catalogue,
            lifecycle,
            descriptions,
            ResourcePolicies.open(catalogue, storage, environment, delays),
            TableReplicas.NONE,
            environment)
        .forEach(this::register);
    ItemOperations.all(items, IdempotencyTokens.open(storage, clock)).forEach(this::register);
    StreamOperations.all(streams, environment).forEach(this::register);
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
    Duration delay = Duration.ofSeconds(10);
    return new StreamFixture(
        H2Storage.inMemory(),
        StreamSettings.unbounded(),
        new TransientDelays(delay, delay, delay),
        START,
        false);
  }

  /** All accounts and regions see the same tables. */
  public static StreamFixture shared() {
    return new StreamFixture(
        H2Storage.inMemory(), StreamSettings.unbounded(), TransientDelays.NONE, START, true);
  }

  private void register(Operation operation) {
    operations.put(operation.name(), operation);
  }

  public Map<String, Operation> operations() {
    return operations;
  }

  /** Calls an operation with single-quoted JSON. */
  public JsonNode call(String operation, String input, Object... arguments) {
    return call(CALLER, operation, input, arguments);
  }

  public JsonNode call(Namespace caller, String operation, String input, Object... arguments) {
    Struct struct = Structs.of(operation, input.formatted(arguments));
    Constraints.check(struct, operation, Wording.NEWER);
    var reply = operations.get(operation).check(new Request(struct, caller, Wording.NEWER)).run();
    try (ResponseBuffer buffer = buffers.take()) {
      return JSON.readTree(buffer.writeObject(reply::writeTo).toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The code and message of the error with which an operation answers. */
  public String error(String operation, String input, Object... arguments) {
    try {
      call(operation, input, arguments);
    } catch (DynamoDbException error) {
      return error.code().exceptionName() + " " + error.getMessage();
    }
    throw new AssertionError(operation + " succeeded");
  }

  public void advance(Duration duration) {
    clock.advance(duration);
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
