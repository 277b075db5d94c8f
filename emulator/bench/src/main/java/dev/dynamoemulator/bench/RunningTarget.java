package dev.dynamoemulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A target in a process of its own, and what the kernel says about that process. */
final class RunningTarget implements AutoCloseable {

  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long TICKS_PER_SECOND = 100;

  private final Target target;
  private final Process process;
  private final int port;

  private RunningTarget(Target target, Process process, int port) {
    this.target = target;
    this.process = process;
    this.port = port;
  }

  /** Returns when the target answers. */
  static RunningTarget start(Target target) {
    int port = freePort();
    try {
      Path log = Files.createTempFile("bench-" + port + "-", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder =
          new ProcessBuilder(target.command(port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      RunningTarget running = new RunningTarget(target, builder.start(), port);
      running.awaitAnswer(log);
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Path log) throws IOException {
    byte[] request = new Request("ListTables", "{}").bytes();
    long deadline = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (Client client = new Client(port)) {
        if (client.exchange(request).status() == 200) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        pause();
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException(target.name() + " did not start: " + Files.readString(log));
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Target target() {
    return target;
  }

  int port() {
    return port;
  }

  Client connect() {
    return new Client(port);
  }

  boolean knows(String operation) {
    try (Client client = connect()) {
      return client.knows(operation);
    }
  }

  /** The processor time used so far, in nanoseconds, in steps of 10 ms. */
  long cpuNanos() {
    // The name of the program, in parentheses, may hold blanks.
    String stat = read("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return ticks * (TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND);
  }

  long residentBytes() {
    return read("status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
