package dev.dynamoemulator.cli;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.fixtures.export.AttributeRules;
import dev.dynamoemulator.fixtures.export.Endpoint;
import dev.dynamoemulator.fixtures.export.TableExport;
import dev.dynamoemulator.fixtures.signature.Credentials;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One run of the program, apart from the JVM's own streams and environment. */
final class Program {

  static final String NAME = "dynamo-emulator";

  static final int SUCCESS = 0;
  static final int FAILURE = 1;
  static final int MISUSE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Program(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /** Runs to the end, which for a server is that of the JVM, and returns the exit code. */
  int run(String[] args) {
    try {
      return run(Invocation.parse(args));
    } catch (InvalidArgumentsException e) {
      err.println(NAME + ": " + e.getMessage());
      return MISUSE;
    } catch (UncheckedIOException | IllegalArgumentException e) {
      err.println(NAME + ": " + e.getMessage());
      return FAILURE;
    }
  }

  private int run(Invocation invocation) {
    return switch (invocation.task()) {
      case SHOW_HELP -> show(CommandSyntax.usage().stripTrailing());
      case SHOW_VERSION -> show(NAME + " " + Emulator.version());
      case CHECK_HEALTH -> checkHealth(settings(invocation).options());
      case EXPORT_FIXTURES -> exportFixtures(invocation.export());
      case WARM_UP -> warmUp();
      case SERVE -> serve(settings(invocation));
    };
  }

  private Settings settings(Invocation invocation) {
    return Settings.of(invocation.options(), environment);
  }

  private int show(String text) {
    out.println(text);
    return SUCCESS;
  }

  private int checkHealth(EmulatorOptions options) {
    if (Healthcheck.passes(options)) {
      return SUCCESS;
    }
    err.println(NAME + ": nothing healthy on " + options.host() + ":" + options.port());
    return FAILURE;
  }

  private int exportFixtures(ExportArguments arguments) {
    TableExport export =
        new TableExport(
            new Endpoint(
                URI.create(arguments.endpoint()), arguments.region(), Credentials.of(environment)),
            AttributeRules.of(arguments.rules()));
    for (String table : arguments.tables()) {
      long items = export.write(table, Path.of(arguments.out()));
      out.println(table + ": " + items + " items");
    }
    return SUCCESS;
  }

  /** Reads a command line of its own first, as that is part of most starts. */
  private int warmUp() {
    Settings settings = settings(Invocation.parse(new String[] {"--port", "0"}));
    Logging.setUp(settings.logLevel());
    WarmUp.run(settings.options());
    return SUCCESS;
  }

  private int serve(Settings settings) {
    Logging.setUp(settings.logLevel());
    Emulator emulator = Emulator.start(settings.options());
    try {
      out.println("Dynamo Emulator " + Emulator.version() + " answers on " + emulator.endpoint());
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(emulator), "stop"));
    awaitShutdown();
    return SUCCESS;
  }

  /** A stop by signal is a regular one; the JVM would report it as 128 and the signal's number. */
  private static void stop(Emulator emulator) {
    emulator.close();
    Runtime.getRuntime().halt(SUCCESS);
  }

  /** Threads of the server are daemons, so that embedded emulators keep no JVM alive. */
  private static void awaitShutdown() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
