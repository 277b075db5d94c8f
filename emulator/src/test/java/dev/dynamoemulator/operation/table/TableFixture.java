package dev.dynamoemulator.operation.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Structs;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.OnlineIndex;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableStatistics;
import dev.dynamoemulator.table.TransientDelays;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table operations over a store in memory, with a clock that is set by hand. */
final class TableFixture {

  static final Namespace CALLER = new Namespace("000000000000", "us-east-1");
  static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  final AdjustableClock clock;
  final Catalogue catalogue;
  final List<String> backfills = new ArrayList<>();
  private final Map<String, Operation> operations = new HashMap<>();

  private TableFixture(
      Storage storage, TransientDelays delays, Limits limits, Instant start, boolean isShared) {
    clock = AdjustableClock.fixed(start);
    Environment environment = new Environment(clock, Ids.seeded(start.toEpochMilli()));
    catalogue = Catalogue.open(storage, isShared);
    TableLifecycle lifecycle =
        new TableLifecycle(catalogue, storage, environment, this::backfill, delays, limits);
    lifecycle.resume();
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(new EntryCounts(storage), TableReplicas.NONE, environment);
    TableOperations.all(
            catalogue,
            lifecycle,
            descriptions,
            ResourcePolicies.open(catalogue, storage, environment, delays),
            TableReplicas.NONE,
            environment)
        .forEach(this::register);
  }

  /** What a table holds is the engine's business, which is not here. */
  private record EntryCounts(Storage storage) implements TableStatistics {
    @Override
    public long itemCount(String collection) {
      return storage.count(collection);
    }

    @Override
    public long sizeBytes(String collection) {
      return 0;
    }
  }

  static TableFixture immediate() {
    return with(H2Storage.inMemory(), TransientDelays.NONE);
  }

  /** Every transient state lasts ten seconds. */
  static TableFixture delayed() {
    Duration delay = Duration.ofSeconds(10);
    return with(H2Storage.inMemory(), new TransientDelays(delay, delay, delay));
  }

  static TableFixture with(Storage storage, TransientDelays delays) {
    return new TableFixture(storage, delays, Limits.DYNAMODB, START, false);
  }

  static TableFixture with(TransientDelays delays, Limits limits) {
    return new TableFixture(H2Storage.inMemory(), delays, limits, START, false);
  }

  /** All accounts and regions see the same tables. */
  static TableFixture shared() {
    return new TableFixture(
        H2Storage.inMemory(), TransientDelays.NONE, Limits.DYNAMODB, START, true);
  }

  private void register(Operation operation) {
    operations.put(operation.name(), operation);
  }

  private void backfill(Table table, OnlineIndex index) {
    backfills.add(table.name() + "." + index.name());
  }

  void advance(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  /** Calls an operation with single-quoted JSON. */
  JsonNode call(String operation, String input) {
    return call(CALLER, operation, input);
  }

  JsonNode call(Namespace caller, String operation, String input) {
    try {
      return JSON.readTree(text(reply(caller, operation, input)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Reply reply(Namespace caller, String operation, String input) {
    return operations
        .get(operation)
        .check(new Request(Structs.of(operation, input), caller, Wording.NEWER))
        .run();
  }

  private static String text(Reply reply) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      reply.writeTo(new ResponseWriter(json));
      json.writeEndObject();
    }
    return text.toString();
  }

  /** The code and message of the error with which an operation answers. */
  String error(String operation, String input) {
    return error(CALLER, operation, input);
  }

  String error(Namespace caller, String operation, String input) {
    try {
      reply(caller, operation, input);
    } catch (DynamoDbException error) {
      return error.code().exceptionName() + " " + error.getMessage();
    }
    throw new AssertionError(operation + " succeeded");
  }

  JsonNode describe(String tableName) {
    return call("DescribeTable", "{'TableName':'" + tableName + "'}").get("Table");
  }

  /** Creates an on-demand table with the partition key {@code pk}. */
  void create(String tableName) {
    create(CALLER, tableName, "'BillingMode':'PAY_PER_REQUEST'");
  }

  /** Creates a provisioned table with the partition key {@code pk}. */
  void createProvisioned(String tableName, int read, int write) {
    create(CALLER, tableName, units(read, write));
  }

  void create(Namespace caller, String tableName, String members) {
    call(caller, "CreateTable", definition(tableName, members));
  }

  static String units(long read, long write) {
    return "'ProvisionedThroughput':{'ReadCapacityUnits':%d,'WriteCapacityUnits':%d}"
        .formatted(read, write);
  }

  /** A table with the partition key {@code pk} and the members given. */
  static String definition(String tableName, String members) {
    return """
        {'TableName':'%s','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],%s}
        """
        .formatted(tableName, members);
  }

  /** Updates a table; answers the description. */
  JsonNode update(String tableName, String members) {
    return call("UpdateTable", "{'TableName':'" + tableName + "'," + members + "}")
        .get("TableDescription");
  }

  String updateError(String tableName, String members) {
    return error("UpdateTable", "{'TableName':'" + tableName + "'," + members + "}");
  }

  /** The members that add an index with the partition key {@code gpk} to an on-demand table. */
  static String addIndex(String indexName) {
    return """
        'AttributeDefinitions':[{'AttributeName':'gpk','AttributeType':'S'}],
        'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'%s',
          'KeySchema':[{'AttributeName':'gpk','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'ALL'}}}]
        """
        .formatted(indexName);
  }

  static String deleteIndex(String indexName) {
    return "'GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'" + indexName + "'}}]";
  }
}
