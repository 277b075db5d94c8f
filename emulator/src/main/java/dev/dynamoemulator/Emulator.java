package dev.dynamoemulator;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.http.HttpServer;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.protocol.AllowedOrigins;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.Namespaces;
import java.net.URI;
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

  private final EmulatorOptions options;
  private final Environment environment;
  private final Dispatcher dispatcher;
  private HttpServer server;
  private boolean isClosed;

  private Emulator(EmulatorOptions options, Environment environment, Dispatcher dispatcher) {
    this.options = options;
    this.environment = environment;
    this.dispatcher = dispatcher;
  }

  /** Starts with every operation there is. No port is bound yet. */
  public static Emulator start(EmulatorOptions options) {
    Environment environment = Environment.system(Ids.random());
    return start(options, environment, operations(options, environment));
  }

  static Emulator start(
      EmulatorOptions options, Environment environment, List<Operation> operations) {
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
    return new Emulator(options, environment, dispatcher);
  }

  private static List<Operation> operations(EmulatorOptions options, Environment environment) {
    return List.of();
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
  }
}
