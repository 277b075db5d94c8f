package dev.dynamoemulator.operation.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.change.ChangeLog;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.operation.table.TableOperations;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.SampleDispatcher;
import dev.dynamoemulator.protocol.SampleRequest;
import dev.dynamoemulator.protocol.WireResponse;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations on items in memory behind a dispatcher, called with single-quoted JSON. The clock
 * is set by hand and transactions can be held.
 */
final class TransactionFixture {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "000000000000";
  private static final String REGION = "us-east-1";

  final AdjustableClock clock = AdjustableClock.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  final TransactionHold hold;
  final Dispatcher dispatcher;

  private TransactionFixture(Limits limits) {
    Environment environment = new Environment(clock, Ids.seeded(1));
    hold = new TransactionHold(environment.scheduler());
    Storage storage = H2Storage.inMemory();
    Catalogue catalogue = Catalogue.open(storage, false);
    Engine engine = new Engine(storage, ChangeLog.NONE, hold, limits);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue,
            storage,
            environment,
            engine.indexBuilder(),
            TransientDelays.NONE,
            Limits.DYNAMODB);
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(engine.statistics(), TableReplicas.NONE, environment);
    ItemAccess items =
        new ItemAccess(catalogue, engine, new ExpressionCache(), limits, new Faults(environment));
    dispatcher =
        SampleDispatcher.of(
            Stream.of(
                    TableOperations.all(
                        catalogue,
                        lifecycle,
                        descriptions,
                        ResourcePolicies.open(
                            catalogue, storage, environment, TransientDelays.NONE),
                        TableReplicas.NONE,
                        environment),
                    ItemOperations.all(items, IdempotencyTokens.open(storage, clock)))
                .flatMap(List::stream)
                .toArray(Operation[]::new));
  }

  /** With the tables {@link #createAccounts} and {@link #createOrders}. */
  static TransactionFixture start() {
    return start(Limits.DYNAMODB);
  }

  static TransactionFixture start(Limits limits) {
    TransactionFixture fixture = new TransactionFixture(limits);
    fixture.createAccounts(ACCOUNT, REGION);
    fixture.createOrders();
    return fixture;
  }

  /** A table {@code accounts} with the partition key {@code id} (S). */
  void createAccounts(String account, String region) {
    callIn(
        account,
        region,
        "CreateTable",
        """
        {'TableName':'accounts','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]}
        """);
  }

  /**
   * A table {@code orders} with the key {@code customer} (S) and {@code number} (N), a local index
   * {@code byState} on {@code state} (S), and the global indexes {@code byDay} on {@code day} (S)
   * and {@code state}, and {@code byCode}, of keys only, on {@code code} (B).
   */
  void createOrders() {
    call(
        "CreateTable",
        """
        {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[
           {'AttributeName':'customer','AttributeType':'S'},
           {'AttributeName':'number','AttributeType':'N'},
           {'AttributeName':'state','AttributeType':'S'},
           {'AttributeName':'day','AttributeType':'S'},
           {'AttributeName':'code','AttributeType':'B'}],
         'KeySchema':[
           {'AttributeName':'customer','KeyType':'HASH'},
           {'AttributeName':'number','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[
           {'IndexName':'byState','Projection':{'ProjectionType':'ALL'},'KeySchema':[
             {'AttributeName':'customer','KeyType':'HASH'},
             {'AttributeName':'state','KeyType':'RANGE'}]}],
         'GlobalSecondaryIndexes':[
           {'IndexName':'byDay','Projection':{'ProjectionType':'ALL'},'KeySchema':[
             {'AttributeName':'day','KeyType':'HASH'},
             {'AttributeName':'state','KeyType':'RANGE'}]},
           {'IndexName':'byCode','Projection':{'ProjectionType':'KEYS_ONLY'},'KeySchema':[
             {'AttributeName':'code','KeyType':'HASH'}]}]}
        """);
  }

  /** Calls an operation that succeeds. */
  JsonNode call(String operation, String input) {
    return callIn(ACCOUNT, REGION, operation, input);
  }

  JsonNode callIn(String account, String region, String operation, String input) {
    try (WireResponse response = send(account, region, operation, input)) {
      if (response.status() != 200) {
        throw new AssertionError(operation + " failed: " + response.bodyText());
      }
      return parse(response.bodyText());
    }
  }

  /** The body of the error with which an operation answers. */
  JsonNode error(String operation, String input) {
    try (WireResponse response = send(ACCOUNT, REGION, operation, input)) {
      if (response.status() != 400) {
        throw new AssertionError(operation + " was answered with " + response.bodyText());
      }
      return parse(response.bodyText());
    }
  }

  /** The name of the exception, without its namespace, and its message, be it spelled small. */
  String fault(String operation, String input) {
    JsonNode error = error(operation, input);
    String type = error.get("__type").asText();
    String message = error.path(error.has("Message") ? "Message" : "message").asText();
    return type.substring(type.indexOf('#') + 1) + ": " + message;
  }

  /** Carries out elements, in JSON and separated by commas, in one transaction. */
  JsonNode write(String elements, String... members) {
    return call("TransactWriteItems", transaction(elements, members));
  }

  /** The same for a transaction that fails. */
  String writeFault(String elements, String... members) {
    return fault("TransactWriteItems", transaction(elements, members));
  }

  /** The reasons for which a transaction with these elements is cancelled. */
  JsonNode writeReasons(String elements, String... members) {
    JsonNode error = error("TransactWriteItems", transaction(elements, members));
    return error.get("CancellationReasons");
  }

  JsonNode get(String elements, String... members) {
    return call("TransactGetItems", transaction(elements, members));
  }

  String getFault(String elements, String... members) {
    return fault("TransactGetItems", transaction(elements, members));
  }

  JsonNode getReasons(String elements, String... members) {
    return error("TransactGetItems", transaction(elements, members)).get("CancellationReasons");
  }

  /**
   * A request.
   *
   * @param members what it says besides, as in {@code 'ReturnConsumedCapacity':'TOTAL'}
   */
  static String transaction(String elements, String... members) {
    String rest = members.length == 0 ? "" : "," + String.join(",", members);
    return "{'TransactItems':[" + elements + "]" + rest + "}";
  }

  /** The account's item; null when there is none. */
  JsonNode account(String id) {
    return call("GetItem", "{'TableName':'accounts','Key':{'id':{'S':'" + id + "'}}}").get("Item");
  }

  /**
   * @param attributes in JSON, besides the key; may be empty
   */
  void putAccount(String id, String attributes) {
    String rest = attributes.isEmpty() ? "" : "," + attributes;
    call("PutItem", "{'TableName':'accounts','Item':{'id':{'S':'" + id + "'}" + rest + "}}");
  }

  /** An order's item; null when there is none. */
  JsonNode order(String customer, int number) {
    return call("GetItem", "{'TableName':'orders','Key':" + orderKey(customer, number) + "}")
        .get("Item");
  }

  static String orderKey(String customer, int number) {
    return "{'customer':{'S':'" + customer + "'},'number':{'N':'" + number + "'}}";
  }

  private WireResponse send(String account, String region, String operation, String input) {
    String authorization = SampleRequest.authorization(account).replace(REGION, region);
    return dispatcher.dispatch(
        request(operation, input).with("Authorization", authorization).build());
  }

  /** Not sent yet. */
  static SampleRequest request(String operation, String input) {
    return SampleRequest.of(operation).body(input.replace('\'', '"'));
  }

  /** Single-quoted JSON as a tree. */
  static JsonNode json(String text) {
    return parse(text.replace('\'', '"'));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
