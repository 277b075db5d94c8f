package dev.dynamoemulator.cli;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One run of the program, apart from the JVM's own streams and environment. */
final class Program {

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
      return run(new Arguments(args));
    } catch (InvalidArgumentsException e) {
      err.println(Arguments.PROGRAM + ": " + e.getMessage());
      return MISUSE;
    } catch (UncheckedIOException e) {
      err.println(Arguments.PROGRAM + ": " + e.getMessage());
      return FAILURE;
    }
  }

  private int run(Arguments arguments) {
    if (arguments.isHelpAsked()) {
      out.print(arguments.usage());
      return SUCCESS;
    }
    if (arguments.isVersionAsked()) {
      out.println(Arguments.PROGRAM + " " + version());
      return SUCCESS;
    }
    Settings settings = Settings.of(arguments.options(), environment);
    if (arguments.isHealthcheck()) {
      return checkHealth(settings.options());
    }
    Logging.setUp(settings.logLevel());
    serve(settings.options());
    return SUCCESS;
  }

  private int checkHealth(EmulatorOptions options) {
    if (Healthcheck.passes(options)) {
      return SUCCESS;
    }
    err.println(
        Arguments.PROGRAM + ": nothing healthy on " + options.host() + ":" + options.port());
    return FAILURE;
  }

  private void serve(EmulatorOptions options) {
    Emulator emulator = Emulator.start(options);
    try {
      out.println("Dynamo Emulator " + version() + " answers on " + emulator.endpoint());
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(emulator), "stop"));
    awaitShutdown();
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

  private static String version() {
    String version = Program.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
