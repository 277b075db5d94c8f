package dev.dynamoemulator.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
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
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables and items over a store, with a clock that is set by hand. A feature whose fixture extends
 * this one says with {@link #follow} what is told of changes, and adds its operations.
 */
public class OperationFixture {

  public static final Namespace CALLER = new Namespace("000000000000", "us-east-1");
  public static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");
  public static final Duration DELAY = Duration.ofSeconds(10);

  /** Every transient state lasts so long. */
  protected static final TransientDelays DELAYED = new TransientDelays(DELAY, DELAY, DELAY);

  private static final ObjectMapper JSON = new ObjectMapper();

  public final Storage storage;
  public final AdjustableClock clock;
  protected final TransientDelays delays;
  protected final Environment environment;
  protected final Catalogue catalogue;
  private final Map<String, Operation> operations = new HashMap<>();
  private final ResponseBuffers buffers = new ResponseBuffers();

  protected OperationFixture(
      Storage storage, TransientDelays delays, Instant start, boolean isShared) {
    this.storage = storage;
    this.delays = delays;
    this.clock = AdjustableClock.fixed(start);
    this.environment = new Environment(clock, Ids.seeded(start.toEpochMilli()));
    this.catalogue = Catalogue.open(storage, isShared);
  }

  /** What works on tables that are followed by a change log. */
  protected record Parts(
      Engine engine, TableLifecycle lifecycle, TableDescriptionWriter descriptions) {}

  /** To be called once; adds the operations on tables and items. */
  protected final Parts follow(ChangeLog changes) {
    Engine engine =
        new Engine(storage, changes, new TransactionHold(environment.scheduler()), Limits.DYNAMODB);
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue, storage, environment, engine.indexBuilder(), delays, Limits.DYNAMODB);
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(engine.statistics(), TableReplicas.NONE, environment);
    add(
        TableOperations.all(
            catalogue,
            lifecycle,
            descriptions,
            ResourcePolicies.open(catalogue, storage, environment, delays),
            TableReplicas.NONE,
            environment));
    ItemAccess items =
        new ItemAccess(
            catalogue, engine, new ExpressionCache(), Limits.DYNAMODB, new Faults(environment));
    add(ItemOperations.all(items, IdempotencyTokens.open(storage, clock)));
    return new Parts(engine, lifecycle, descriptions);
  }

  protected final void add(List<Operation> more) {
    more.forEach(operation -> operations.put(operation.name(), operation));
  }

  public final Map<String, Operation> operations() {
    return operations;
  }

  public final void advance(Duration duration) {
    clock.advance(duration);
  }

  /** Calls an operation with single-quoted JSON. */
  public final JsonNode call(String operation, String input, Object... arguments) {
    return call(CALLER, operation, input, arguments);
  }

  public final JsonNode call(
      Namespace caller, String operation, String input, Object... arguments) {
    Struct struct =
        Structs.of(operation, arguments.length == 0 ? input : input.formatted(arguments));
    Constraints.check(struct, operation, Wording.NEWER);
    var reply = operations.get(operation).check(new Request(struct, caller, Wording.NEWER)).run();
    try (ResponseBuffer buffer = buffers.take()) {
      return JSON.readTree(buffer.writeObject(reply::writeTo).toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The code and message of the error with which an operation answers. */
  public final String error(String operation, String input, Object... arguments) {
    return error(CALLER, operation, input, arguments);
  }

  public final String error(Namespace caller, String operation, String input, Object... arguments) {
    try {
      call(caller, operation, input, arguments);
    } catch (DynamoDbException error) {
      return error.code().exceptionName() + " " + error.getMessage();
    }
    throw new AssertionError(operation + " succeeded");
  }

  /** Reads single-quoted JSON. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
