package dev.dynamoemulator;

import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.TimeToLiveSweep;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.expression.ExpressionCache;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.http.HttpServer;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.protocol.AllowedOrigins;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.Namespaces;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.stream.StreamSettings;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TransientDelays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A running emulator. It shares nothing with others in the same JVM, and ends with {@link #close}.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start(EmulatorOptions.builder().build())) {
 *   URI endpoint = emulator.endpoint();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Emulator implements AutoCloseable {

  private static final String DATABASE_FILE = "dynamo-emulator.db";

  private static final Duration BACKGROUND_WINDOW = Duration.ofMillis(100);
  private static final TransientDelays VISIBLE_DELAYS =
      new TransientDelays(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final EmulatorOptions options;
  private final Environment environment;
  private final Dispatcher dispatcher;
  private final Storage storage;
  private HttpServer server;
  private boolean isClosed;

  private Emulator(
      EmulatorOptions options, Environment environment, Dispatcher dispatcher, Storage storage) {
    this.options = options;
    this.environment = environment;
    this.dispatcher = dispatcher;
    this.storage = storage;
  }

  /**
   * Starts with every operation there is. No port is bound yet.
   *
   * @throws UncheckedIOException when the database file cannot be used; the message says why
   * @throws IllegalArgumentException when the seed cannot be loaded; the message says why
   */
  public static Emulator start(EmulatorOptions options) {
    Environment environment = Environment.system(Ids.random());
    Storage storage = storage(options);
    Catalogue catalogue = Catalogue.open(storage, options.isSharedDb());
    Streams streams = Streams.open(catalogue, storage, environment, streamSettings(options));
    Engine engine = new Engine(storage, streams, options.limits());
    TableLifecycle lifecycle =
        new TableLifecycle(
            catalogue,
            storage,
            environment,
            engine.indexBuilder(),
            options.delaysTransientStatuses() ? VISIBLE_DELAYS : TransientDelays.NONE,
            options.limits());
    lifecycle.resume();
    ItemAccess items = new ItemAccess(catalogue, engine, new ExpressionCache(), options.limits());
    List<Operation> operations =
        Operations.all(catalogue, lifecycle, engine, items, streams, environment);
    new TimeToLiveSweep(catalogue, engine, storage, environment)
        .every(options.timeToLiveInterval());
    options.seed().ifPresent(folder -> seed(folder, operations, options));
    return start(options, environment, operations, storage);
  }

  private static StreamSettings streamSettings(EmulatorOptions options) {
    StreamSettings settings =
        options.dbPath().isEmpty() ? StreamSettings.boundedByMemory() : StreamSettings.unbounded();
    return settings.withShards(options.streamShards());
  }

  private static void seed(Path folder, List<Operation> operations, EmulatorOptions options) {
    Namespace home = new Namespace(options.account(), options.region());
    new Seed(operations, home, options.wording()).load(Fixtures.in(folder));
  }

  private static Storage storage(EmulatorOptions options) {
    if (options.dbPath().isEmpty()) {
      return H2Storage.inMemory();
    }
    try {
      return H2Storage.file(
          options.dbPath().get().resolve(DATABASE_FILE),
          switch (options.durability()) {
            case COMMIT -> dev.dynamoemulator.storage.h2.Durability.EVERY_COMMIT;
            case SYNC -> dev.dynamoemulator.storage.h2.Durability.EVERY_SYNC;
            case BACKGROUND -> dev.dynamoemulator.storage.h2.Durability.window(BACKGROUND_WINDOW);
          });
    } catch (StorageException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  static Emulator start(
      EmulatorOptions options,
      Environment environment,
      List<Operation> operations,
      Storage storage) {
    Map<String, Operation> byName =
        operations.stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    Namespaces namespaces =
        new Namespaces(new Namespace(options.account(), options.region()), options.isSharedDb());
    Dispatcher dispatcher =
        new Dispatcher(
            byName,
            namespaces,
            new AllowedOrigins(options.allowedOrigins()),
            options.wording(),
            environment.ids());
    return new Emulator(options, environment, dispatcher, storage);
  }

  /** What answers requests, for clients that need no socket. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /**
   * Where HTTP clients reach the emulator. The port is bound when this is first asked.
   *
   * @throws java.io.UncheckedIOException when the port is taken or the host is not of this machine
   * @throws IllegalStateException when the emulator is closed
   */
  public synchronized URI endpoint() {
    if (isClosed) {
      throw new IllegalStateException("The emulator is closed");
    }
    if (server == null) {
      server = HttpServer.start(options.host(), options.port(), dispatcher);
    }
    return server.uri();
  }

  /** Lets requests in flight finish and releases everything. Closing twice is harmless. */
  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    if (server != null) {
      server.close();
    }
    environment.close();
    storage.close();
  }
}
